import { FactsError } from '../../../../src/core/problems/problem';
import { compileRuleSet } from '../../../../src/core/rule-set/compile';
import { Condition } from '../../../../src/core/rule-set/rule-set.types';
import { ItemScore } from '../../../../src/core/scoring/score.types';
import { scoreInspection } from '../../../../src/core/scoring/score-inspection';
import { aCalculation, aFact } from '../../../support/facts.builder';
import { foundFacts, LEDGER_ITEMS, ledgerRules } from '../../../support/ledger-rules.builder';
import { aRuleSet } from '../../../support/rule-set.builder';

const IN_ORDER = {
  furnaces: { total: 2, idle: 0 },
  alarm: { kind: 'fixed', tested: '2026-01-05' },
  site: { closed: false },
};
const small = compileRuleSet(aRuleSet());
const ledger = ledgerRules();

/** Facts of the small rule set, some of them changed: A1 counts furnaces in use, A2 looks at the alarm. */
function changed(changes: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(IN_ORDER).map(([group, facts]) => [group, { ...facts, ...changes[group] }]));
}

async function itemOf(code: string, facts: unknown, rules = small): Promise<ItemScore> {
  const score = await scoreInspection(rules, facts);
  return score.items.find(({ item }) => item === code)!;
}

describe('an item', () => {
  it.each([
    [2, 'compliant', 0],
    [3, 'violated', 3],
    [5, 'violated', 3],
    [6, 'violated', 6],
    [100, 'violated', 6],
  ])(
    'on both sides of its threshold and of its variant: %i furnaces, %s, %i points',
    async (total, outcome, points) => {
      expect(await itemOf('A1', changed({ furnaces: { total } }))).toMatchObject({
        outcome,
        points,
        ownPoints: points,
      });
    },
  );

  it.each([
    ['2024-12-31', 'violated', 0.5],
    ['2025-01-01', 'compliant', 0],
  ])('on both sides of a date: %s, %s', async (tested, outcome, points) => {
    expect(await itemOf('A2', changed({ alarm: { tested } }))).toMatchObject({ outcome, points });
  });

  it('takes the highest of the variants that hold, though it be lower than its own points', async () => {
    const rules = withVariants([1, 2, 0.5]);
    expect(await itemOf('A1', changed({ furnaces: { total: 3 } }), rules)).toMatchObject({ points: 2 });
    expect(withVariants([9]).ruleSet.items[0]!.points).toBe(3);
  });

  it('does not apply where it does not apply, and then needs no other facts', async () => {
    const closed = { ...changed({}), site: { closed: true }, furnaces: {} };
    const item = await itemOf('A1', closed);
    expect(item).toMatchObject({ outcome: 'not_applicable', points: 0, missingFacts: [] });
    expect(item.trace).toMatchObject({ appliesWhen: { found: true, wanted: false, result: false } });
    expect(item.trace.condition).toBeUndefined();
  });

  it.each([
    ['its condition', { furnaces: { total: null } }, ['furnaces.total']],
    ['its calculation', { furnaces: { total: null, idle: null } }, ['furnaces.idle', 'furnaces.total']],
    ['whether it applies', { site: { closed: null } }, ['site.closed']],
    [
      'all of it',
      { site: { closed: null }, furnaces: { total: null, idle: null } },
      ['furnaces.idle', 'furnaces.total', 'site.closed'],
    ],
  ])('is not checked where a fact of %s is absent, and names the base facts', async (_, changes, missing) => {
    expect(await itemOf('A1', changed(changes))).toMatchObject({
      outcome: 'not_checked',
      points: 0,
      missingFacts: missing,
    });
  });

  it('is not checked where one part of an "any" already holds and another is absent', async () => {
    const item = await itemOf('A2', changed({ alarm: { kind: 'none', tested: null } }));
    expect(item).toMatchObject({ outcome: 'not_checked', points: 0, missingFacts: ['alarm.tested'] });
    expect(item.trace.condition).toMatchObject({ result: true });
  });

  it('is not checked where a calculation has no value, and names nothing where nothing would settle it', async () => {
    const rules = calculating(
      { divide: [{ fact: 'a' }, { fact: 'b' }] },
      { fact: 'share', operator: 'greaterThan', value: 1 },
    );
    expect(await itemOf('A1', { a: 2, b: 0 }, rules)).toMatchObject({ outcome: 'not_checked', missingFacts: [] });
    expect(await itemOf('A1', { a: 2 }, rules)).toMatchObject({ outcome: 'not_checked', missingFacts: ['b'] });
    expect(await itemOf('A1', { a: 2, b: 1 }, rules)).toMatchObject({ outcome: 'violated' });
    expect(await itemOf('A1', { a: 2, b: -1 }, rules)).toMatchObject({ outcome: 'compliant' });
  });

  it('compares calculated decimals exactly', async () => {
    const rules = calculating(
      { add: [{ fact: 'a' }, { fact: 'b' }] },
      { fact: 'share', operator: 'equal', value: 0.3 },
    );
    expect(await itemOf('A1', { a: 0.1, b: 0.2 }, rules)).toMatchObject({ outcome: 'violated' });
  });

  it('names the provisions it rests on', async () => {
    const { trace } = await itemOf('A2', IN_ORDER);
    expect(trace.legalBasis).toMatchObject([{ source: { en: 'Notice 1' }, article: { en: 'Article 5' } }]);
  });

  it('explains its variants where they matter', async () => {
    const violated = await itemOf('A1', changed({ furnaces: { total: 6 } }));
    expect(violated.trace.variants).toMatchObject([
      { points: 6, when: { not: { found: 6, result: false }, result: true } },
    ]);
    expect((await itemOf('A1', IN_ORDER)).trace.variants).toBeUndefined();
  });
});

