import {
  add,
  ceil,
  compare,
  divide,
  floor,
  fromNumber,
  multiply,
  Rational,
  round,
  subtract,
  toNumber,
} from '../../../../src/core/numbers/rational';
import { Rounding } from '../../../../src/core/rule-set/rule-set.types';

const of = (n: number, d = 1): Rational => divide(fromNumber(n), fromNumber(d)) as Rational;

describe('exact fractions', () => {
  it('read numbers as the decimals they stand for', () => {
    expect(fromNumber(0.1)).toEqual({ n: 1n, d: 10n });
    expect(fromNumber(-0.25)).toEqual({ n: -1n, d: 4n });
    expect(fromNumber(0)).toEqual({ n: 0n, d: 1n });
    expect(fromNumber(-0)).toEqual({ n: 0n, d: 1n });
    expect(fromNumber(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
  });

  it('make 0.1 + 0.2 equal 0.3', () => {
    expect(toNumber(add(fromNumber(0.1), fromNumber(0.2)))).toBe(0.3);
    expect(compare(add(fromNumber(0.1), fromNumber(0.2)), fromNumber(0.3))).toBe(0);
  });

  it('keep thirds until the end', () => {
    expect(toNumber(multiply(of(1, 3), of(3)))).toBe(1);
    expect(subtract(of(1, 3), of(1, 3))).toEqual({ n: 0n, d: 1n });
    expect(toNumber(of(1, 3))).toBeUndefined();
  });

  it('keep the sign in the numerator', () => {
    expect(of(1, -3)).toEqual({ n: -1n, d: 3n });
    expect(of(-1, -3)).toEqual({ n: 1n, d: 3n });
    expect(of(0, -3)).toEqual({ n: 0n, d: 1n });
    expect(of(4, -2)).toEqual({ n: -2n, d: 1n });
    expect(of(-4, -2)).toEqual({ n: 2n, d: 1n });
    expect(of(6, -4)).toEqual({ n: -3n, d: 2n });
  });

  it('order a quotient by a negative divisor below zero', () => {
    expect(compare(of(4, -2), of(0))).toBe(-1);
    expect(compare(of(-4, -2), of(0))).toBe(1);
    expect(compare(of(6, -3), of(-1))).toBe(-1);
  });

  it('have no quotient by zero', () => {
    expect(divide(of(1), of(0))).toBeUndefined();
    expect(divide(of(0), of(0))).toBeUndefined();
    expect(divide(of(1), fromNumber(-0))).toBeUndefined();
  });

  it('compare exactly, on both sides', () => {
    expect(compare(of(1, 3), fromNumber(0.333333333333333))).toBe(1);
    expect(compare(of(1, 3), fromNumber(0.333333333333334))).toBe(-1);
    expect(compare(of(-1, 3), of(1, 3))).toBe(-1);
  });

  it.each([
    [5, 2, 2, 3],
    [-5, 2, -3, -2],
    [4, 2, 2, 2],
    [-4, 2, -2, -2],
    [1, 1000, 0, 1],
    [-1, 1000, -1, 0],
    [0, 1, 0, 0],
  ])('%i/%i lies between %i and %i', (n, d, below, above) => {
    expect(toNumber(floor(of(n, d)))).toBe(below);
    expect(toNumber(ceil(of(n, d)))).toBe(above);
  });

  it('are no number where no double of 15 digits stands for them', () => {
    expect(toNumber(of(1234567.123456789, 1))).toBeUndefined();
    expect(toNumber(multiply(fromNumber(1e300), fromNumber(1e300)))).toBeUndefined();
    expect(toNumber(multiply(fromNumber(1e200), fromNumber(1e100)))).toBe(1e300);
  });
});

describe('round', () => {
  const modes = ['half_up', 'half_even', 'up', 'down', 'ceiling', 'floor'] as const satisfies readonly Rounding[];

  it.each([
    //  value      half_up even    up     down   ceiling floor
    [2.5, [3, 2, 3, 2, 3, 2]],
    [-2.5, [-3, -2, -3, -2, -2, -3]],
    [3.5, [4, 4, 4, 3, 4, 3]],
    [-3.5, [-4, -4, -4, -3, -3, -4]],
    [0.5, [1, 0, 1, 0, 1, 0]],
    [-0.5, [-1, 0, -1, 0, 0, -1]],
    [2.4999, [2, 2, 3, 2, 3, 2]],
    [-2.4999, [-2, -2, -3, -2, -2, -3]],
    [2.5001, [3, 3, 3, 2, 3, 2]],
    [-2.5001, [-3, -3, -3, -2, -2, -3]],
    [2, [2, 2, 2, 2, 2, 2]],
    [-2, [-2, -2, -2, -2, -2, -2]],
    [0, [0, 0, 0, 0, 0, 0]],
  ])('brings %p to whole numbers by every mode', (value, expected) => {
    expect(modes.map((mode) => toNumber(round(fromNumber(value), 0, mode)))).toEqual(expected);
  });

  it.each([
    [1.005, [1.01, 1, 1.01, 1, 1.01, 1]],
    [-1.005, [-1.01, -1, -1.01, -1, -1, -1.01]],
    [1.015, [1.02, 1.02, 1.02, 1.01, 1.02, 1.01]],
    [2.675, [2.68, 2.68, 2.68, 2.67, 2.68, 2.67]],
    [0.125, [0.13, 0.12, 0.13, 0.12, 0.13, 0.12]],
    [1.01, [1.01, 1.01, 1.01, 1.01, 1.01, 1.01]],
  ])('brings %p to two places by every mode', (value, expected) => {
    expect(modes.map((mode) => toNumber(round(fromNumber(value), 2, mode)))).toEqual(expected);
  });

  it('rounds thirds by every mode', () => {
    expect(modes.map((mode) => toNumber(round(of(1, 3), 3, mode)))).toEqual([0.333, 0.333, 0.334, 0.333, 0.334, 0.333]);
    expect(modes.map((mode) => toNumber(round(of(-2, 3), 3, mode)))).toEqual([
      -0.667, -0.667, -0.667, -0.666, -0.666, -0.667,
    ]);
  });

  it('keeps what has fewer places as it is', () => {
    expect(round(fromNumber(1.5), 9, 'up')).toEqual({ n: 3n, d: 2n });
  });
});
