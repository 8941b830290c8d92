import { CivilDate } from '../dates/civil-date';
import { Points } from '../numbers/points';
import { fromNumber, multiply } from '../numbers/rational';
import { Weight } from '../rule-set/regime.types';
import { Rounding } from '../rule-set/rule-set.types';
import { toExactPoints } from './formula';
import { plusLength } from './length';

/** Points times a factor, to 3 places; whole factors need no rounding and no fractions. Credits keep their sign. */
export function timesFactor(points: Points, factor: number, rounding: Rounding | undefined): Points {
  if (Number.isInteger(factor)) return (points * factor) as Points;
  const exact = toExactPoints(multiply({ n: BigInt(Math.abs(points)), d: 1000n }, fromNumber(factor)), rounding);
  return (points < 0 ? 0 - exact : exact) as Points;
}

/** The factor of an age on a day, and the day on which the next one takes its place (P7, age weights). */
export function weightOn(
  weights: readonly Weight[],
  since: CivilDate,
  day: CivilDate,
): { readonly factor: number; readonly until?: CivilDate } {
  for (const { until, factor } of weights) {
    if (until === undefined) return { factor };
    const end = plusLength(since, until);
    if (day < end) return { factor, until: end };
  }
  return { factor: 0 };
}