describe('exclusive items', () => {
  it('stay violated with no points and name the winner', async () => {
    const score = await scoreInspection(ledger, foundFacts(['X4', 'Y5', 'Z3']));
    expect(score.points).toBe(7);
    expect(score.items.filter(({ item }) => 'XYZ'.includes(item[0]!))).toMatchObject([
      { item: 'X4', outcome: 'violated', points: 4, ownPoints: 4 },
      { item: 'Y5', outcome: 'violated', points: 0, ownPoints: 5, replacedBy: 'X4' },
      { item: 'Z3', outcome: 'violated', points: 3, ownPoints: 3 },
    ]);
  });

  it('are all counted where only one of them is violated', async () => {
    expect((await scoreInspection(ledger, foundFacts(['Y5']))).points).toBe(5);
  });
});

describe('a score', () => {
  it('sums up, exactly, and keeps the order of the rule set', async () => {
    const items = [0.1, 0.2, 0.001].map((points, place) => ({ code: `I${place}`, points }));
    const rules = ledgerRules({ items });
    const score = await scoreInspection(rules, foundFacts(['I0', 'I1', 'I2'], items));
    expect(score.points).toBe(0.301);
    expect(score.items.map(({ item }) => item)).toEqual(['I0', 'I1', 'I2']);
  });

  it('says which rule set it comes from and whether everything was checked', async () => {
    expect(await scoreInspection(small, IN_ORDER)).toMatchObject({
      ruleSet: small.identity,
      complete: true,
      points: 0,
    });
    expect(await scoreInspection(small, {})).toMatchObject({
      complete: false,
      points: 0,
      pointsRange: { min: 0, max: 6.5 },
    });
  });

  it('refuses facts that do not fit, before anything is decided', async () => {
    await expect(scoreInspection(small, { ...IN_ORDER, smoke: true })).rejects.toThrow(FactsError);
    await expect(scoreInspection(small, changed({ furnaces: { busy: 2 } }))).rejects.toThrow(FactsError);
    await expect(scoreInspection(small, null)).rejects.toThrow(FactsError);
  });

  it('is complete and the same for many inspections that overlap as for each by itself', async () => {
    const codes = LEDGER_ITEMS.map(({ code }) => code);
    const inspections = Array.from({ length: 200 }, (_, n) => {
      const { found } = foundFacts(codes.filter((_, bit) => Math.floor(n / 2 ** (bit % 8)) % 2 === 1)) as {
        found: Record<string, unknown>;
      };
      // In every third one a fact was not checked.
      return { found: n % 3 === 0 ? { ...found, [codes[n % codes.length]!.toLowerCase()]: null } : found };
    });
    const together = await Promise.all(inspections.map((facts) => scoreInspection(ledger, facts)));
    for (const [place, facts] of inspections.entries()) {
      const alone = await scoreInspection(ledger, facts);
      expect(alone.items).toHaveLength(codes.length);
      expect(JSON.stringify(together[place])).toBe(JSON.stringify(alone));
      const missing = Object.entries(facts.found).filter(([, value]) => value === null);
      expect(alone.items.filter(({ outcome }) => outcome === 'not_checked')).toHaveLength(missing.length);
    }
  });
});

