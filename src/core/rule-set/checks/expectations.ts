import { pointer, Problem } from '../../problems/problem';
import { Regime } from '../regime.types';
import { ExpectedStanding, ScoringScenario } from '../rule-set.types';
import { checkDay, checkKnownAt } from './days';
import { checkPointsAt, checkRange } from './numbers';
import { checkFinding, Findings } from './records';
import { checkReference } from './references';
import { checkBaseFact, ScenarioFacts } from './scenario-facts';

/** What the expectations of scenarios may name. */
export interface ExpectationContext extends ScenarioFacts {
  readonly items: ReadonlySet<string>;
  readonly rungs: ReadonlySet<string>;
  readonly timeZone: string;
  readonly regime: Regime | undefined;
}

/** What a scoring scenario expects names items and facts of the rule set, and states points where violated. */
export function checkScoringExpectation(
  { points, pointsRange, items }: ScoringScenario['expect'],
  path: string,
  context: ExpectationContext,
): Problem[] {
  const range = pointer(path, 'pointsRange');
  return [
    ...checkPointsAt(points, pointer(path, 'points')),
    ...checkPointsAt(pointsRange?.min, pointer(range, 'min')),
    ...checkPointsAt(pointsRange?.max, pointer(range, 'max')),
    ...checkRange(pointsRange, range),
    ...Object.entries(items).flatMap(([code, expected]) =>
      checkExpectedItem(code, expected, pointer(path, 'items', code), context),
    ),
  ];
}

function checkExpectedItem(
  code: string,
  expected: ScoringScenario['expect']['items'][string],
  path: string,
  { items, facts }: ExpectationContext,
): Problem[] {
  const { outcome, points, replacedBy, missingFacts } = expected;
  const pointsAt = pointer(path, 'points');
  const stated = outcome !== 'violated' || points !== undefined;
  return [
    ...checkReference('unknown_item', code, items, path),
    ...(stated ? [] : [{ code: 'expected_points_missing' as const, path: pointsAt, params: { item: code } }]),
    ...checkPointsAt(points, pointsAt),
    ...(replacedBy === undefined ? [] : checkReference('unknown_item', replacedBy, items, pointer(path, 'replacedBy'))),
    ...(missingFacts ?? []).flatMap((fact, n) => checkBaseFact(fact, fact, facts, pointer(path, 'missingFacts', n))),
  ];
}

/** What a history scenario expects names rungs of the rule set and findings of its history, on days that exist. */
export function checkStandingExpectation(
  standing: ExpectedStanding,
  path: string,
  { rungs, timeZone }: ExpectationContext,
  findings: Findings,
): Problem[] {
  const { asOf, knownAt, total, carried, next } = standing;
  const at = (...tokens: readonly (string | number)[]): string => pointer(path, ...tokens);
  return [
    ...checkDay(asOf, at('asOf')),
    ...checkKnownAt(knownAt, timeZone, at('knownAt')),
    ...checkPointsAt(total, at('total')),
    ...checkPointsAt(carried, at('carried')),
    ...(['rungs', 'newRungs', 'measures'] as const).flatMap((list) =>
      (standing[list] ?? []).flatMap((rung, n) => checkReference('unknown_rung', rung, rungs, at(list, n))),
    ),
    ...(standing.postings ?? []).flatMap((posting, n) => [
      ...checkFinding(posting.finding, at('postings', n, 'finding'), findings),
      ...checkPointsAt(posting.points, at('postings', n, 'points')),
      ...checkDay(posting.deadline, at('postings', n, 'deadline')),
      ...checkDay(posting.clearedOn, at('postings', n, 'clearedOn')),
    ]),
    ...checkDay(next?.day, at('next', 'day')),
    ...checkPointsAt(next?.clears, at('next', 'clears')),
    ...checkPointsAt(next?.carries, at('next', 'carries')),
  ];
}
