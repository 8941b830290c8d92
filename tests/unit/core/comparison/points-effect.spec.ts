import { compareRuleSets } from '../../../../src/core/comparison/compare-rule-sets';
import { compileRuleSet } from '../../../../src/core/rule-set/compile';
import { Condition, RuleSet } from '../../../../src/core/rule-set/rule-set.types';
import { comparedItem } from '../../../support/comparison.builder';
import { aRuleSet, aText } from '../../../support/rule-set.builder';

/** An item about the share of furnaces in order, which is nothing where there are none. */
function withShare(appliesWhen?: Condition): RuleSet {
  const { scenarios: _scenarios, ...base } = aRuleSet();
  const [first] = base.items;
  if (first === undefined) throw new Error('a rule set has an item');
  const { variants: _variants, appliesWhen: _appliesWhen, ...item } = first;
  const counted = { type: 'integer', suppliedBy: 'inspector', min: 0, max: 3 } as const;
  const share = {
    path: 'share',
    text: aText('share'),
    type: 'number',
    suppliedBy: 'calculation',
    expression: { divide: [{ fact: 'good' }, { fact: 'all' }] },
    rounding: 'half_even',
  } as const;
  return {
    ...base,
    facts: [
      { path: 'all', text: aText('all'), ...counted },
      { path: 'good', text: aText('good'), ...counted },
      { path: 'tidy', text: aText('tidy'), type: 'boolean', suppliedBy: 'inspector' },
      share,
    ],
    items: [
      {
        ...item,
        points: 0,
        condition: {
          any: [
            { fact: 'tidy', operator: 'equal', value: false },
            { fact: 'share', operator: 'lessThan', value: 0.5 },
          ],
        },
        ...(appliesWhen === undefined ? {} : { appliesWhen }),
      },
    ],
  };
}

describe('a difference in outcomes alone', () => {
  it('is told also where the fewest facts that show it leave no inspection to be scored', async () => {
    // Nought would do with the fewest facts, but then the share cannot be calculated.
    const narrowed = withShare({
      all: [
        { fact: 'all', operator: 'notEqual', value: 0 },
        { fact: 'all', operator: 'notEqual', value: 2 },
      ],
    });
    const [old, fresh] = [compileRuleSet(narrowed), compileRuleSet(withShare())];
    for (const [before, after] of [
      [old, fresh],
      [fresh, old],
    ] as const) {
      const found = await compareRuleSets(before, after);
      const [item] = fresh.ruleSet.items;
      const { points } = comparedItem(found, item?.code ?? '');
      expect(points).toMatchObject({ direction: 'none', whole: true, more: null, fewer: null });
      expect(points.otherwise?.facts.find(({ path }) => path === 'all')).toMatchObject({ value: 2 });
    }
  });
});
