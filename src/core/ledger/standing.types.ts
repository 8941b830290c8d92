import { CivilDate } from '../dates/civil-date';
import { RuleSetIdentity } from '../rule-set/compile';
import { FindingReference, NamedCode, NotPostedReason, PostingState } from '../rule-set/rule-set.types';
import { Cycle } from './cycle';
import { RegimeStanding } from '../regime/regime-standing.types';
import { FutileRecord } from '../regime/simulation.types';
import { Refusal } from './finding';
import { CarriedReason, ClearedReason } from './life';

/** Why a record has no effect. */
export type FutileReason = Refusal | FutileRecord;

/** Why a finding is in its state. */
export type StateReason =
  'cycle_running' | CarriedReason | ClearedReason | NotPostedReason | 'finding_annulled' | 'inspection_annulled';

/** One finding in a standing. */
export interface StandingFinding {
  readonly finding: FindingReference;
  /** Version of the rule set that made it. */
  readonly version: string;
  readonly inspectedOn: CivilDate;
  readonly points: number;
  readonly state: PostingState;
  readonly reason: StateReason;
  /** The finding that stands in the way of a violation that was not posted. */
  readonly insteadOf?: FindingReference;
  readonly deadline: CivilDate;
  readonly completedOn?: CivilDate;
  readonly passedOn?: CivilDate;
  readonly clearedOn?: CivilDate;
  /** Posted, not yet passed, and past its deadline without a completion that stands. */
  readonly overdue: boolean;
}

export interface StandingRung {
  readonly code: string;
  readonly points: number;
  readonly reached: boolean;
  /** The first day of the running cycle on which it was reached. */
  readonly since?: CivilDate;
  /** Reached on the as-of day itself. */
  readonly isNew: boolean;
  readonly authority: string;
  readonly measure: NamedCode;
}

/** The standing of one subject as of a day, as known at an instant. Points are JSON numbers. */
export interface Standing {
  readonly ruleSet: RuleSetIdentity;
  readonly asOf: CivilDate;
  /** In UTC; null: with every record of the history. */
  readonly knownAt: string | null;
  readonly cycle: Cycle;
  readonly fullMark: number;
  /** The points that count, at most the ceiling where the rule set has one. */
  readonly total: number;
  /** The true sum of the postings that count. */
  readonly sum: number;
  /** Of the sum: carried over from earlier cycles, and of the running one. */
  readonly carried: number;
  readonly current: number;
  /** Rungs from the lowest. */
  readonly rungs: readonly StandingRung[];
  /** The lowest rung not yet reached and how many points are missing; null when all are reached. */
  readonly nextRung: { readonly code: string; readonly points: number; readonly distance: number } | null;
  /** Measures that the rungs call for in the running cycle. */
  readonly measures: readonly { readonly rung: string; readonly cycle: Cycle; readonly dueOn: CivilDate }[];
  /** Every finding known of inspections up to the as-of day, in the order of the records. */
  readonly postings: readonly StandingFinding[];
  /** What clears and what is carried over on the next cycle day if nothing else happens. */
  readonly next: {
    readonly day: CivilDate;
    readonly clears: number;
    readonly carries: number;
    readonly clearing: readonly FindingReference[];
    readonly carrying: readonly FindingReference[];
  };
  /** Records up to the as-of day that have no effect, such as a re-inspection whose rectification was annulled. */
  readonly withoutEffect: readonly { readonly record: string; readonly reason: FutileReason }[];
  /** What a regime adds: present only where the rule set has one. */
  readonly regime?: RegimeStanding;
}
