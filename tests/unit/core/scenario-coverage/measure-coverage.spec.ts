import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measureCoverage } from '../../../../src/core/scenario-coverage/measure-coverage';
import { compileRuleSet } from '../../../../src/core/rule-set/compile';
import { Ladder, RuleSet, Scenario } from '../../../../src/core/rule-set/rule-set.types';
import { ledgerRuleSet, LedgerSettings } from '../../../support/ledger-rules.builder';
import { aRuleSet, aText } from '../../../support/rule-set.builder';

type Set = Readonly<Record<string, boolean | number | string>>;

/** A scoring scenario of the small rule set. */
function scoring(set: Set, items: Extract<Scenario, { facts: unknown }>['expect']['items']): Scenario {
  const points = Object.values(items).reduce((sum, one) => sum + (one.points ?? 0), 0);
  return { code: 'one', text: aText('one'), facts: { base: 'in-order', set }, expect: { points, items } };
}

type History = Extract<Scenario, { history: unknown }>;
const finding = { inspection: 'i1', item: 'P3' };

/** A history of the ledger rule set: one finding of item P3 (3 points, 30 days), put right and passed. */
function history(days: { found: string; done?: string; passed?: string }, ...expect: History['expect']): Scenario {
  return {
    code: 'one',
    text: aText('one'),
    history: [
      { type: 'inspection', key: 'i1', inspectedOn: days.found, facts: { base: 'none', set: { 'found.p3': true } } },
      ...(days.done === undefined ? [] : [{ type: 'rectification', finding, completedOn: days.done } as const]),
      ...(days.passed === undefined
        ? []
        : [{ type: 're_inspection', finding, inspectedOn: days.passed, passed: true } as const]),
    ],
    expect,
  };
}

const at = (asOf: string, total: number, rungs: readonly string[] = total >= 3 ? ['R3'] : []) => ({
  asOf,
  total,
  rungs,
});

/** What the scenarios show, each as `code path`. */
async function seenBy(ruleSet: RuleSet, ...cases: readonly Scenario[]): Promise<readonly string[]> {
  const { scenarios, ...rest } = ruleSet;
  const all = { ...rest, scenarios: { ...scenarios, cases } } as RuleSet;
  const { sights, seen, total, ratio, scenarios: run } = await measureCoverage(compileRuleSet(all));
  expect(run.failed).toBe(0);
  const shown = sights.filter(({ seenIn }) => seenIn !== undefined);
  expect(seen).toBe(shown.length);
  expect(total).toBe(sights.length);
  expect(ratio).toBe(seen / total);
  expect(shown.every(({ seenIn }) => seenIn === 'one')).toBe(true);
  return shown.map(({ code, path }) => `${code} ${path}`);
}

const aRung = (points: number): Ladder['rungs'][number] => ({
  ...{ code: 'R3', points, authority: 'town' },
  measure: { code: 'visit', text: aText('Visit') },
});

function ledger(settings: LedgerSettings = {}): RuleSet {
  const found = Object.fromEntries(['p1', 'p2', 'p3', 'p6', 'p10', 'x4', 'y5', 'z3'].map((name) => [name, false]));
  const base = { code: 'none', text: aText('none'), facts: { found } };
  return { ...ledgerRuleSet(settings), scenarios: { baseFacts: [base], cases: [] } };
}

