import { CivilDate } from '../dates/civil-date';
import { KnownAt } from '../dates/instant';
import { CompiledRuleSet } from '../rule-set/compile';
import { HistoryRecord } from './history.types';

/** What a standing is asked for. */
export interface StandingQuestion {
  readonly records: readonly HistoryRecord[];
  /** The version in force on the as-of day: its cycle, ceiling and ladder apply. */
  readonly rules: CompiledRuleSet;
  readonly asOf: CivilDate;
  /** Absent: with every record. */
  readonly knownAt?: KnownAt;
}
