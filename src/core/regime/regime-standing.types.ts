import { CivilDate } from '../dates/civil-date';
import { Cycle } from '../ledger/cycle';
import { FindingReference } from '../rule-set/rule-set.types';
import { MeasureState } from './measure-log';

/** One score as of a day. Points are JSON numbers. */
export interface RegimeScore {
  readonly code: string;
  /** Between floor and ceiling. */
  readonly value: number;
  /** Start and everything that counts, before floor and ceiling. */
  readonly unbounded: number;
  readonly band?: string;
  /** Of postings that were carried over the end of a cycle. */
  readonly carried: number;
  /** What credits that count have taken away. */
  readonly credited: number;
  readonly cycle?: Cycle;
}

export interface RegimeRungStanding {
  readonly ladder: string;
  readonly code: string;
  readonly reached: boolean;
  /** More than 1 only where it is reached again at every further so many points. */
  readonly times: number;
  readonly since?: CivilDate;
}

/** A measure that was called for or imposed up to the as-of day. */
export interface RegimeMeasure {
  readonly measure: string;
  /** Ladder and rung or pattern; absent where it was imposed. */
  readonly ladder?: string;
  readonly rung?: string;
  readonly on: CivilDate;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly state: MeasureState;
  /** Value of the score when it was called for. */
  readonly points: number;
}

/** What one case, or one finding, has come to. */
export interface RegimeCase {
  /** Key of the case; absent where it is a finding. */
  readonly case?: string;
  readonly finding?: FindingReference;
  readonly item: string;
  /** Version of the rule set that made it. */
  readonly version: string;
  readonly state: 'counts' | 'ended' | 'pending' | 'not_posted';
  /** The points it was posted with, after multipliers and concurrency. */
  readonly points: number;
  /** Code of the gate or the concurrency rule that has a part in it. */
  readonly reason?: string;
  /** Key of the case that stands in its way or counts in its place. */
  readonly insteadOf?: string;
  /** Codes of the scores it counts in. */
  readonly scores: readonly string[];
}

/** What a regime adds to a standing. */
export interface RegimeStanding {
  readonly scores: readonly RegimeScore[];
  readonly rungs: readonly RegimeRungStanding[];
  readonly measures: readonly RegimeMeasure[];
  readonly cases: readonly RegimeCase[];
  /** Register facts that were asked for and that nobody has recorded: what rests on them is not certain. */
  readonly missingFacts: readonly string[];
}
