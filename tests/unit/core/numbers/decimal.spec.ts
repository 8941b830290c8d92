import { decimalParts, decimalPlaces, isExactDecimal } from '../../../../src/core/numbers/decimal';

describe('decimalParts', () => {
  it.each([
    [0, 0n, 0],
    [-0, 0n, 0],
    [0.25, 25n, 2],
    [-0.5, -5n, 1],
    [1e21, 10n ** 21n, 0],
    [1.5e-7, 15n, 8],
    [-1.5e-7, -15n, 8],
    [123456.789, 123456789n, 3],
  ])('%p is %p with %i places', (value, digits, places) => {
    expect(decimalParts(value)).toEqual({ digits, places });
  });

  it.each([NaN, Infinity, -Infinity])('%p is no number to it', (value) => {
    expect(() => decimalParts(value)).toThrow(RangeError);
  });
});

describe('decimalPlaces', () => {
  it.each([
    [3, 0],
    [3.0, 0],
    [1e300, 0],
    [0.1, 1],
    [0.001, 3],
    [0.0001, 4],
    [1e-9, 9],
    [-12.345, 3],
    [0.1 + 0.2, 17],
  ])('of %p are %i', (value, places) => {
    expect(decimalPlaces(value)).toBe(places);
  });
});

describe('isExactDecimal', () => {
  it.each([0, 0.1, 0.3, -2.5, 1e300, 999_999_999_999_999, 0.123456789012345, 123_456_789_012_345_000])(
    'holds for %p',
    (value) => {
      expect(isExactDecimal(value)).toBe(true);
    },
  );

  it.each([0.1 + 0.2, 9_007_199_254_740_993, 1_234_567_890_123_456, NaN, Infinity, -Infinity])(
    'does not hold for %p',
    (value) => {
      expect(isExactDecimal(value)).toBe(false);
    },
  );
});
