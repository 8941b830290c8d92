import { CivilDate } from '../dates/civil-date';
import { Points } from '../numbers/points';
import { Posting } from './posting';
import { Tally } from './tally';

/** A posting, a part of one, a credit or a balance, as it counts in one score. */
export interface Slot {
  /** Absent for a credit and for a balance that an effect has set. */
  readonly posting?: Posting;
  readonly tally: Tally;
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
