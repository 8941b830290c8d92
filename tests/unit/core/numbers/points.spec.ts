import { addPoints, fromPoints, NO_POINTS, toPoints } from '../../../../src/core/numbers/points';

describe('points', () => {
  it('are thousandths', () => {
    expect([toPoints(3), toPoints(0.5), toPoints(0.001), toPoints(1.005), toPoints(100_000)]).toEqual([
      3000, 500, 1, 1005, 100_000_000,
    ]);
  });

  it.each([0.0001, 1.2345, 0.1 + 0.2])('refuse %p, which needs more than three places', (value) => {
    expect(() => toPoints(value)).toThrow(RangeError);
  });

  it('add up exactly where doubles do not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(fromPoints(addPoints(toPoints(0.1), toPoints(0.2)))).toBe(0.3);
    expect(fromPoints(addPoints(toPoints(0.7), toPoints(0.1), toPoints(0.001)))).toBe(0.801);
    expect(fromPoints(addPoints(...Array<typeof NO_POINTS>(1000).fill(toPoints(0.001))))).toBe(1);
  });

  it('of nothing are none', () => {
    expect(addPoints()).toBe(NO_POINTS);
  });

  it('come back as the number they were, for every decimal of three places up to 130', () => {
    for (let thousandths = 0; thousandths <= 130_000; thousandths++) {
      const value = Number(`${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`);
      if (toPoints(value) !== thousandths || fromPoints(toPoints(value)) !== value) throw new Error(`${value}`);
    }
  });
});
