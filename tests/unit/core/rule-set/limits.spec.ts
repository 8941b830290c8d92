import { describeProblem } from '../../../../src/core/problems/problem';
import { checkLimits, LimitCaps, RULE_SET_CAPS } from '../../../../src/core/rule-set/limits';
import { checkRuleSet } from '../../../../src/core/rule-set/check-rule-set';

const CAPS: LimitCaps = { depth: 3, nodes: 20, textLength: 10, listLength: 5 };

function nest(depth: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n++) value = [value];
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = {};
  value['again'] = value;
  return value;
}

describe('checkLimits', () => {
  describe('when everything is exactly at its cap', () => {
    it.each([
      ['depth', nest(3)],
      ['nodes', [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4], [1]]],
      ['text', { ['k'.repeat(10)]: 'x'.repeat(10) }],
      ['list', [1, 2, 3, 4, 5]],
    ])('accepts it: %s', (_, value) => {
      expect(checkLimits(value, CAPS)).toEqual([]);
    });
  });

  describe.each([
    ['nesting is too deep', nest(4), 'limit_depth', '/0/0/0', undefined],
    ['a value holds itself', cyclic(), 'limit_depth', '/again/again/again', undefined],
    [
      'there are too many values',
      [
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4],
        [1, 2],
      ],
      'limit_nodes',
      '',
      undefined,
    ],
    ['a text is too long', { a: 'x'.repeat(11) }, 'limit_text_length', '/a', 11],
    ['a key is too long', { ['k'.repeat(11)]: 1 }, 'limit_text_length', `/${'k'.repeat(11)}`, 11],
    ['a list is too long', { a: [1, 2, 3, 4, 5, 6] }, 'limit_list_length', '/a', 6],
    ['a key reaches the prototype', JSON.parse('{"a":{"__proto__":{}}}'), 'key_refused', '/a/__proto__', undefined],
    ['a key is constructor', { constructor: 1 }, 'key_refused', '/constructor', undefined],
    ['a key is prototype', [{ prototype: 1 }], 'key_refused', '/0/prototype', undefined],
    ['a value is undefined', { a: undefined }, 'value_not_json', '/a', 'undefined'],
    ['a value is not finite', [NaN], 'value_not_json', '/0', 'NaN'],
    ['a value is a bigint', [1n], 'value_not_json', '/0', '1'],
    ['a value is a symbol', [Symbol('s')], 'value_not_json', '/0', 'Symbol(s)'],
    ['a value is a function', [parseInt], 'value_not_json', '/0', String(parseInt)],
    ['a value is a date', [new Date(0)], 'value_not_json', '/0', '[object Date]'],
    ['a value is a map', [new Map()], 'value_not_json', '/0', '[object Map]'],
    ['a text has U+0000', ['a\u0000b'], 'text_not_storable', '/0', 'a\u0000b'],
    ['a text has half a pair', ['a\ud800b'], 'text_not_storable', '/0', 'a\ud800b'],
    ['a key has half a pair', { '\udc00': 1 }, 'text_not_storable', '/\udc00', '\udc00'],
  ])('when %s', (_, document, code, path, value) => {
    const problems = checkLimits(document, CAPS);

    it('reports it where it is', () => {
      expect(problems.map((problem) => [problem.code, problem.path, problem.value])).toEqual([[code, path, value]]);
    });

    it.each(['zh-CN', 'en'] as const)('says so in %s', (locale) => {
      for (const problem of problems) {
        const { message, mend } = describeProblem(problem, locale);
        expect(message).not.toBe('');
        expect(`${message}${mend}`).not.toMatch(/\{[a-zA-Z]+\}/);
      }
    });
  });

  describe('when a document is a hundred thousand levels deep', () => {
    it('reports the depth and does not overflow the stack', () => {
      const { problems } = checkRuleSet(nest(100_000));
      expect(problems.map(({ code }) => code)).toEqual(['limit_depth']);
    });
  });

  describe('when almost everything is wrong', () => {
    it('stops early', () => {
      const document = Array.from({ length: 2000 }, () => ({ constructor: undefined }));
      expect(checkLimits(document, RULE_SET_CAPS).length).toBeLessThanOrEqual(40);
    });
  });

  describe('when a text has characters outside the first plane', () => {
    it('accepts them', () => {
      expect(checkLimits(['𠮷林\n'], CAPS)).toEqual([]);
    });
  });
});
