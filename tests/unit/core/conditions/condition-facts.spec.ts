import { conditionFacts } from '../../../../src/core/conditions/condition-facts';

describe('conditionFacts', () => {
  it('names the facts of both sides of every leaf, once', () => {
    const facts = conditionFacts({
      any: [
        { all: [{ fact: 'a', operator: 'equal', value: 1 }] },
        { not: { fact: 'b', operator: 'lessThan', value: { fact: 'c' } } },
        { fact: 'a', operator: 'in', value: [1, 2] },
      ],
    });
    expect([...facts]).toEqual(['a', 'b', 'c']);
  });
});