describe('the coverage of items', () => {
  it.each<[string, Scenario, readonly string[]]>([
    [
      'a violation: the base points, and the comparisons of its variant',
      scoring({ 'furnaces.total': 4 }, { A1: { outcome: 'violated', points: 3 } }),
      [
        ...['item_violated /items/0', 'comparison_true /items/0/appliesWhen', 'comparison_true /items/0/condition'],
        ...['variant_does_not_hold /items/0/variants/0', 'comparison_true /items/0/variants/0/when/not'],
        ...['item_compliant /items/1', 'comparison_false /items/1/condition/any/0'],
        'comparison_false /items/1/condition/any/1',
      ],
    ],
    [
      'a variant that decides the points',
      scoring({ 'furnaces.total': 6 }, { A1: { outcome: 'violated', points: 6 } }),
      [
        ...['item_violated /items/0', 'comparison_true /items/0/appliesWhen', 'comparison_true /items/0/condition'],
        ...['variant_counts /items/0/variants/0', 'comparison_false /items/0/variants/0/when/not'],
        ...['item_compliant /items/1', 'comparison_false /items/1/condition/any/0'],
        'comparison_false /items/1/condition/any/1',
      ],
    ],
    [
      'of an item that does not apply only what says so',
      scoring({ 'furnaces.total': 6, 'site.closed': true }, { A1: { outcome: 'not_applicable' } }),
      [
        ...['item_not_applicable /items/0', 'comparison_false /items/0/appliesWhen', 'item_compliant /items/1'],
        ...['comparison_false /items/1/condition/any/0', 'comparison_false /items/1/condition/any/1'],
      ],
    ],
    [
      'of a compliant item nothing of its variants, and every comparison of its condition',
      scoring({ 'alarm.kind': 'none' }, { A2: { outcome: 'violated', points: 0.5 } }),
      [
        ...['item_compliant /items/0', 'comparison_true /items/0/appliesWhen', 'comparison_false /items/0/condition'],
        ...['item_violated /items/1', 'comparison_true /items/1/condition/any/0'],
        'comparison_false /items/1/condition/any/1',
      ],
    ],
  ])('counts as seen: %s', async (_, scenario, expected) => {
    expect([...(await seenBy(aRuleSet(), scenario))].sort()).toEqual([...expected].sort());
  });

  it('counts nothing of an item that was not checked', async () => {
    const { facts, ...rest } = scoring(
      {},
      { A1: { outcome: 'not_checked' }, A2: { outcome: 'not_checked' } },
    ) as Extract<Scenario, { facts: unknown }>;
    const unset = ['furnaces.idle', 'alarm.kind'];
    const range = { pointsRange: { min: 0, max: 6.5 } };
    const scenario = { ...rest, facts: { ...facts, unset }, expect: { ...rest.expect, ...range } };
    expect(await seenBy(aRuleSet(), scenario)).toEqual([]);
  });

  it('counts a variant only where it decides the points', async () => {
    const [first, ...others] = aRuleSet().items;
    const dearer = { points: 9, when: { fact: 'furnaces.busy', operator: 'greaterThan', value: 5 } } as const;
    const items = [{ ...first!, variants: [...(first!.variants ?? []), dearer] }, ...others];
    const shown = await seenBy(
      aRuleSet({ items }),
      scoring({ 'furnaces.total': 6 }, { A1: { outcome: 'violated', points: 9 } }),
    );
    expect(shown.filter((one) => one.startsWith('variant'))).toEqual(['variant_counts /items/0/variants/1']);
  });
});

