import { Rounding } from '../rule-set/rule-set.types';
import { MAX_SIGNIFICANT_DIGITS } from './decimal';
import { roundsUp } from './rational';

/**
 * An exact fraction of two safe integers, the denominator positive; not always in lowest terms. It does what `Rational`
 * does at a fraction of its cost as long as the numbers are small. What might not be exact is null: ask `Rational` then.
 */
export interface SmallFraction {
  readonly n: number;
  readonly d: number;
}

const MAX_EXACT = 10 ** MAX_SIGNIFICANT_DIGITS;

/** No result of an operation between products of safe integers is exact unless it is safe itself. */
function small(n: number, d: number): SmallFraction | null {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return null;
  return d < 0 ? { n: 0 - n, d: 0 - d } : { n, d };
}

/** The fraction of a number that has at most so many decimal places. */
export function smallOf(value: number, decimals: number): SmallFraction | null {
  if (Number.isInteger(value)) return small(value, 1);
  const d = 10 ** decimals;
  const n = Math.round(value * d);
  // The division is rounded correctly, so that only the decimal n / d itself gives its own double back.
  return n / d === value && Math.abs(n) < MAX_EXACT ? small(n, d) : null;
}

export function smallAdd(a: SmallFraction, b: SmallFraction): SmallFraction | null {
  return a.d === b.d ? small(a.n + b.n, a.d) : sumOf(a.n * b.d, b.n * a.d, a.d * b.d);
}

export function smallSubtract(a: SmallFraction, b: SmallFraction): SmallFraction | null {
  return a.d === b.d ? small(a.n - b.n, a.d) : sumOf(a.n * b.d, -(b.n * a.d), a.d * b.d);
}

/** A sum of products is exact only if each of them is. */
function sumOf(first: number, second: number, d: number): SmallFraction | null {
  return Number.isSafeInteger(first) && Number.isSafeInteger(second) ? small(first + second, d) : null;
}

export function smallMultiply(a: SmallFraction, b: SmallFraction): SmallFraction | null {
  return small(a.n * b.n, a.d * b.d);
}

/** The quotient; undefined when the divisor is 0. */
export function smallDivide(a: SmallFraction, b: SmallFraction): SmallFraction | null | undefined {
  return b.n === 0 ? undefined : small(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function smallCompare(a: SmallFraction, b: SmallFraction): number | null {
  return smallSubtract(a, b)?.n ?? null;
}

/** The greatest integer that is not above the fraction. */
export function smallFloor({ n, d }: SmallFraction): SmallFraction {
  return { n: floorOf(n, d), d: 1 };
}

/** The least integer that is not below the fraction. */
export function smallCeil({ n, d }: SmallFraction): SmallFraction {
  return { n: n % d === 0 ? n / d : floorOf(n, d) + 1, d: 1 };
}

/** Remainders of safe integers are exact, and so is what they leave: it is never larger than n. */
function floorOf(n: number, d: number): number {
  const rest = n % d;
  return (n - rest) / d - (rest < 0 ? 1 : 0);
}

/** The fraction brought to a number of decimal places, as a JSON number. */
export function smallRound({ n, d }: SmallFraction, decimals: number, mode: Rounding): number | null {
  const scale = 10 ** decimals;
  const scaled = n * scale;
  if (!Number.isSafeInteger(scaled)) return null;
  const below = floorOf(scaled, d);
  const rest = scaled % d;
  const half = 2 * (rest < 0 ? rest + d : rest) - d;
  const units = rest !== 0 && roundsUp(mode, n < 0, below % 2 !== 0, half) ? below + 1 : below;
  return Math.abs(units) < MAX_EXACT ? units / scale : null;
}
