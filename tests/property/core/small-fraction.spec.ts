import * as fc from 'fast-check';
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  multiply,
  Rational,
  round,
  subtract,
  toNumber,
} from '../../../src/core/numbers/rational';
import {
  smallAdd,
  smallCeil,
  smallCompare,
  smallDivide,
  smallFloor,
  SmallFraction,
  smallMultiply,
  smallOf,
  smallRound,
  smallSubtract,
} from '../../../src/core/numbers/small-fraction';
import { runs } from '../../support/runs';

const RUNS = runs(750);
const MAX = Number.MAX_SAFE_INTEGER;

/** Integers small and at the very edge of what a double holds exactly. */
const integer = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -MAX, max: MAX }),
  fc.nat(40).map((below) => MAX - below),
  fc.nat(40).map((above) => above - MAX),
);
const fraction = fc.record({ n: integer, d: integer.filter((d) => d > 0) });
const tiny = fc.record({ n: fc.integer({ min: -9999, max: 9999 }), d: fc.integer({ min: 1, max: 1000 }) });
const modes = fc.constantFrom('half_up', 'half_even', 'up', 'down', 'ceiling', 'floor');

const exact = ({ n, d }: SmallFraction): Rational =>
  multiply({ n: BigInt(n), d: 1n }, divide({ n: 1n, d: 1n }, { n: BigInt(d), d: 1n })!);

const OPERATIONS = [
  [smallAdd, add],
  [smallSubtract, subtract],
  [smallMultiply, multiply],
  [smallDivide, divide],
  [(a: SmallFraction) => smallFloor(a), (a: Rational) => floor(a)],
  [(a: SmallFraction) => smallCeil(a), (a: Rational) => ceil(a)],
] as const;

const expectEqual = (small: SmallFraction | null | undefined, wanted: Rational | undefined): void => {
  if (small === null) return;
  expect(small === undefined ? undefined : exact(small)).toEqual(wanted);
  if (small !== undefined)
    expect(small.d > 0 && Number.isSafeInteger(small.n) && Number.isSafeInteger(small.d)).toBe(true);
};

describe('arithmetic on small fractions', () => {
  it.each(OPERATIONS)('is exact or gives up: %p', (small, big) => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => expectEqual(small(a, b), big(exact(a), exact(b)))),
      RUNS,
    );
  });

  it.each(OPERATIONS)('does not give up on what is small: %p', (small) => {
    fc.assert(
      fc.property(tiny, tiny, (a, b) => expect(small(a, b)).not.toBeNull()),
      RUNS,
    );
  });

  it('compares', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const order = smallCompare(a, b);
        if (order !== null) expect(Math.sign(order)).toBe(Math.sign(compare(exact(a), exact(b))));
      }),
      RUNS,
    );
    expect(smallCompare({ n: 1, d: 3 }, { n: 2, d: 6 })).toBe(0);
  });

  it('rounds, half way too', () => {
    const half = fc.integer({ min: -2001, max: 2001 }).map((n) => ({ n, d: 2000 }));
    fc.assert(
      fc.property(fc.oneof(half, tiny, fraction), fc.nat(9), modes, (a, decimals, mode) => {
        const rounded = smallRound(a, decimals, mode);
        if (rounded !== null) expect(rounded + 0).toBe(toNumber(round(exact(a), decimals, mode)));
      }),
      RUNS,
    );
    fc.assert(
      fc.property(tiny, fc.nat(3), modes, (a, decimals, mode) => expect(smallRound(a, decimals, mode)).not.toBeNull()),
      RUNS,
    );
  });

  it('takes a decimal for what it looks like', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.nat(9))
      .map(([units, places]) => ({ value: units / 10 ** places, places }));
    fc.assert(
      fc.property(decimal, ({ value, places }) => {
        const small = smallOf(value, places)!;
        expect(small.n / small.d).toBe(value);
      }),
      RUNS,
    );
    expect(smallOf(0.123, 2)).toBeNull();
    expect(smallOf(1e20, 0)).toBeNull();
  });
});