describe('the coverage of rungs and dates', () => {
  const paths = { cycle: '/accumulation/cycle', carryOver: '/accumulation/carryOver' };
  const deadline = '/items/2/rectification/deadline';

  it.each<[string, LedgerSettings, Scenario, readonly string[]]>([
    [
      'the least total that reaches a rung',
      {},
      history({ found: '2026-01-12' }, at('2026-01-12', 3)),
      ['rung_reached /ladder/rungs/0'],
    ],
    [
      'the greatest that does not: here none at all',
      { ladder: { rungs: [aRung(1)] } },
      history({ found: '2026-01-12' }, { asOf: '2026-01-11', total: 0, rungs: [] }),
      ['rung_not_reached /ladder/rungs/0'],
    ],
    [
      'put right on the last day of the deadline, once its cycle has ended',
      {},
      history({ found: '2026-01-12', done: '2026-02-11', passed: '2026-03-01' }, at('2026-10-01', 0)),
      [`deadline_met ${deadline}`],
    ],
    [
      'put right a day late',
      {},
      history({ found: '2026-01-12', done: '2026-02-12', passed: '2026-03-01' }, at('2026-10-01', 3)),
      ['rung_reached /ladder/rungs/0', `deadline_missed ${deadline}`],
    ],
    [
      'not put right on the last day while the cycle runs, when it makes no difference',
      {},
      history({ found: '2026-01-12', done: '2026-02-11', passed: '2026-03-01' }, at('2026-09-30', 3)),
      ['rung_reached /ladder/rungs/0'],
    ],
    [
      'a deadline that is stated',
      {},
      history(
        { found: '2026-01-12' },
        { ...at('2026-01-12', 3), postings: [{ finding, state: 'current', deadline: '2026-02-11' }] },
      ),
      ['rung_reached /ladder/rungs/0', `deadline_stated ${deadline}`],
    ],
    [
      'found on the last day of a cycle, and clearing the next day on a pass of that day',
      {},
      history(
        { found: '2026-09-30', done: '2026-09-30', passed: '2026-09-30' },
        at('2026-09-30', 3),
        at('2026-10-01', 0),
      ),
      [
        'rung_reached /ladder/rungs/0',
        ...['found_before_cycle_day', 'clears_on_cycle_day', 'passed_before_cycle_day'].map(
          (one) => `${one} ${paths.cycle}`,
        ),
      ],
    ],
    [
      'found on a cycle day',
      {},
      history({ found: '2026-10-01' }, at('2026-10-01', 3)),
      ['rung_reached /ladder/rungs/0', `found_on_cycle_day ${paths.cycle}`],
    ],
    [
      'carried over, though passed on the cycle day, since late',
      {},
      history(
        { found: '2026-08-01', done: '2026-09-20', passed: '2026-10-01' },
        at('2026-09-30', 3),
        at('2026-10-01', 3),
      ),
      [
        'rung_reached /ladder/rungs/0',
        ...['carried_on_cycle_day', 'passed_on_cycle_day'].map((one) => `${one} ${paths.cycle}`),
      ],
    ],
    [
      'a carried posting that passes on the day before a later cycle day',
      {},
      history({ found: '2025-08-01', done: '2026-09-20', passed: '2026-09-30' }, at('2026-10-01', 0)),
      [`carried_passed_before_cycle_day ${paths.carryOver}`],
    ],
    [
      'a carried posting that passes on a later cycle day',
      {},
      history({ found: '2025-08-01', done: '2026-09-20', passed: '2026-10-01' }, at('2026-10-01', 3)),
      ['rung_reached /ladder/rungs/0', `carried_passed_on_cycle_day ${paths.carryOver}`],
    ],
    [
      'a pass that clears on its own day',
      { clearing: { when: 'pass_day' } },
      history(
        { found: '2026-01-12', done: '2026-01-20', passed: '2026-01-23' },
        at('2026-01-22', 3),
        at('2026-01-23', 0),
      ),
      ['rung_reached /ladder/rungs/0', 'clears_on_pass_day /accumulation/clearing'],
    ],
    [
      'a pass that clears a carried posting on its own day',
      { carryOver: { clears: 'pass_day' } },
      history(
        { found: '2025-01-12', done: '2026-01-20', passed: '2026-01-23' },
        at('2026-01-22', 3),
        at('2026-01-23', 0),
      ),
      ['rung_reached /ladder/rungs/0', 'carried_clears_on_pass_day /accumulation/carryOver'],
    ],
  ])('counts as seen: %s', async (_, settings, scenario, expected) => {
    const rules = ledger({ ladder: { rungs: [aRung(3)] }, ...settings });
    expect([...(await seenBy(rules, scenario))].sort()).toEqual([...expected].sort());
  });

  it('asks for what the settings make possible only', async () => {
    const codesOf = async (settings: LedgerSettings): Promise<readonly string[]> => {
      const { sights } = await measureCoverage(compileRuleSet(ledgerRuleSet(settings)));
      return sights.map(({ code }) => code);
    };
    expect(await codesOf({})).not.toContain('clears_on_pass_day');
    expect(await codesOf({ carryOver: { clears: 'never' } })).not.toContain('carried_passed_on_cycle_day');
    expect(await codesOf({ carryOver: { clears: 'pass_day' } })).toContain('carried_clears_on_pass_day');
  });
});

describe('the coverage of a rule set', () => {
  it('counts nothing that a failing scenario shows', async () => {
    const wrong = scoring({ 'furnaces.total': 4 }, { A1: { outcome: 'violated', points: 6 } });
    const rules = compileRuleSet({ ...aRuleSet(), scenarios: { ...aRuleSet().scenarios, cases: [wrong] } });
    expect(await measureCoverage(rules)).toMatchObject({ scenarios: { passed: 0, failed: 1 }, seen: 0, ratio: 0 });
  });

  it('is nothing where there is no scenario', async () => {
    const { scenarios: _, ...rules } = aRuleSet();
    expect(await measureCoverage(compileRuleSet(rules))).toMatchObject({ seen: 0, total: 35 });
  });

  it('is whole for the furnace measures', async () => {
    const file = resolve(__dirname, '../../../../rules/taizhou-hailing-furnace/1.0.0.json');
    const coverage = await measureCoverage(compileRuleSet(JSON.parse(readFileSync(file, 'utf8'))));
    expect(coverage.sights.filter(({ seenIn }) => seenIn === undefined)).toEqual([]);
    expect(coverage).toMatchObject({ scenarios: { passed: 237, failed: 0 }, seen: 292, total: 292, ratio: 1 });
  }, 120_000);

  it('asks of a regime that every rung was reached, and was not', async () => {
    const file = resolve(__dirname, '../../../../rules/examples/uk-penalty-points/1.0.0.json');
    const { sights } = await measureCoverage(compileRuleSet(JSON.parse(readFileSync(file, 'utf8'))));
    expect(sights.map(({ code }) => code)).not.toContain('found_on_cycle_day');
    expect(sights.filter(({ code }) => code === 'regime_rung_not_reached').map(({ seenIn }) => seenIn)).not.toContain(
      undefined,
    );
    expect(sights.some(({ code, seenIn }) => code === 'regime_rung_reached' && seenIn === undefined)).toBe(true);
  });
});
