import { CivilDate } from '../dates/civil-date';
import { Points } from '../numbers/points';
import { CaseFilter, MeasureFilter } from '../rule-set/regime.types';
import { FactValue } from '../rule-set/rule-set.types';
import { Entry } from './entry.types';

/** What a test or a formula may look at: one case, where there is one, and the ledger as it is at this moment. */
export interface Context {
  readonly today: CivilDate;
  readonly entry?: Entry;
  /** The score whose cycles are meant by a filter that counts in cycles. */
  readonly score?: string;
  /** Whether a date is known in advance, so that it may lie ahead of today. */
  isPlanned(date: string): boolean;
  /** A register fact as of today; a fact nobody knows is noted, and told with the standing. */
  subjectFact(path: string): FactValue | undefined;
  valueOf(score: string): Points;
  countMeasures(filter: MeasureFilter, score?: string): number;
  countCases(filter: CaseFilter, score?: string): number;
  isRunning(measure: string): boolean;
  totalAt(measure: string): Points;
}
