import { checkRuleSet } from '../../../../src/core/rule-set/check-rule-set';
import { Locale } from '../../../../src/core/rule-set/rule-set.types';
import { describeProblem } from '../../../../src/core/problems/problem';
import { RULE_SET_MESSAGES } from '../../../../src/core/problems/rule-set.messages';
import { edited } from '../../../support/edit-json';
import { aRuleSet } from '../../../support/rule-set.builder';
import { Fault } from './faults/fault';
import { CONDITION_FAULTS } from './faults/conditions.faults';
import { FACT_FAULTS } from './faults/facts.faults';
import { OTHER_FAULTS } from './faults/meaning.faults';
import { REGIME_FAULTS } from './faults/regime.faults';
import { SCENARIO_FAULTS } from './faults/scenarios.faults';
import { SHAPE_FAULTS } from './faults/shape.faults';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const FAULTS: readonly Fault[] = [
  ...SHAPE_FAULTS,
  ...FACT_FAULTS,
  ...CONDITION_FAULTS,
  ...OTHER_FAULTS,
  ...SCENARIO_FAULTS,
  ...REGIME_FAULTS,
];

/** Codes that arise elsewhere: from limits and in-force documents (tested there) and from running scenarios. */
const ELSEWHERE = [
  ...['limit_depth', 'limit_nodes', 'limit_text_length', 'limit_list_length', 'key_refused', 'value_not_json'],
  ...['text_not_storable', 'in_force_rule_set', 'in_force_version', 'periods_overlap', 'scenario_failed'],
];

describe('checkRuleSet', () => {
  describe('when the rule set is in order', () => {
    it('hands it back without problems', () => {
      const document = aRuleSet();
      expect(checkRuleSet(document)).toEqual({ problems: [], ruleSet: document });
    });

    it('does not change it', () => {
      const document = aRuleSet();
      checkRuleSet(document);
      expect(document).toEqual(aRuleSet());
    });
  });

  describe.each(FAULTS.map((fault) => [fault.when, fault] as const))('when %s', (_, fault) => {
    const { problems, ruleSet } = checkRuleSet(edited(aRuleSet(), fault.edits));
    const problem = problems[0];

    it(`reports only ${fault.code}, where it is, with the value`, () => {
      expect(problems.map(({ code, path }) => ({ code, path }))).toEqual([{ code: fault.code, path: fault.path }]);
      if ('value' in fault) expect(problem?.value).toEqual(fault.value);
      expect(ruleSet).toBeUndefined();
    });

    it.each(LOCALES)('says so in %s without an unfilled placeholder', (locale) => {
      if (problem === undefined) throw new Error('no problem');
      const { message, mend } = describeProblem(problem, locale);
      expect(message).not.toBe('');
      expect(`${message}${mend}`).not.toMatch(/\{[a-zA-Z]+\}/);
      expect(mend).not.toBe('');
    });
  });

  describe('when all faults are taken together', () => {
    it('there is one for every code', () => {
      const tested = new Set<string>([...FAULTS.map(({ code }) => code), ...ELSEWHERE]);
      expect(Object.keys(RULE_SET_MESSAGES).filter((code) => !tested.has(code))).toEqual([]);
    });
  });

  describe('when the shape is wrong', () => {
    it('says nothing of the meaning yet', () => {
      const document = edited(aRuleSet(), [{ at: '/title' }, { at: '/items/0/category', to: 'none' }]);
      expect(checkRuleSet(document).problems.map(({ code }) => code)).toEqual(['property_missing']);
    });
  });

  describe('when there are several problems', () => {
    it('reports them in document order', () => {
      const document = edited(aRuleSet(), [
        { at: '/ladder/rungs/1/points', to: 3 },
        { at: '/items/1/category', to: 'none' },
        { at: '/items/0/points', to: 0.0001 },
        { at: '/timeZone', to: 'Mars' },
      ]);
      expect(checkRuleSet(document).problems.map(({ path }) => path)).toEqual([
        '/timeZone',
        '/items/0/points',
        '/items/1/category',
        '/ladder/rungs/1/points',
      ]);
    });

    it('reports at most a hundred', () => {
      const facts = Array.from({ length: 500 }, () => null);
      expect(checkRuleSet(aRuleSet({ facts: facts as never })).problems).toHaveLength(100);
    });
  });

  describe('when the document is no object at all', () => {
    it.each([[null], [undefined], ['text'], [[]], [5]])('refuses %p', (document) => {
      expect(checkRuleSet(document).problems).toHaveLength(1);
    });
  });

  describe('when expressions stay within the decimal places of their fact', () => {
    it.each([
      ['an integer of integers', 'integer', undefined, { multiply: [{ fact: 'furnaces.total' }, 2] }],
      ['a division by 8 with three places', 'number', undefined, { divide: [{ fact: 'furnaces.total' }, 8] }],
      ['a division by 0.5', 'integer', undefined, { divide: [{ fact: 'furnaces.total' }, 0.5] }],
      ['a whole number of anything', 'integer', undefined, { ceil: { divide: [1, { fact: 'furnaces.total' }] } }],
      ['a product of places that add up', 'number', 4, { multiply: [0.25, 0.75] }],
      ['the least of some', 'number', 2, { min: [0.25, 0.5, { max: [1] }] }],
    ])('needs no rounding for %s', (_, type, decimals, expression) => {
      const fact = {
        ...{ path: 'extra.fact', type, text: { 'zh-CN': '值', en: 'value' }, suppliedBy: 'calculation', expression },
        ...(decimals === undefined ? {} : { decimals }),
      };
      expect(checkRuleSet(edited(aRuleSet(), [{ at: '/facts/-', to: fact }])).problems).toEqual([]);
    });
  });

  describe('when calculations go in a circle', () => {
    it('names the facts of the circle', () => {
      const calculated = (path: string, used: string): unknown => ({
        ...{ path, type: 'integer', text: { 'zh-CN': '值', en: 'value' }, suppliedBy: 'calculation' },
        expression: { add: [{ fact: used }, 1] },
      });
      const document = edited(aRuleSet(), [
        { at: '/facts/-', to: calculated('c.one', 'c.two') },
        { at: '/facts/-', to: calculated('c.two', 'c.three') },
        { at: '/facts/-', to: calculated('c.three', 'c.two') },
      ]);
      const { problems } = checkRuleSet(document);
      expect(problems.map(({ code, params }) => [code, params?.['cycle']])).toEqual([
        ['expression_cycle', 'c.two → c.three → c.two'],
      ]);
    });
  });

  describe('when exclusive items are mutual and few', () => {
    it('accepts them', () => {
      const document = edited(aRuleSet(), [
        { at: '/items/0/exclusiveWith', to: ['A2'] },
        { at: '/items/1/exclusiveWith', to: ['A1'] },
      ]);
      expect(checkRuleSet(document).problems).toEqual([]);
    });
  });
});
