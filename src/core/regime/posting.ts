import { CivilDate } from '../dates/civil-date';
import { NO_POINTS, Points } from '../numbers/points';
import { Entry } from './entry.types';
import { Slot } from './slot.types';

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

export function newPosting(entry: Entry, windowDay: CivilDate, expiryDay: CivilDate): Posting {
  return {
    entry,
    windowDay,
    expiryDay,
    state: 'pending',
    active: false,
    made: NO_POINTS,
    points: NO_POINTS,
    slots: [],
  };
}
