import { decimalPlaces } from './decimal';

declare const pointsBrand: unique symbol;

/** Points as an exact whole number of thousandths, so that sums are exact: 0.5 points are 500. */
export type Points = number & { readonly [pointsBrand]: never };

/** Most decimal places of points. */
export const POINTS_DECIMALS = 3;

const SCALE = 1000;

export const NO_POINTS = 0 as Points;

/** Points from a JSON number. @throws RangeError when it has more than 3 decimal places; only for checked numbers. */
export function toPoints(value: number): Points {
  if (decimalPlaces(value) > POINTS_DECIMALS) throw new RangeError(`more than 3 decimal places: ${value}`);
  return Math.round(value * SCALE) as Points;
}

/** Points as a JSON number: the division of an exact integer by 1000 is the double nearest to that decimal. */
export function fromPoints(points: Points): number {
  return points / SCALE;
}

export function addPoints(...parts: readonly Points[]): Points {
  return parts.reduce<number>((sum, part) => sum + part, 0) as Points;
}
