import { traceCondition, Truth } from '../../../../src/core/conditions/trace';
import { Condition, Leaf } from '../../../../src/core/rule-set/rule-set.types';
import { flat } from '../../../support/facts.builder';

const leaf = (fact: string): Leaf => ({ fact, operator: 'equal', value: true });
const T = leaf('t');
const F = leaf('f');
const U = leaf('u');
const facts = flat({ t: true, f: false });
const truth = (condition: Condition): Truth => traceCondition(condition, facts).result;

describe('traceCondition', () => {
  it.each<[Leaf, Leaf, Truth, Truth]>([
    [T, T, true, true],
    [T, F, false, true],
    [T, U, null, true],
    [F, T, false, true],
    [F, F, false, false],
    [F, U, false, null],
    [U, T, null, true],
    [U, F, false, null],
    [U, U, null, null],
  ])('%j with %j: all %p, any %p', (a, b, all, any) => {
    expect(truth({ all: [a, b] })).toBe(all);
    expect(truth({ any: [a, b] })).toBe(any);
    expect(truth({ not: { all: [a, b] } })).toBe(truth({ any: [{ not: a }, { not: b }] }));
    expect(truth({ not: { any: [a, b] } })).toBe(truth({ all: [{ not: a }, { not: b }] }));
  });

  it('turns true and false round, and leaves the unknown unknown', () => {
    expect([truth({ not: T }), truth({ not: F }), truth({ not: U }), truth({ not: { not: U } })]).toEqual([
      false,
      true,
      null,
      null,
    ]);
  });

  it('never takes the unknown for "not violated"', () => {
    expect(truth({ fact: 'u', operator: 'notEqual', value: true })).toBeNull();
    expect(truth({ fact: 'u', operator: 'notIn', value: ['a'] })).toBeNull();
    expect(truth({ fact: 'u', operator: 'doesNotContain', value: 'a' })).toBeNull();
  });

  it('shows what was found and what was wanted at every leaf, whatever the others say', () => {
    const condition: Condition = {
      any: [{ all: [F, T, U] }, { not: { fact: 'n', operator: 'in', value: [1, 2] } }, T],
    };
    expect(traceCondition(condition, flat({ t: true, f: false, n: 2 }))).toEqual({
      any: [
        {
          all: [
            { fact: 'f', operator: 'equal', found: false, wanted: true, result: false },
            { fact: 't', operator: 'equal', found: true, wanted: true, result: true },
            { fact: 'u', operator: 'equal', found: null, wanted: true, result: null },
          ],
          result: false,
        },
        { not: { fact: 'n', operator: 'in', found: 2, wanted: [1, 2], result: true }, result: false },
        { fact: 't', operator: 'equal', found: true, wanted: true, result: true },
      ],
      result: true,
    });
  });

  describe('where a fact is compared with another', () => {
    const compared: Leaf = { fact: 'a', operator: 'greaterThan', value: { fact: 'b' } };

    it.each<[Record<string, number>, number | null, number | null, Truth]>([
      [{ a: 3, b: 2 }, 3, 2, true],
      [{ a: 2, b: 2 }, 2, 2, false],
      [{ a: 3 }, 3, null, null],
      [{ b: 2 }, null, 2, null],
      [{}, null, null, null],
    ])('%j', (given, found, value, result) => {
      expect(traceCondition(compared, flat(given))).toEqual({
        fact: 'a',
        operator: 'greaterThan',
        found,
        wanted: { fact: 'b', value },
        result,
      });
    });
  });

  it('shows a zero, a false and an empty text as found', () => {
    const given = flat({ n: 0, b: false, s: '' });
    const found = (fact: string, value: Leaf['value']): unknown =>
      traceCondition({ fact, operator: 'equal', value }, given);
    expect(found('n', 0)).toMatchObject({ found: 0, result: true });
    expect(found('b', false)).toMatchObject({ found: false, result: true });
    expect(found('s', '')).toMatchObject({ found: '', result: true });
  });
});
