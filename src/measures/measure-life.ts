import { CivilDate, KnownAt } from '../core';
import { MeasureState } from './measure.entity';

/** One step in the life of a measure, as it is folded. */
export interface MeasureStep {
  readonly number: number;
  readonly type: 'created' | 'withdrawn' | 'completed' | 'basis_changed';
  readonly day: CivilDate;
  readonly recordedAt: KnownAt;
}

/** Where a measure stands. */
export interface MeasureLife {
  readonly state: MeasureState;
  readonly basisChanged: boolean;
}

/** Folds the steps up to a day and as known at an instant; undefined where the measure did not exist yet. */
export function lifeOfMeasure(
  steps: readonly MeasureStep[],
  asOf: CivilDate,
  knownAt: KnownAt | undefined,
): MeasureLife | undefined {
  return steps
    .filter(({ day, recordedAt }) => day <= asOf && (knownAt === undefined || recordedAt <= knownAt))
    .sort((a, b) => a.number - b.number)
    .reduce<MeasureLife | undefined>((life, { type }) => {
      switch (type) {
        case 'created':
          return { state: 'open', basisChanged: false };
        case 'withdrawn':
          return { state: 'withdrawn', basisChanged: life?.basisChanged ?? false };
        case 'completed':
          return { state: 'completed', basisChanged: life?.basisChanged ?? false };
        case 'basis_changed':
          return life && { ...life, basisChanged: true };
      }
    }, undefined);
}
