import { Rounding } from '../rule-set/rule-set.types';
import { decimalParts, isExactDecimal } from './decimal';

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const magnitude = (a: bigint): bigint => (a < 0n ? -a : a);

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function rational(n: bigint, d: bigint): Rational {
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

/** The fraction that a JSON number stands for, read as its shortest decimal: 0.1 is exactly 1/10. */
export function fromNumber(value: number): Rational {
  const { digits, places } = decimalParts(value);
  return rational(digits, 10n ** BigInt(places));
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);

/** The quotient; undefined when the divisor is 0. */
export const divide = (a: Rational, b: Rational): Rational | undefined =>
  b.n === 0n ? undefined : rational(a.n * b.d, a.d * b.n);

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest integer that is not above the fraction. */
export function floor(a: Rational): Rational {
  const quotient = a.n / a.d;
  return { n: a.n % a.d < 0n ? quotient - 1n : quotient, d: 1n };
}

/** The least integer that is not below the fraction. */
export function ceil(a: Rational): Rational {
  const below = floor({ n: -a.n, d: a.d });
  return { n: -below.n, d: 1n };
}

/** The one rounding function: brings a fraction to a number of decimal places. */
export function round(a: Rational, decimals: number, mode: Rounding): Rational {
  const scale = 10n ** BigInt(decimals);
  const scaled = rational(a.n * scale, a.d);
  const below = floor(scaled).n;
  const rest = scaled.n - below * scaled.d;
  if (rest === 0n) return a;
  const toHalf = 2n * rest - scaled.d;
  const half = toHalf > 0n ? 1 : toHalf < 0n ? -1 : 0;
  return rational(roundsUp(mode, scaled.n < 0n, below % 2n !== 0n, half) ? below + 1n : below, scale);
}

/**
 * Whether a number between two neighbours is rounded to the upper one.
 *
 * @param odd whether the lower neighbour is odd
 * @param half negative, zero or positive as the number lies below, on or above the middle between the two
 */
export function roundsUp(mode: Rounding, negative: boolean, odd: boolean, half: number): boolean {
  switch (mode) {
    case 'ceiling':
      return true;
    case 'floor':
      return false;
    case 'up':
      return !negative;
    case 'down':
      return negative;
    case 'half_up':
      return half > 0 || (half === 0 && !negative);
    case 'half_even':
      return half > 0 || (half === 0 && odd);
  }
}

/** The fraction as a JSON number; undefined when no double of at most 15 significant digits stands for it. */
export function toNumber(a: Rational): number | undefined {
  const value = Number(a.n) / Number(a.d);
  return isExactDecimal(value) && compare(fromNumber(value), a) === 0 ? value : undefined;
}
