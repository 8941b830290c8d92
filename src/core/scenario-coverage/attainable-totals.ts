import { Points } from '../numbers/points';

/** Most steps of the scale of totals that are looked at one by one. */
const MOST_STEPS = 1_000_000;

/** The totals next to a number of points that sums of some points can come to; both are thousandths. */
export interface Neighbours {
  /** The greatest that is less; 0 is a sum of none. */
  readonly below: Points;
  /** The least that is at least as much; absent where there is none. */
  readonly from?: Points;
}

/**
 * The attainable totals on both sides of a bound. A posting may come any number of times, so a total is any sum of the
 * points given.
 *
 * @param points what one posting may cost
 * @param bound a whole number of thousandths above 0
 */
export function neighbours(points: readonly Points[], bound: Points): Neighbours {
  const costs = [...new Set(points)].filter((one) => one > 0);
  const step = costs.reduce<number>(greatestCommonDivisor, 0);
  if (step === 0) return { below: 0 as Points };
  const most = Math.max(...costs);
  // The least sum from the bound on lies less than one posting above it.
  const steps = Math.ceil((bound + most) / step);
  if (steps > MOST_STEPS) {
    const from = Math.ceil(bound / step) * step;
    return { below: (from - step) as Points, from: from as Points };
  }
  const attainable = new Uint8Array(steps + 1);
  attainable[0] = 1;
  for (let sum = 1; sum <= steps; sum += 1) {
    attainable[sum] = costs.some((cost) => sum >= cost / step && attainable[sum - cost / step] === 1) ? 1 : 0;
  }
  const first = Math.ceil(bound / step);
  const from = attainable.indexOf(1, first);
  return { below: (attainable.lastIndexOf(1, first - 1) * step) as Points, from: (from * step) as Points };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
