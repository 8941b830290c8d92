import { compileRuleSet } from '../../../../src/core/rule-set/compile';
import {
  ExpectedStanding,
  HistoryScenario,
  Scenario,
  ScoringScenario,
} from '../../../../src/core/rule-set/rule-set.types';
import { runScenarios, ScenarioResult, scenarioProblems } from '../../../../src/core/scenarios/run-scenarios';
import { aRuleSet } from '../../../support/rule-set.builder';

const { baseFacts, cases } = aRuleSet().scenarios!;
const [scoring, history] = cases as readonly [ScoringScenario, HistoryScenario];

const compiled = (...scenarios: readonly Scenario[]) =>
  compileRuleSet(aRuleSet({ scenarios: { baseFacts: baseFacts!, cases: scenarios } }));

const run = (...scenarios: readonly Scenario[]): Promise<readonly ScenarioResult[]> =>
  runScenarios(compiled(...scenarios));

const expecting = (changes: Partial<ScoringScenario['expect']>): ScoringScenario => ({
  ...scoring,
  expect: { ...scoring.expect, ...changes },
});

const standing = (changes: Partial<ExpectedStanding>): HistoryScenario => ({
  ...history,
  expect: [{ ...history.expect[0]!, ...changes }],
});

/** What does not agree, as `what: expected ≠ found`. */
async function mismatches(scenario: Scenario): Promise<readonly string[]> {
  const [result] = await run(scenario);
  expect(result!.passed).toBe(result!.mismatches.length + result!.problems.length === 0);
  return result!.mismatches.map(({ what, expected, found }) => {
    return `${what}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(found)}`;
  });
}

describe('runScenarios', () => {
  it('runs nothing where there is none', async () => {
    const { scenarios: _, ...bare } = aRuleSet();
    expect(await runScenarios(compileRuleSet(bare))).toEqual([]);
  });

  it('tells of each scenario, in order, that it passed', async () => {
    expect(await run(scoring, history)).toEqual(
      [scoring, history].map(({ code }) => ({ code, passed: true, mismatches: [], problems: [] })),
    );
  });

  it.each<[string, Partial<ScoringScenario['expect']>, readonly string[]]>([
    ['other points', { points: 2 }, ['points: 2 ≠ 3']],
    ['another range', { pointsRange: { min: 3, max: 4 } }, ['pointsRange.max: 4 ≠ 3']],
    [
      'another outcome',
      { items: { A1: { outcome: 'compliant' } } },
      ['A1.outcome: "compliant" ≠ "violated"', 'A1.points: 0 ≠ 3'],
    ],
    ['other points of an item', { items: { A1: { outcome: 'violated', points: 6 } } }, ['A1.points: 6 ≠ 3']],
    ['an item left out', { items: {} }, ['A1.outcome: "compliant" ≠ "violated"']],
    ['another outcome of the others', { others: 'not_checked' }, ['A2.outcome: "not_checked" ≠ "compliant"']],
    [
      'a fact that is missing',
      { items: { A1: { outcome: 'violated', points: 3, missingFacts: ['furnaces.idle'] } } },
      ['A1.missingFacts: ["furnaces.idle"] ≠ []'],
    ],
  ])('fails on %s', async (_, changes, found) => {
    expect(await mismatches(expecting(changes))).toEqual(found);
  });

  it.each<[string, Partial<ExpectedStanding>, readonly string[]]>([
    ['another total', { total: 2 }, ['2026-03-12 total: 2 ≠ 3']],
    ['points carried', { carried: 3 }, ['2026-03-12 carried: 3 ≠ 0']],
    ['a rung missing', { rungs: [] }, ['2026-03-12 rungs: [] ≠ ["visit"]']],
    ['a measure that is due', { measures: [] }, ['2026-03-12 measures: [] ≠ ["visit"]']],
    ['a rung that is not new', { newRungs: ['visit'] }, ['2026-03-12 newRungs: ["visit"] ≠ []']],
    [
      'another cycle day',
      { next: { day: '2027-10-01', clears: 3, carries: 0 } },
      ['2026-03-12 next.day: "2027-10-01" ≠ "2026-10-01"'],
    ],
    [
      'another forecast',
      { next: { day: '2026-10-01', clears: 0, carries: 3 } },
      ['2026-03-12 next.clears: 0 ≠ 3', '2026-03-12 next.carries: 3 ≠ 0'],
    ],
    [
      'another state of a finding',
      { postings: [{ finding: { inspection: 'i1', item: 'A1' }, state: 'cleared', clearedOn: '2026-10-01' }] },
      ['2026-03-12 i1/A1.state: "cleared" ≠ "current"', '2026-03-12 i1/A1.clearedOn: "2026-10-01" ≠ null'],
    ],
  ])('fails on %s', async (_, changes, found) => {
    expect(await mismatches(standing(changes))).toEqual(found);
  });

  it('asks as known when the scenario says so', async () => {
    const { postings: _, ...expected } = history.expect[0]!;
    const early = { ...history, expect: [{ ...expected, knownAt: '2026-03-01', total: 0, rungs: [] }] };
    expect(await mismatches(early)).toEqual([]);
  });

  it('compares what is listed in whatever order facts are named', async () => {
    const missing = { ...scoring, facts: {} };
    const items = {
      A1: { outcome: 'not_checked', missingFacts: ['site.closed', 'furnaces.total', 'furnaces.idle'] },
      A2: { outcome: 'not_checked' },
    } as const;
    expect(await mismatches({ ...missing, expect: { points: 0, items } })).toEqual([]);
  });
});

describe('scenarioProblems', () => {
  it('places each mismatch at its scenario, with the rule set’s words for it', async () => {
    const rules = compiled(scoring, standing({ total: 2 }));
    expect(scenarioProblems(rules, await runScenarios(rules))).toMatchObject([
      { code: 'scenario_failed', path: '/scenarios/cases/1', params: { scenario: 'one-inspection' } },
    ]);
  });

  it('has none where all pass', async () => {
    const rules = compiled(scoring, history);
    expect(scenarioProblems(rules, await runScenarios(rules))).toEqual([]);
  });
});
