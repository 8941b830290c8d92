import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseRuleSet, compileRuleSet, Condition, Item, RuleSet, RuleSetAnalysis } from '../../../../src/core';
import { aFact, codes } from '../../../support/facts.builder';
import { aRuleSet } from '../../../support/rule-set.builder';

const FACTS = [
  aFact('count', 'integer', { min: 0, max: 20 }),
  aFact('wanted', 'integer', { min: 0 }),
  aFact('state', 'enum', { values: codes('good', 'worn', 'broken') }),
  aFact('closed', 'boolean'),
];

type Draft = Partial<Omit<Item, 'code'>> & { readonly condition: Condition };

/** A rule set of nothing but the items given. */
function rules(items: Readonly<Record<string, Draft>>, overrides: Partial<RuleSet> = {}): RuleSet {
  const { scenarios: _, ...small } = aRuleSet();
  const base = small.items[1] as Item;
  return {
    ...small,
    facts: FACTS,
    items: Object.entries(items).map(([code, draft]) => ({ ...base, ...draft, code })),
    ...overrides,
  };
}

const analyse = (ruleSet: RuleSet): Promise<RuleSetAnalysis> => analyseRuleSet(compileRuleSet(ruleSet));

/** What was found of items and rungs. */
async function found(ruleSet: RuleSet): Promise<readonly string[]> {
  const { findings } = await analyse(ruleSet);
  return findings
    .filter(({ code }) => code !== 'fact_never_read')
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

const count = (operator: 'lessThan' | 'greaterThan' | 'lessThanInclusive', value: number): Condition => ({
  fact: 'count',
  operator,
  value,
});
const state = (...value: readonly string[]): Condition => ({ fact: 'state', operator: 'in', value });

describe('analysing the rules of a rule set', () => {
  it('finds nothing amiss in the published rule set, with an example for each outcome of each item', async () => {
    const file = join(__dirname, '../../../../rules/taizhou-hailing-furnace/1.0.0.json');
    const { findings, items, pairs } = await analyse(JSON.parse(readFileSync(file, 'utf8')) as RuleSet);
    expect(findings).toEqual([]);
    expect(items).toHaveLength(22);
    expect(items.filter(({ violated, compliant }) => violated.facts === null || compliant.facts === null)).toEqual([]);
    expect(pairs).toEqual({ searched: 13, leftOut: 0 });
  });

  it('proves that an item cannot be violated, and shows how it can be complied with', async () => {
    const { items, findings } = await analyse(rules({ A: { condition: count('greaterThan', 20) } }));
    expect(items[0]?.violated).toMatchObject({ facts: null, whole: true });
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'item_never_violated',
        path: '/items/0/condition',
        facts: items[0]?.compliant.facts,
      }),
    );
    expect(await found(rules({ A: { condition: count('greaterThan', 19) } }))).toEqual([]);
  });

  it('sees that applying and being violated shut each other out', async () => {
    const contradiction = { appliesWhen: count('lessThan', 5), condition: count('greaterThan', 5) };
    expect(await found(rules({ A: contradiction }))).toContain('error item_never_violated /items/0/condition');
  });

  it('proves that nobody can comply with an item', async () => {
    const condition = { any: [count('lessThan', 8), count('greaterThan', 7)] };
    expect(await found(rules({ A: { condition } }))).toEqual(['error item_never_compliant /items/0/condition']);
  });

  it('claims nothing of more facts than it can try', async () => {
    const numbers = Array.from({ length: 11 }, (_, place) => aFact(`n${place}`, 'integer', { min: 0, max: 1_000 }));
    const facts = [...FACTS, ...numbers];
    const all = numbers.map(({ path }) => ({ fact: path, operator: 'equal' as const, value: 77 }));
    const never = { all: [...all, { fact: 'n0', operator: 'lessThan' as const, value: 5 }] };
    expect(await found(rules({ A: { condition: never } }, { facts }))).toEqual([
      'warning item_violation_not_found /items/0/condition',
    ]);
  });

  it('tells which item implies which, unless the two are exclusive', async () => {
    const [few, none] = [{ condition: count('lessThan', 5) }, { condition: count('lessThan', 1) }];
    expect(await found(rules({ A: few, B: none }))).toEqual(['warning item_implies_other /items/1']);
    const exclusive = rules({ A: { ...few, exclusiveWith: ['B'] }, B: { ...none, exclusiveWith: ['A'] } });
    expect(await found(exclusive)).toEqual(['note item_implies_exclusive /items/1']);
  });

  it('tells which items are the same', async () => {
    const [less, most] = [{ condition: count('lessThan', 5) }, { condition: count('lessThanInclusive', 4) }];
    expect(await found(rules({ A: less, B: most }))).toEqual(['warning items_imply_each_other /items/0']);
  });

  it('names the fact by which one fault counts under two items', async () => {
    const closed = { fact: 'closed', operator: 'equal' as const, value: true };
    const items = {
      A: { condition: { any: [state('worn', 'broken'), closed] } },
      B: { condition: { any: [state('broken'), count('lessThan', 3)] } },
    };
    expect((await analyse(rules(items))).findings).toContainEqual(
      expect.objectContaining({
        code: 'fault_counted_twice',
        params: { item: 'A', other: 'B', fact: 'state' },
        facts: expect.objectContaining({ state: 'broken' }) as unknown,
      }),
    );
    const exclusive = { A: { ...items.A, exclusiveWith: ['B'] }, B: { ...items.B, exclusiveWith: ['A'] } };
    expect(await found(rules(exclusive))).toEqual([]);
  });

  it('takes no number that only measures others for a fault', async () => {
    const short = (fact: string): Condition => ({ fact, operator: 'lessThan', value: { fact: 'wanted' } });
    const facts = [...FACTS, aFact('fans', 'integer', { min: 0 })];
    expect(
      await found(rules({ A: { condition: short('count') }, B: { condition: short('fans') } }, { facts })),
    ).toEqual([]);
  });

  it('names the facts that nothing reads', async () => {
    const { findings } = await analyse(rules({ A: { condition: count('lessThan', 5) } }));
    expect(findings.map(({ code, params }) => [code, params?.['fact']])).toEqual([
      ['fact_never_read', 'wanted'],
      ['fact_never_read', 'state'],
      ['fact_never_read', 'closed'],
    ]);
  });

  it('tells which rungs lie above the ceiling, and which are always jumped', async () => {
    const items = { A: { condition: count('lessThan', 5), points: 6 } };
    const { accumulation, ladder } = aRuleSet();
    expect(await found(rules(items, { accumulation: { ...accumulation, ceiling: 5 } }))).toEqual([
      'error rung_out_of_reach /ladder/rungs/1',
    ]);
    expect(await found(rules(items, { ladder: { ...ladder, jump: 'highest_rung' } }))).toEqual([
      'warning rung_always_jumped /ladder/rungs/0',
    ]);
    expect(await found(rules(items))).toEqual([]);
  });

  it('pauses before each item and each pair', async () => {
    let pauses = 0;
    const ruleSet = rules({ A: { condition: count('lessThan', 5) }, B: { condition: count('lessThan', 1) } });
    await analyseRuleSet(compileRuleSet(ruleSet), () => Promise.resolve(void pauses++));
    expect(pauses).toBe(3);
  });
});
