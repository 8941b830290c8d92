import { buildCatalogue } from '../../../../src/core/facts/fact-catalogue';
import { factDomain, withAbsent } from '../../../../src/core/domain-search/fact-domain';
import { Condition, FactDefinition, Leaf } from '../../../../src/core/rule-set/rule-set.types';
import { aCalculation, aFact, codes } from '../../../support/facts.builder';

const all = (...leaves: readonly Leaf[]): readonly Condition[] => [{ all: leaves }];

function domain(facts: readonly FactDefinition[], ...leaves: readonly Leaf[]) {
  return factDomain([{ catalogue: buildCatalogue(facts), conditions: all(...leaves) }]);
}

function values(facts: readonly FactDefinition[], ...leaves: readonly Leaf[]) {
  return Object.fromEntries(domain(facts, ...leaves).facts.map((fact) => [fact.path, fact.values]));
}

describe('the values of a fact that matter', () => {
  it('are a number and its neighbours where it is compared with that number', () => {
    const facts = [aFact('months', 'integer', { min: 0 })];
    expect(values(facts, { fact: 'months', operator: 'greaterThan', value: 12 })).toEqual({ months: [11, 12, 13] });
  });

  it('are one decimal step away where the fact has decimals', () => {
    const facts = [aFact('ratio', 'number', { min: 0, max: 1, decimals: 2 })];
    expect(values(facts, { fact: 'ratio', operator: 'lessThan', value: 0.9 })).toEqual({ ratio: [0.89, 0.9, 0.91] });
  });

  it('lie on either side of a number that the fact itself cannot be', () => {
    const facts = [aFact('ratio', 'number', { decimals: 1 })];
    expect(values(facts, { fact: 'ratio', operator: 'lessThan', value: 0.25 })).toEqual({ ratio: [0.2, 0.3] });
  });

  it('stay within the bounds of the fact', () => {
    const facts = [aFact('count', 'integer', { min: 0, max: 5 })];
    const compared = [0, 5, 9].map((value): Leaf => ({ fact: 'count', operator: 'greaterThan', value }));
    expect(values(facts, ...compared)).toEqual({ count: [0, 1, 4, 5] });
  });

  it('are days next to the day of a date', () => {
    const facts = [aFact('tested', 'date')];
    expect(values(facts, { fact: 'tested', operator: 'lessThan', value: '2028-02-29' })).toEqual({
      tested: ['2028-02-28', '2028-02-29', '2028-03-01'],
    });
  });

  it('end with the calendar', () => {
    const facts = [aFact('tested', 'date')];
    expect(values(facts, { fact: 'tested', operator: 'equal', value: '1900-01-01' })).toEqual({
      tested: ['1900-01-01', '1900-01-02'],
    });
  });

  it('are both of a boolean and every code of an enum, mentioned or not', () => {
    const facts = [aFact('open', 'boolean'), aFact('kind', 'enum', { values: codes('a', 'b', 'c') })];
    expect(
      values(facts, { fact: 'open', operator: 'equal', value: true }, { fact: 'kind', operator: 'in', value: ['b'] }),
    ).toEqual({ open: [false, true], kind: ['a', 'b', 'c'] });
  });

  it('are every choice of the codes that a list is asked for, smaller ones first', () => {
    const facts = [aFact('parts', 'enum_list', { values: codes('a', 'b', 'c') })];
    expect(
      values(
        facts,
        { fact: 'parts', operator: 'contains', value: 'a' },
        { fact: 'parts', operator: 'doesNotContain', value: 'c' },
      ),
    ).toEqual({ parts: [[], ['a'], ['c'], ['a', 'c']] });
  });

  it('are the texts asked for and one more', () => {
    const facts = [aFact('name', 'string')];
    expect(values(facts, { fact: 'name', operator: 'notEqual', value: '*' })).toEqual({ name: ['*', '**'] });
  });

  it('have room for every order of facts that are compared with each other', () => {
    const facts = ['fitted', 'tested', 'total'].map((path) => aFact(path, 'integer', { min: 0 }));
    const found = values(
      facts,
      { fact: 'fitted', operator: 'lessThan', value: { fact: 'total' } },
      { fact: 'tested', operator: 'lessThan', value: { fact: 'total' } },
    );
    expect(found).toEqual({ fitted: [0, 1, 2], tested: [0, 1, 2], total: [0, 1, 2] });
  });

  it('take over what either of two facts is compared with', () => {
    const facts = ['passed', 'present'].map((path) => aFact(path, 'integer', { min: 0 }));
    const found = values(
      facts,
      { fact: 'passed', operator: 'lessThan', value: { fact: 'present' } },
      { fact: 'present', operator: 'greaterThan', value: 10 },
    );
    expect(found['passed']).toEqual([8, 9, 10, 11, 12]);
    expect(found['present']).toEqual(found['passed']);
  });

  it('reach past a bound that only one of two compared facts has', () => {
    const facts = [aFact('a', 'integer', { min: 0 }), aFact('b', 'integer', { min: 5 })];
    const { a, b } = values(facts, { fact: 'a', operator: 'lessThan', value: { fact: 'b' } });
    expect(a).toEqual([0, 1, 4, 5, 6, 7]);
    expect(b).toEqual([5, 6, 7]);
  });
});

