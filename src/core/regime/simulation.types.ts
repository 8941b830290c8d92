import { CivilDate } from '../dates/civil-date';
import { FactValue } from '../rule-set/rule-set.types';
import { Agenda } from './agenda';
import { Context } from './context.types';
import { Entry } from './entry.types';
import { MeasureInstance } from './measure-log';

/** Why a record of a regime has no effect. */
export type FutileRecord =
  'credit_not_eligible' | 'credit_cap' | 'no_such_measure' | 'no_such_case' | 'case_without_regime';

/** What the parts of the fold need of it while the days go by. */
export interface Simulation {
  readonly today: CivilDate;
  readonly asOf: CivilDate;
  readonly agenda: Agenda;
  /** A register fact that is asked for: if nobody knows it, that is noted and told with the standing. */
  subjectFact(path: string): FactValue | undefined;
  /** The same, without a note. */
  knownSubjectFact(path: string): FactValue | undefined;
  /** Measures that do not count as having come before: those of the rung that is being judged, while it stays reached. */
  notCounted: ReadonlySet<MeasureInstance>;
  /** What a test or formula may look at, now. */
  contextFor(entry?: Entry, score?: string): Context;
}
