import { mergeFacts } from '../../../../src/core';

describe('mergeFacts', () => {
  it.each([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ group: { a: 1 } }, { group: { b: 2 } }, { group: { a: 1, b: 2 } }],
    [{ group: { a: 1 } }, { group: { a: 2 } }, { group: { a: 2 } }],
    [{ group: null }, { group: { b: 2 } }, { group: { b: 2 } }],
    [{ list: [1, 2] }, { list: [3] }, { list: [3] }],
  ])('puts %j and %j together', (facts, others, expected) => {
    expect(mergeFacts(facts, others)).toEqual(expected);
  });

  it('changes neither of them', () => {
    const [facts, others] = [{ group: { a: 1 } }, { group: { b: 2 } }];
    mergeFacts(facts, others);
    expect([facts, others]).toEqual([{ group: { a: 1 } }, { group: { b: 2 } }]);
  });
});
