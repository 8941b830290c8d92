import { decimalPlaces, isExactDecimal, MAX_SIGNIFICANT_DIGITS } from '../../numbers/decimal';
import { POINTS_DECIMALS } from '../../numbers/points';
import { Problem } from '../../problems/problem';

/** A number of the rule set must be the decimal it looks like, in a double too. */
export function checkExact(value: number, path: string): Problem[] {
  if (isExactDecimal(value)) return [];
  return [{ code: 'number_not_exact', path, value, params: { digits: MAX_SIGNIFICANT_DIGITS } }];
}

export function checkDecimals(value: number, decimals: number, path: string): Problem[] {
  return decimalPlaces(value) > decimals ? [{ code: 'number_decimals', path, value, params: { decimals } }] : [];
}

/** Points, where stated: exact, with at most three decimal places. */
export function checkPointsAt(value: number | undefined, path: string): Problem[] {
  if (value === undefined) return [];
  return [...checkDecimals(value, POINTS_DECIMALS, path), ...checkExact(value, path)].slice(0, 1);
}

/** The bounds of a range, where both are stated. */
export function checkRange(
  range: { readonly min?: number; readonly max?: number } | undefined,
  path: string,
): Problem[] {
  const { min, max } = range ?? {};
  if (min === undefined || max === undefined || min <= max) return [];
  return [{ code: 'min_above_max', path: `${path}/min`, value: min, params: { max } }];
}
