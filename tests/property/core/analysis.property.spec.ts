import * as fc from 'fast-check';
import { analyseRuleSet, FactValue, scoreInspection } from '../../../src/core';
import { completeFacts, nested, scoringRules } from '../../support/rule-set.arbitraries';
import { runs } from '../../support/runs';

/** What scoring comes to for flat facts, by item. */
async function outcomes(
  rules: Parameters<typeof scoreInspection>[0],
  facts: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, string>> {
  const { items } = await scoreInspection(rules, nested(facts));
  return new Map(items.map(({ item, outcome }) => [item, outcome]));
}

describe('analysing generated rule sets', () => {
  it('shows by its examples what scoring itself finds', async () => {
    let examples = 0;
    await fc.assert(
      fc.asyncProperty(scoringRules, async (rules) => {
        const { items, findings } = await analyseRuleSet(rules);
        for (const { item, violated, compliant } of items) {
          for (const [outcome, { facts }] of Object.entries({ violated, compliant })) {
            if (facts === null) continue;
            examples++;
            expect((await outcomes(rules, facts)).get(item)).toBe(outcome);
          }
        }
        for (const { code, params, facts } of findings) {
          if (!code.includes('impl') && code !== 'fault_counted_twice') continue;
          const scored = await outcomes(rules, facts as Readonly<Record<string, FactValue>>);
          expect([scored.get(params?.['item'] as string), scored.get(params?.['other'] as string)]).toEqual([
            'violated',
            'violated',
          ]);
        }
      }),
      { ...runs(20), endOnFailure: true },
    );
    expect(examples).toBeGreaterThan(20);
  });

  it('never says never of what happens for some facts', async () => {
    await fc.assert(
      fc.asyncProperty(
        scoringRules,
        fc.array(completeFacts, { minLength: 20, maxLength: 40 }),
        async (rules, tried) => {
          const { findings } = await analyseRuleSet(rules);
          for (const facts of tried) {
            const scored = await outcomes(rules, facts);
            for (const { code, params } of findings) {
              const [item, other] = [params?.['item'], params?.['other']].map((name) => scored.get(name as string));
              if (code === 'item_never_violated') expect(item).not.toBe('violated');
              if (code === 'item_never_compliant') expect(item).not.toBe('compliant');
              if (code.startsWith('item_implies') && item === 'violated') expect(other).toBe('violated');
              if (code === 'items_imply_each_other') expect(item === 'violated').toBe(other === 'violated');
            }
          }
        },
      ),
      { ...runs(20), endOnFailure: true },
    );
  });
});
