import { CivilDate } from '../dates/civil-date';
import { Points } from '../numbers/points';
import { Life, Score } from '../rule-set/regime.types';
import { Entry } from './entry.types';

/** What has become of an entry: posted or not, with what points, and where it counts. */
export interface Posting {
  readonly entry: Entry;
  readonly windowDay: CivilDate;
  readonly expiryDay: CivilDate;
  state: 'pending' | 'posted' | 'not_posted';
  /** Kept out today by a gate that holds on some days only. */
  active: boolean;
  /** Points after multipliers; those of all its parts where it counts by the day. */
  made: Points;
  /** Points after concurrency. */
  points: Points;
  /** Code of the gate or the concurrency rule that has a part in it. */
  reason?: string;
  /** Key of the entry that counts in its place. */
  insteadOf?: string;
  slots: Slot[];
}

/** A posting, a part of one, a credit or a balance, as it counts in one score. */
export interface Slot {
  /** Absent for a credit and for a balance that an effect has set. */
  readonly posting?: Posting;
  readonly tally: SlotHolder;
  /** How long it counts, by the version that made it. */
  readonly life: Life;
  /** Before weights; below 0 for a credit. Changed where a concurrency rule or a consumption takes from it. */
  points: Points;
  /** What it adds now: the points, weighted by age. */
  counted: Points;
  weight: number;
  readonly windowDay: CivilDate;
  readonly expiryDay: CivilDate;
  /** Over the end of a cycle. */
  carried: boolean;
  /** Its life in this score is over; one that a gate keeps out for a time may come back. */
  ended: boolean;
}

/** What a posting needs of a score that it counts in. */
export interface SlotHolder {
  readonly score: Score;
  readonly slots: ReadonlySet<Slot>;
  suspend(slot: Slot): void;
  readmit(slot: Slot): void;
  worth(posting: Posting, points: Points): Points;
  setPoints(slot: Slot, points: Points): void;
}
