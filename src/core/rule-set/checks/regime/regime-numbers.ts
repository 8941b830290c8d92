import { pointer, Problem } from '../../../problems/problem';
import { Life, Multiplier, PointsRule, Regime } from '../../regime.types';
import { RuleSet } from '../../rule-set.types';
import { checkDay } from '../days';
import { checkPointsAt, checkRange } from '../numbers';
import { checkRising } from './formulas';
import { checkSubjectDate } from './test-references';

/** The numbers and days of a regime are exact, in order, and rounded where they have to be. */
export function checkRegimeNumbers(ruleSet: RuleSet): Problem[] {
  const { regime } = ruleSet;
  if (regime === undefined) return [];
  const facts = new Map(ruleSet.facts.map((fact) => [fact.path, fact]));
  return [
    ...(regime.items ?? []).flatMap(({ points, variants = [], cap }, n) => {
      const path = pointer('/regime/items', n);
      return [
        ...checkRule(points, pointer(path, 'points')),
        ...checkPointsAt(cap, pointer(path, 'cap')),
        ...variants.flatMap((variant, v) => checkPointsAt(variant.points, pointer(path, 'variants', v, 'points'))),
      ];
    }),
    ...(regime.multipliers ?? []).flatMap((one, n) => checkMultiplier(one, pointer('/regime/multipliers', n))),
    ...(regime.concurrency ?? []).flatMap(({ take }, n) =>
      typeof take === 'object' ? checkPointsAt(take.atMost, pointer('/regime/concurrency', n, 'take', 'atMost')) : [],
    ),
    ...regime.scores.flatMap((score, n) => {
      const path = pointer('/regime/scores', n);
      const numbers = (['start', 'floor', 'ceiling', 'fullMark'] as const).flatMap((name) =>
        checkPointsAt(score[name], pointer(path, name)),
      );
      const { floor, ceiling, bands = [], life = {} } = score;
      const range = {
        ...(floor === undefined ? {} : { min: floor }),
        ...(ceiling === undefined ? {} : { max: ceiling }),
      };
      const anchor = life.cycle?.anchor;
      return [
        ...numbers,
        ...checkRange(range, path).map((problem) => ({ ...problem, path: pointer(path, 'floor') })),
        ...checkBands(bands, pointer(path, 'bands')),
        ...checkLife(life, pointer(path, 'life')),
        ...(anchor !== undefined && 'subject' in anchor
          ? checkSubjectDate(anchor.subject, pointer(path, 'life', 'cycle', 'anchor', 'subject'), facts)
          : []),
      ];
    }),
    ...checkCreditsAndLadders(regime),
  ];
}

function checkRule(points: PointsRule, path: string): Problem[] {
  if (typeof points === 'number') return checkPointsAt(points, path);
  if ('perDay' in points) return checkPointsAt(points.perDay, pointer(path, 'perDay'));
  if ('choiceOf' in points) {
    return points.choiceOf.flatMap((one, n) => checkPointsAt(one, pointer(path, 'choiceOf', n)));
  }
  if (!('choice' in points)) return [];
  const { min, max, step } = points.choice;
  const at = pointer(path, 'choice');
  return [
    ...checkPointsAt(min, pointer(at, 'min')),
    ...checkPointsAt(max, pointer(at, 'max')),
    ...checkPointsAt(step, pointer(at, 'step')),
    ...checkRange({ min, max }, at),
    ...(step === 0
      ? [{ code: 'number_too_small' as const, path: pointer(at, 'step'), value: 0, params: { limit: 0.001 } }]
      : []),
  ];
}

function checkMultiplier(multiplier: Multiplier, path: string): Problem[] {
  const factors = 'repeat' in multiplier ? multiplier.repeat.factors : [multiplier.factor];
  const at = 'repeat' in multiplier ? pointer(path, 'repeat', 'factors', 0) : pointer(path, 'factor');
  const periods = 'periods' in multiplier ? multiplier.periods : [];
  return [
    ...factors.flatMap((factor) => checkPointsAt(factor, at)),
    ...checkFactorRounding(factors, multiplier.rounding, path, 'rounding'),
    ...periods.flatMap(({ from, to }, n): Problem[] => {
      const days = pointer(path, 'periods', n);
      const missing = [...checkDay(from, pointer(days, 'from')), ...checkDay(to, pointer(days, 'to'))];
      if (missing.length > 0 || from < to) return missing;
      return [{ code: 'period_reversed', path: pointer(days, 'to'), value: to, params: { from } }];
    }),
  ];
}

