import { pointer, Problem } from '../../problems/problem';
import { RuleSet } from '../rule-set.types';
import { checkPointsAt, checkRange } from './numbers';

/** All points of items, rungs and marks have at most three decimal places. */
export function checkPoints({ items, accumulation, ladder }: RuleSet): Problem[] {
  return [
    ...items.flatMap(({ points, variants, plausiblePoints }, index) => {
      const path = pointer('/items', index);
      const plausible = pointer(path, 'plausiblePoints');
      return [
        ...checkPointsAt(points, pointer(path, 'points')),
        ...(variants ?? []).flatMap((variant, n) =>
          checkPointsAt(variant.points, pointer(path, 'variants', n, 'points')),
        ),
        ...checkPointsAt(plausiblePoints?.min, pointer(plausible, 'min')),
        ...checkPointsAt(plausiblePoints?.max, pointer(plausible, 'max')),
        ...checkRange(plausiblePoints, plausible),
      ];
    }),
    ...checkPointsAt(accumulation.fullMark, '/accumulation/fullMark'),
    ...checkPointsAt(accumulation.ceiling, '/accumulation/ceiling'),
    ...ladder.rungs.flatMap(({ points }, index) => checkPointsAt(points, pointer('/ladder/rungs', index, 'points'))),
  ];
}
