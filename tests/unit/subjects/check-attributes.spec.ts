import { FactDefinition } from '../../../src/core';
import { checkAttributes, checkTrade, KnownFacts } from '../../../src/subjects/check-attributes';
import { aText } from '../../support/rule-set.builder';

const fact = (path: string, more: Partial<FactDefinition> = {}): FactDefinition => ({
  path,
  type: 'integer',
  text: aText(path),
  suppliedBy: 'register',
  ...more,
});
const trades = (...codes: string[]): FactDefinition =>
  fact('enterprise.trade', { type: 'enum', values: codes.map((code) => ({ code, text: aText(code) })) });
const rules = (ruleSet: string, ...facts: FactDefinition[]): KnownFacts => ({
  ruleSet,
  facts: new Map(facts.map((one) => [one.path, one])),
});

const FURNACES = rules(
  'furnaces',
  trades('machinery', 'other'),
  fact('enterprise.employees', { min: 0, max: 1000 }),
  fact('furnaces.total', { suppliedBy: 'inspector' }),
  fact('staff.safety', { suppliedBy: 'calculation' }),
);
const DUST = rules('dust', trades('wood'), fact('enterprise.employees', { max: 500 }), fact('furnaces.total'));

const told = (problems: ReturnType<typeof checkAttributes>): string[] =>
  problems.map(({ code, path }) => `${code} ${path}`);

describe('attributes', () => {
  it.each<[string, Parameters<typeof checkAttributes>[0], readonly KnownFacts[], string[]]>([
    ['that fit', { 'enterprise.employees': 5 }, [FURNACES], []],
    ['that nobody knows', { 'dust.area': 1, 'dust.kinds': ['a'] }, [FURNACES], []],
    ['where no rule set is installed', { 'enterprise.employees': 'x' }, [], []],
    ['of the wrong type', { 'enterprise.employees': 'x' }, [FURNACES], ['fact_type /attributes/enterprise.employees']],
    [
      'out of the range of one of two',
      { 'enterprise.employees': 501 },
      [FURNACES, DUST],
      ['fact_range /attributes/enterprise.employees'],
    ],
    [
      'wrong for both, told once',
      { 'enterprise.employees': 2000 },
      [FURNACES, DUST],
      ['fact_range /attributes/enterprise.employees'],
    ],
    ['that end', { 'enterprise.employees': null }, [FURNACES], []],
    ['of inspectors', { 'furnaces.total': 1 }, [FURNACES], ['attribute_not_of_register /attributes/furnaces.total']],
    ['of inspectors here and of the register there', { 'furnaces.total': 1 }, [FURNACES, DUST], []],
    ['that are calculated', { 'staff.safety': 1 }, [FURNACES], ['attribute_not_of_register /attributes/staff.safety']],
    ['that lead to facts', { furnaces: 1 }, [FURNACES], ['attribute_overlap /attributes/furnaces']],
    [
      'that lie below facts',
      { 'enterprise.employees.men': 1 },
      [FURNACES],
      ['attribute_overlap /attributes/enterprise.employees.men'],
    ],
    [
      'that overlap each other',
      { 'a.b': 1, 'a.b.c': 1 },
      [],
      ['attribute_overlap /attributes/a.b', 'attribute_overlap /attributes/a.b.c'],
    ],
    ['beside each other', { 'a.b': 1, 'a.bc': 1 }, [], []],
    ['that are the trade', { 'enterprise.trade': 'other' }, [], ['attribute_of_its_own /attributes/enterprise.trade']],
    ['that are the state', { 'enterprise.state': null }, [], ['attribute_of_its_own /attributes/enterprise.state']],
  ])('%s', (_, attributes, known, expected) => {
    expect(told(checkAttributes(attributes, known))).toEqual(expected);
  });

  it('are held against those that the subject has already', () => {
    expect(told(checkAttributes({ 'a.b': 1 }, [], ['a.b.c']))).toEqual(['attribute_overlap /attributes/a.b']);
  });
});

describe('a trade', () => {
  it.each([
    ['machinery', [FURNACES, DUST], []],
    ['wood', [FURNACES, DUST], []],
    ['fishing', [FURNACES, DUST], ['fact_value /trade']],
    ['fishing', [], []],
    ['fishing', [rules('blind')], []],
  ])('%s is one that a rule set knows, or none asks for trades', (trade, known, expected) => {
    expect(told(checkTrade(trade, known))).toEqual(expected);
  });
});
