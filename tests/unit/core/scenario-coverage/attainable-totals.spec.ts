import { neighbours } from '../../../../src/core/scenario-coverage/attainable-totals';
import { Points, toPoints } from '../../../../src/core/numbers/points';

const points = (...values: readonly number[]): readonly Points[] => values.map(toPoints);

describe('neighbours of a bound', () => {
  it.each([
    [[1, 2, 3], 3, 2, 3],
    [[2, 6], 3, 2, 4],
    [[3, 5], 4, 3, 5],
    [[3, 5], 1, 0, 3],
    [[0.5], 6, 5.5, 6],
    [[6, 9, 20], 43, 42, 44],
    [[12], 3, 0, 12],
    [[0, 2], 2, 0, 2],
  ])('of totals of %j about %d are %d and %d', (costs, bound, below, from) => {
    expect(neighbours(points(...costs), toPoints(bound))).toEqual({ below: toPoints(below), from: toPoints(from) });
  });

  it('reaches nothing where nothing costs anything', () => {
    expect(neighbours(points(0), toPoints(3))).toEqual({ below: 0 });
  });

  it('goes by the common step where there are too many totals to look at', () => {
    expect(neighbours(points(0.001, 2), toPoints(5_000))).toEqual({ below: 4_999_999, from: 5_000_000 });
  });
});
