import { buildCatalogue } from '../../../../src/core/facts/fact-catalogue';
import { readFacts } from '../../../../src/core/facts/read-facts';
import { FactsError } from '../../../../src/core/problems/problem';
import { Expression, FactDefinition } from '../../../../src/core/rule-set/rule-set.types';
import { aCalculation, aFact, everyKindOfFact } from '../../../support/facts.builder';

function calculated(expression: Expression, settings: Partial<FactDefinition>, facts: object): unknown {
  const inputs = [aFact('a', 'number', { decimals: 9 }), aFact('b', 'number', { decimals: 9 })];
  const catalogue = buildCatalogue([aCalculation('result', expression, settings), ...inputs]);
  return readFacts(catalogue, facts).get('result');
}

const sum: Expression = { add: [{ fact: 'a' }, { fact: 'b' }] };
const quotient: Expression = { divide: [{ fact: 'a' }, { fact: 'b' }] };

describe('readFacts', () => {
  it('adds what is calculated', () => {
    expect(readFacts(everyKindOfFact(), { furnaces: { total: 3 } }).get('furnaces.double')).toBe(6);
  });

  it('leaves out what cannot be calculated', () => {
    expect(readFacts(everyKindOfFact(), { furnaces: { total: null } }).has('furnaces.double')).toBe(false);
    expect(calculated(quotient, { rounding: 'down' }, { a: 1, b: 0 })).toBeUndefined();
    expect(calculated(quotient, { rounding: 'down' }, { a: 1 })).toBeUndefined();
  });

  it('calculates through calculated facts', () => {
    const catalogue = buildCatalogue([
      aCalculation('outer', { multiply: [{ fact: 'inner' }, 3] }),
      aCalculation('inner', { add: [{ fact: 'a' }, 0.1] }),
      aFact('a', 'number'),
    ]);
    const facts = readFacts(catalogue, { a: 0.2 });
    expect([facts.get('inner'), facts.get('outer')]).toEqual([0.3, 0.9]);
    expect(readFacts(catalogue, {}).size).toBe(0);
  });

  it('passes an absence on to what rests on it', () => {
    const catalogue = buildCatalogue([
      aCalculation('ratio', { divide: [{ fact: 'a' }, { fact: 'b' }] }, { rounding: 'down' }),
      aCalculation('twice', { multiply: [2, { fact: 'ratio' }] }),
      aFact('a', 'number'),
      aFact('b', 'number'),
    ]);
    expect([...readFacts(catalogue, { a: 1, b: 0 }).keys()]).toEqual(['a', 'b']);
  });

  it.each([
    ['half_up', 0.667],
    ['half_even', 0.667],
    ['up', 0.667],
    ['down', 0.666],
    ['ceiling', 0.667],
    ['floor', 0.666],
  ] as const)('rounds 2 ÷ 3 by %s to %p', (rounding, value) => {
    expect(calculated(quotient, { rounding }, { a: 2, b: 3 })).toBe(value);
  });

  it('rounds to the places of the fact', () => {
    expect(calculated(quotient, { rounding: 'half_up', decimals: 1 }, { a: 1, b: 4 })).toBe(0.3);
    expect(calculated(quotient, { rounding: 'half_up', type: 'integer' }, { a: 5, b: 2 })).toBe(3);
  });

  it('is exact where doubles are not', () => {
    expect(calculated(sum, {}, { a: 0.1, b: 0.2 })).toBe(0.3);
    expect(calculated({ subtract: [{ fact: 'a' }, { fact: 'b' }] }, {}, { a: 0.3, b: 0.1 })).toBe(0.2);
    expect(calculated({ multiply: [{ fact: 'a' }, 100] }, {}, { a: 1.15 })).toBe(115);
  });

  it('refuses a result that no double holds exactly', () => {
    const facts = { a: 999_999_999_999_999, b: 0.001 };
    expect(() => calculated(sum, {}, facts)).toThrow(FactsError);
    try {
      calculated(sum, {}, facts);
    } catch (error) {
      expect((error as FactsError).problems).toMatchObject([{ code: 'calculated_out_of_range', path: '/result' }]);
    }
  });

  it('names everything wrong before it calculates', () => {
    expect(() => readFacts(everyKindOfFact(), { smoke: 1, furnaces: { total: 'two' } })).toThrow(
      /smoke[^]*furnaces\.total/,
    );
  });

  it('does not change its input', () => {
    const facts = Object.freeze({ furnaces: Object.freeze({ total: 3 }) });
    expect(readFacts(everyKindOfFact(), facts)).toEqual(readFacts(everyKindOfFact(), facts));
  });
});