/** A factor that is no whole number can lead beyond three places. */
function checkFactorRounding(factors: readonly number[], rounding: unknown, path: string, name: string): Problem[] {
  return rounding !== undefined || factors.every(Number.isInteger)
    ? []
    : [{ code: 'regime_rounding_missing', path: pointer(path, name) }];
}

function checkBands(bands: readonly { readonly from?: number }[], path: string): Problem[] {
  const misplaced = bands.flatMap(({ from }, n): Problem[] =>
    (from === undefined) === (n === 0)
      ? []
      : [{ code: 'band_from', path: pointer(path, n, 'from'), value: from ?? null }],
  );
  if (misplaced.length > 0) return misplaced;
  return [
    ...bands.flatMap(({ from }, n) => checkPointsAt(from, pointer(path, n, 'from'))),
    ...checkRising(
      bands.slice(1).map(({ from }) => from ?? 0),
      (n) => pointer(path, n + 1, 'from'),
    ),
  ];
}

const MONTHS_OF_A_YEAR = 12;

function checkLife({ cycle, weights = [], weightRounding, clean = [] }: Life, path: string): Problem[] {
  const months = cycle?.months ?? MONTHS_OF_A_YEAR;
  const fits =
    MONTHS_OF_A_YEAR % months === 0 ||
    months % MONTHS_OF_A_YEAR === 0 ||
    (cycle !== undefined && 'subject' in cycle.anchor);
  return [
    ...(fits ? [] : [{ code: 'cycle_months' as const, path: pointer(path, 'cycle', 'months'), value: months }]),
    ...checkPointsAt(cycle?.end?.below, pointer(path, 'cycle', 'end', 'below')),
    ...weights.flatMap(({ factor, until }, n) => [
      ...checkPointsAt(factor, pointer(path, 'weights', n, 'factor')),
      // Only the last reaches on without end.
      ...((until === undefined) === (n === weights.length - 1) || (n === weights.length - 1 && until !== undefined)
        ? []
        : [
            {
              code: 'property_missing' as const,
              path: pointer(path, 'weights', n, 'until'),
              params: { property: 'until' },
            },
          ]),
    ]),
    ...checkFactorRounding(
      weights.map(({ factor }) => factor),
      weightRounding,
      path,
      'weightRounding',
    ),
    ...clean.flatMap(({ then }, n) =>
      typeof then === 'object' ? checkPointsAt(then.credit, pointer(path, 'clean', n, 'then', 'credit')) : [],
    ),
  ];
}

function checkCreditsAndLadders({ credits, ladders = [], measures = [] }: Regime): Problem[] {
  return [
    ...(credits?.kinds ?? []).flatMap(({ points }, n) =>
      checkPointsAt(points, pointer('/regime/credits/kinds', n, 'points')),
    ),
    ...checkPointsAt(credits?.cap?.points, '/regime/credits/cap/points'),
    ...ladders.flatMap(({ rungs, patterns = [] }, n) => {
      const path = pointer('/regime/ladders', n);
      return [
        ...rungs.flatMap(({ at, every }, r) => [
          ...checkPointsAt(at, pointer(path, 'rungs', r, 'at')),
          ...checkPointsAt(every, pointer(path, 'rungs', r, 'every')),
        ]),
        ...patterns.flatMap(({ atLeast, below }, p) => [
          ...checkPointsAt(atLeast, pointer(path, 'patterns', p, 'atLeast')),
          ...checkPointsAt(below, pointer(path, 'patterns', p, 'below')),
        ]),
      ];
    }),
    ...measures.flatMap(({ effects = [] }, n) =>
      effects.flatMap(({ consume, set }, e) => [
        ...checkPointsAt(consume, pointer('/regime/measures', n, 'effects', e, 'consume')),
        ...checkPointsAt(set, pointer('/regime/measures', n, 'effects', e, 'set')),
      ]),
    ),
  ];
}