describe('the values of facts that a calculation rests on', () => {
  const [full, part] = [aFact('full', 'integer', { min: 0 }), aFact('part', 'integer', { min: 0 })];
  const sum = aCalculation('sum', { add: [{ fact: 'full' }, { fact: 'part' }] }, { type: 'integer' });

  it('go up to where nothing changes any more', () => {
    const found = domain([full, part, sum], { fact: 'sum', operator: 'lessThan', value: 2 });
    expect(found.facts).toEqual([
      { path: 'full', values: [0, 1, 2, 3] },
      { path: 'part', values: [0, 1, 2, 3] },
    ]);
    expect(found.decisive).toBe(true);
  });

  it('are all there are where they are few', () => {
    const few = aFact('full', 'integer', { min: 1, max: 4 });
    const twice = aCalculation('twice', { multiply: [2, { fact: 'full' }] }, { type: 'integer' });
    const found = domain([few, twice], { fact: 'twice', operator: 'equal', value: 4 });
    expect(found.facts).toEqual([{ path: 'full', values: [1, 2, 3, 4] }]);
    expect(found.decisive).toBe(true);
  });

  it('are told not to decide where the calculation never settles', () => {
    const share = aCalculation('share', { divide: [{ fact: 'part' }, { fact: 'full' }] }, { rounding: 'half_up' });
    const found = domain([full, part, share], { fact: 'share', operator: 'lessThan', value: 0.9 });
    expect(found.decisive).toBe(false);
    expect(found.facts.find(({ path }) => path === 'part')?.values).toEqual(expect.arrayContaining([0, 8, 9, 10]));
  });

  it('are told not to decide where a fact is compared with a calculated one without end', () => {
    const other = aFact('other', 'integer', { min: 0 });
    const found = domain([full, part, sum, other], { fact: 'other', operator: 'lessThan', value: { fact: 'sum' } });
    expect(found.decisive).toBe(false);
  });
});

describe('the domain of several rule sets', () => {
  const asks: readonly Condition[] = all({ fact: 'count', operator: 'greaterThan', value: 2 });
  const reading = (...facts: readonly FactDefinition[]) => ({ catalogue: buildCatalogue(facts), conditions: asks });

  it('has only values that all of them accept', () => {
    const found = factDomain([
      reading(aFact('count', 'integer', { min: 0, max: 3 })),
      reading(aFact('count', 'integer', { min: 2, max: 9 })),
    ]);
    expect(found.facts).toEqual([{ path: 'count', values: [2, 3] }]);
  });

  it.each([
    ['of another type', [aFact('count', 'number', { min: 0 }), aFact('count', 'boolean')]],
    ['without a common value', [aFact('count', 'integer', { max: 3 }), aFact('count', 'integer', { min: 4 })]],
    ['entered in one and calculated in the other', [aFact('count', 'integer'), aCalculation('count', 3)]],
  ])('names a fact %s', (_, facts) => {
    const readings = facts.map((fact) => ({ catalogue: buildCatalogue([fact]), conditions: [] }));
    const found = factDomain([{ ...readings[0]!, conditions: asks }, readings[1]!]);
    expect(found.incomparable).toEqual(['count']);
    expect(found.decisive).toBe(false);
  });
});

describe('a domain with absent facts', () => {
  it('has one choice more for each fact', () => {
    const found = domain([aFact('open', 'boolean')], { fact: 'open', operator: 'equal', value: true });
    expect(withAbsent(found).facts).toEqual([{ path: 'open', values: [false, true, undefined] }]);
    expect(withAbsent(found).size).toBe(3);
  });
});
