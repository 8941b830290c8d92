import { CivilDate, NamedCode } from '../core';
import { MeasureState } from './measure.entity';

/** A measure with the words of the version it rests on. */
export interface MeasureView {
  readonly id: string;
  readonly subject: string;
  readonly ruleSet: string;
  readonly version: string;
  readonly rung: string;
  readonly measure: NamedCode;
  readonly authority: NamedCode;
  /** Code of the office in charge. */
  readonly office: string | null;
  readonly cycle: { readonly from: CivilDate; readonly to: CivilDate };
  readonly dueOn: CivilDate;
  readonly state: MeasureState;
  readonly basisChanged: boolean;
  readonly events: readonly {
    readonly type: string;
    readonly day: CivilDate;
    readonly note: string | null;
    readonly recordedAt: string;
  }[];
}
