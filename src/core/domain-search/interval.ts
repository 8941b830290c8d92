import { add, compare, divide, multiply, Rational, subtract } from '../numbers/rational';

/** All values from `low` to `high`, both included; without end on a side that is not stated. */
export interface Interval {
  readonly low?: Rational;
  readonly high?: Rational;
}

const ZERO: Rational = { n: 0n, d: 1n };

export function interval(low: Rational | undefined, high: Rational | undefined): Interval {
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

export const point = (value: Rational): Interval => ({ low: value, high: value });

/** The interval that a function which never falls makes of another. */
export function map(a: Interval, rising: (value: Rational) => Rational): Interval {
  return interval(a.low && rising(a.low), a.high && rising(a.high));
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return interval(a.low && b.low && add(a.low, b.low), a.high && b.high && add(a.high, b.high));
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return interval(a.low && b.high && subtract(a.low, b.high), a.high && b.low && subtract(a.high, b.low));
}

/** May be wider than what the product can really be, and is never narrower. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x && y && multiply(x, y)));
  const known = corners.filter((corner) => corner !== undefined);
  if (known.length === corners.length) return interval(known.reduce(least), known.reduce(greatest));
  if (isNegative(a)) return negate(multiplyIntervals(negate(a), b));
  if (isNegative(b)) return negate(multiplyIntervals(a, negate(b)));
  if (!atLeastZero(a) || !atLeastZero(b)) return {};
  return interval(multiply(a.low, b.low), a.high && b.high && multiply(a.high, b.high));
}

/** Undefined where the divisor may be 0, so that there may be no quotient. */
export function divideIntervals(a: Interval, b: Interval): Interval | undefined {
  if (isNegative(b)) return divideIntervals(negate(a), negate(b));
  if (b.low === undefined || compare(b.low, ZERO) <= 0) return undefined;
  const one: Rational = { n: 1n, d: 1n };
  return multiplyIntervals(a, interval(b.high === undefined ? ZERO : divide(one, b.high), divide(one, b.low)));
}

export function leastOf(a: Interval, b: Interval): Interval {
  return interval(a.low && b.low && least(a.low, b.low), a.high && b.high ? least(a.high, b.high) : (a.high ?? b.high));
}

export function greatestOf(a: Interval, b: Interval): Interval {
  return negate(leastOf(negate(a), negate(b)));
}

/** Whether every value of a is below every value of b. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high !== undefined && b.low !== undefined && compare(a.high, b.low) < 0;
}

/** Whether no value of a is above any value of b. */
export function isNowhereAbove(a: Interval, b: Interval): boolean {
  return a.high !== undefined && b.low !== undefined && compare(a.high, b.low) <= 0;
}

const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
const negate = (a: Interval): Interval => subtractIntervals(point(ZERO), a);
const isNegative = (a: Interval): boolean => a.high !== undefined && compare(a.high, ZERO) < 0;
const atLeastZero = (a: Interval): a is Interval & { readonly low: Rational } =>
  a.low !== undefined && compare(a.low, ZERO) >= 0;