describe('the range of points', () => {
  it('takes an item that was not checked at the most it can still cost', async () => {
    const { pointsRange } = await scoreInspection(small, changed({ furnaces: { total: null } }));
    expect(pointsRange).toEqual({ min: 0, max: 6 });
  });

  it('leaves out an item that can no longer be violated', async () => {
    const rules = ledgerRules();
    const { pointsRange } = await scoreInspection(rules, { found: { ...all(false), p10: null } });
    expect(pointsRange).toEqual({ min: 0, max: 10 });
    const compliantSoFar = changed({ alarm: { tested: null } });
    expect((await scoreInspection(small, compliantSoFar)).pointsRange).toEqual({ min: 0, max: 0.5 });
  });

  it('weighs exclusive items at the most they can cost together', async () => {
    const range = async (found: Record<string, unknown>): Promise<unknown> =>
      (await scoreInspection(ledger, { found: { ...all(false), ...found } })).pointsRange;
    expect(await range({ x4: null, y5: null })).toEqual({ min: 0, max: 5 });
    expect(await range({ x4: true, y5: null })).toEqual({ min: 4, max: 5 });
    expect(await range({ x4: null, y5: true, z3: null })).toEqual({ min: 5, max: 7 });
  });

  it('leaves a variant out that no longer can hold, and the own points where one holds', async () => {
    const when: Condition = { fact: 'site.closed', operator: 'equal', value: false };
    const base = aRuleSet();
    const items = base.items.map((item) => (item.code === 'A1' ? { ...item, variants: [{ points: 1, when }] } : item));
    const rules = compileRuleSet(aRuleSet({ items, scenarios: undefined as never }));
    const { pointsRange } = await scoreInspection(rules, changed({ furnaces: { total: null } }));
    expect(pointsRange).toEqual({ min: 0, max: 1 });
  });
});

function all(value: boolean): Record<string, boolean> {
  return Object.fromEntries(LEDGER_ITEMS.map(({ code }) => [code.toLowerCase(), value]));
}

/** The small rule set with variants of A1 that hold from the third furnace on. */
function withVariants(points: readonly number[]) {
  const { scenarios: _, ...base } = aRuleSet();
  const when: Condition = { fact: 'furnaces.busy', operator: 'greaterThan', value: 2 };
  const variants = points.map((one) => ({ points: one, when }));
  return compileRuleSet({
    ...base,
    items: base.items.map((item) => (item.code === 'A1' ? { ...item, variants } : item)),
  });
}

/** A rule set of one item over the numbers a and b and what is calculated from them. */
function calculating(expression: Parameters<typeof aCalculation>[1], condition: Condition) {
  const { scenarios: _, ...base } = aRuleSet();
  const { appliesWhen: __, variants: ___, ...item } = base.items[0]!;
  return compileRuleSet({
    ...base,
    facts: [aFact('a', 'number'), aFact('b', 'number'), aCalculation('share', expression, { rounding: 'half_up' })],
    items: [{ ...item, condition }],
  });
}
