import { CivilDate, NamedCode, Standing, StandingFinding } from '../core';
import { MeasureLife } from '../measures/measure-life';

/** A measure in a standing: kept, or due and not yet kept because the daily job has not run. */
export interface StandingMeasure {
  /** Null while it is only due. */
  readonly id: string | null;
  readonly rung: string;
  readonly measure: NamedCode;
  readonly authority: NamedCode;
  readonly dueOn: CivilDate;
  readonly state: MeasureLife['state'] | 'due';
  readonly basisChanged: boolean;
}

/** A standing with the measures kept of its cycle and the ids under which its findings are kept. */
export interface StandingView {
  readonly subject: string;
  /** The as-of day lies in the future: what the standing will be if nothing else happens. */
  readonly forecast: boolean;
  readonly standing: Standing;
  readonly measures: readonly StandingMeasure[];
  readonly findingId: (finding: StandingFinding['finding']) => string;
}
