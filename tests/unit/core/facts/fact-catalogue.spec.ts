import { buildCatalogue, decimalsOf } from '../../../../src/core/facts/fact-catalogue';
import { aCalculation, aFact } from '../../../support/facts.builder';

describe('buildCatalogue', () => {
  it('knows every group that leads to a fact', () => {
    const { groups } = buildCatalogue([aFact('a.b.c', 'boolean'), aFact('a.d', 'boolean'), aFact('e', 'boolean')]);
    expect([...groups]).toEqual(['a', 'a.b']);
  });

  it('puts calculations after what they rest on, whatever the order of the file', () => {
    const last = aCalculation('last', { add: [{ fact: 'middle' }, { fact: 'x' }] });
    const middle = aCalculation('middle', { add: [{ fact: 'first' }, 1] });
    const first = aCalculation('first', { add: [{ fact: 'y' }, { fact: 'z' }] });
    const bases = ['x', 'y', 'z'].map((path) => aFact(path, 'number'));
    const { calculated, baseFacts } = buildCatalogue([last, middle, first, ...bases]);
    expect(calculated.map(({ path }) => path)).toEqual(['first', 'middle', 'last']);
    expect(baseFacts.get('last')).toEqual(['y', 'z', 'x']);
    expect(baseFacts.get('x')).toEqual(['x']);
  });

  it('gives a calculation without facts no base facts', () => {
    expect(buildCatalogue([aCalculation('one', { add: [1, 0] })]).baseFacts.get('one')).toEqual([]);
  });
});

describe('decimalsOf', () => {
  it.each([
    ['a number', aFact('n', 'number'), 3],
    ['a number that states them', aFact('n', 'number', { decimals: 0 }), 0],
    ['an integer', aFact('n', 'integer'), 0],
  ])('%s', (_, fact, decimals) => {
    expect(decimalsOf(fact)).toBe(decimals);
  });
});
