import { pointer, Problem } from '../../problems/problem';
import { RuleSet } from '../rule-set.types';

const MONTHS_OF_A_YEAR = 12;

/** Cycles begin on the same days every year, and the rungs of the ladder rise strictly. */
export function checkAccumulation({ accumulation, ladder }: RuleSet): Problem[] {
  const { months } = accumulation.cycle;
  const fits = MONTHS_OF_A_YEAR % months === 0 || months % MONTHS_OF_A_YEAR === 0;
  return [
    ...(fits ? [] : [{ code: 'cycle_months' as const, path: '/accumulation/cycle/months', value: months }]),
    ...ladder.rungs.flatMap(({ points }, index): Problem[] => {
      const previous = ladder.rungs[index - 1];
      if (previous === undefined || previous.points < points) return [];
      const params = { previous: previous.code, previousPoints: previous.points };
      return [{ code: 'rungs_not_rising', path: pointer('/ladder/rungs', index, 'points'), value: points, params }];
    }),
  ];
}
