import { buildCatalogue } from '../../../../src/core/facts/fact-catalogue';
import { Condition, Expression, Text } from '../../../../src/core/rule-set/rule-set.types';
import { conditionWords } from '../../../../src/core/wording/condition-words';
import { expressionWords } from '../../../../src/core/wording/expression-words';
import { inBoth, Wording } from '../../../../src/core/wording/wording';
import { aFact } from '../../../support/facts.builder';

const named = (path: string, chinese: string, english: string) => ({ path, text: { 'zh-CN': chinese, en: english } });

const catalogue = buildCatalogue([
  { ...aFact('open', 'boolean'), ...named('open', '是否处于生产期间', 'Whether production is running') },
  {
    ...aFact('total', 'integer', { unit: { 'zh-CN': '台', en: 'units' } }),
    ...named('total', '在用炉数', 'Furnaces in use'),
  },
  {
    ...aFact('fitted', 'integer'),
    ...named('fitted', '有报警的炉数（没有的填“0”）', 'Furnaces with an alarm ("0" if none)'),
  },
  {
    ...aFact('trade', 'enum', {
      values: [
        { code: 'm', text: { 'zh-CN': '冶金', en: 'Metallurgy' } },
        { code: 'o', text: { 'zh-CN': '其他', en: 'Other' } },
      ],
    }),
    ...named('trade', '行业', 'Trade'),
  },
  { ...aFact('tested', 'date'), ...named('tested', '检测日期', 'Tested on') },
]);

const said = (condition: Condition): Text =>
  inBoth((locale) => conditionWords(condition, new Wording(locale, catalogue)));
const told = (expression: Expression): Text =>
  inBoth((locale) => expressionWords(expression, new Wording(locale, catalogue)));

const open: Condition = { fact: 'open', operator: 'equal', value: true };
const many: Condition = { fact: 'total', operator: 'greaterThan', value: 12 };
const missing: Condition = { fact: 'fitted', operator: 'lessThan', value: { fact: 'total' } };

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [open, '“是否处于生产期间”为“是”', '"Whether production is running" is yes'],
    [many, '“在用炉数”大于 12 台', '"Furnaces in use" is more than 12 units'],
    [
      missing,
      '“有报警的炉数（没有的填‘0’）”小于“在用炉数”',
      `"Furnaces with an alarm ('0' if none)" is less than "Furnaces in use"`,
    ],
    [
      { fact: 'trade', operator: 'notIn', value: ['m', 'o'] },
      '“行业”不属于“冶金”、“其他”',
      '"Trade" is none of "Metallurgy", "Other"',
    ],
    [{ fact: 'trade', operator: 'notEqual', value: 'm' }, '“行业”不为“冶金”', '"Trade" is not "Metallurgy"'],
    [
      { fact: 'tested', operator: 'lessThan', value: '2026-01-05' },
      '“检测日期”小于 2026-01-05',
      '"Tested on" is less than 2026-01-05',
    ],
    [
      { all: [open, many] },
      '“是否处于生产期间”为“是”，并且“在用炉数”大于 12 台',
      '"Whether production is running" is yes and "Furnaces in use" is more than 12 units',
    ],
  ])('%j', (condition, chinese, english) => {
    expect(said(condition)).toEqual({ 'zh-CN': chinese, en: english });
  });

  it('numbers its parts where there are several, and brackets what lies within them', () => {
    const condition: Condition = {
      any: [open, { all: [many, { any: [open, missing] }] }, { not: { all: [open, many] } }],
    };
    expect(said(condition)['zh-CN']).toBe(
      '有下列情形之一：（1）“是否处于生产期间”为“是”；' +
        '（2）“在用炉数”大于 12 台，并且（“是否处于生产期间”为“是”，或者“有报警的炉数（没有的填‘0’）”小于“在用炉数”）；' +
        '（3）并非（“是否处于生产期间”为“是”，并且“在用炉数”大于 12 台）',
    );
    expect(said(condition).en).toMatch(
      /^one of these holds: \(1\) .*; \(2\) .* and \(.* or .*\); \(3\) not \(.* and .*\)$/,
    );
  });

  it('does without groups of one, groups in groups of their kind, and doubled negations', () => {
    expect(said({ all: [{ any: [many] }, { all: [open] }] })).toEqual(said({ all: [many, open] }));
    expect(said({ not: { not: many } })).toEqual(said(many));
    expect(said({ not: { any: [many] } })['zh-CN']).toBe('“在用炉数”不大于 12 台');
  });
});

describe('a calculation in words', () => {
  it.each<[Expression, string, string]>([
    [{ subtract: [{ fact: 'total' }, 1] }, '“在用炉数” − 1', '"Furnaces in use" − 1'],
    [
      { divide: [{ add: [{ fact: 'total' }, 2] }, { fact: 'total' }] },
      '（“在用炉数” + 2） ÷ “在用炉数”',
      '("Furnaces in use" + 2) ÷ "Furnaces in use"',
    ],
    [
      { ceil: { max: [{ fact: 'total' }, 3] } },
      '（“在用炉数”、3 中的最大值）向上取整',
      '(the greatest of "Furnaces in use", 3) rounded up',
    ],
    [{ floor: { fact: 'total' } }, '“在用炉数”向下取整', '"Furnaces in use" rounded down'],
  ])('%j', (expression, chinese, english) => {
    expect(told(expression)).toEqual({ 'zh-CN': chinese, en: english });
  });
});

describe('a value in words', () => {
  it('has its unit, or its name, or is told to be unknown', () => {
    const words = new Wording('zh-CN', catalogue);
    expect([
      words.value('total', 3),
      words.value('trade', 'm'),
      words.value('open', false),
      words.value('trade', ['m', 'o']),
      words.value('trade', []),
      words.value('nowhere', 2),
      words.value('total', undefined),
      words.fact('nowhere'),
    ]).toEqual(['3 台', '“冶金”', '否', '“冶金”、“其他”', '（一个也没有）', '2', '未检查', '“nowhere”']);
  });
});
