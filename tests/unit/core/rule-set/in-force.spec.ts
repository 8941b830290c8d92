import { civilDate } from '../../../../src/core/dates/civil-date';
import { describeProblem } from '../../../../src/core/problems/problem';
import { checkInForce, versionInForce } from '../../../../src/core/rule-set/in-force';

const VERSIONS = [
  { id: 'small', version: '1.0.0' },
  { id: 'small', version: '1.1.0' },
  { id: 'other', version: '2.0.0' },
];
const FIRST = { version: '1.0.0', from: '2026-01-01', to: '2026-07-01' };
const SECOND = { version: '1.1.0', from: '2026-07-01' };

describe('checkInForce', () => {
  describe('when one period follows the other', () => {
    it.each([[[FIRST, SECOND]], [[SECOND, FIRST]]])('accepts them in any order', (periods) => {
      const document = { ruleSet: 'small', periods };
      expect(checkInForce(document, VERSIONS)).toEqual({ problems: [], inForce: document });
    });
  });

  describe.each([
    ['the rule set is another', { ruleSet: 'large', periods: [FIRST] }, 'in_force_rule_set', '/ruleSet', 'large'],
    ['a version is unknown', [{ ...FIRST, version: '9.0.0' }], 'in_force_version', '/periods/0/version', '9.0.0'],
    [
      'a version is of another rule set',
      [{ ...FIRST, version: '2.0.0' }],
      'in_force_version',
      '/periods/0/version',
      '2.0.0',
    ],
    ['a first day does not exist', [{ ...FIRST, from: '2026-02-30' }], 'no_such_day', '/periods/0/from', '2026-02-30'],
    ['an end does not exist', [{ ...FIRST, to: '2026-02-30' }], 'no_such_day', '/periods/0/to', '2026-02-30'],
    ['a period is empty', [{ ...FIRST, to: '2026-01-01' }], 'period_reversed', '/periods/0/to', '2026-01-01'],
    [
      'two periods share one day',
      [FIRST, { ...SECOND, from: '2026-06-30' }],
      'periods_overlap',
      '/periods/1/from',
      '2026-06-30',
    ],
    [
      'two periods are open',
      [SECOND, { ...FIRST, from: '2027-01-01', to: undefined }],
      'periods_overlap',
      '/periods/1/from',
      '2027-01-01',
    ],
    [
      'two periods begin together',
      [FIRST, { ...SECOND, from: FIRST.from }],
      'periods_overlap',
      '/periods/1/from',
      FIRST.from,
    ],
    ['a property is unknown', [{ ...FIRST, until: 1 }], 'property_unknown', '/periods/0/until', 1],
    ['a text is too long', [{ ...FIRST, version: 'x'.repeat(1001) }], 'limit_text_length', '/periods/0/version', 1001],
  ])('when %s', (_, input, code, path, value) => {
    const document: unknown = JSON.parse(
      JSON.stringify(Array.isArray(input) ? { ruleSet: 'small', periods: input } : input),
    );
    const { problems, inForce } = checkInForce(document, VERSIONS);

    it('reports it where it is', () => {
      expect(problems.map((problem) => [problem.code, problem.path, problem.value])).toEqual([[code, path, value]]);
      expect(inForce).toBeUndefined();
    });

    it.each(['zh-CN', 'en'] as const)('says so in %s', (locale) => {
      for (const problem of problems) {
        const { message, mend } = describeProblem(problem, locale);
        expect(`${message}${mend}`).not.toMatch(/\{[a-zA-Z]+\}/);
      }
    });
  });

  describe('when a long period holds two short ones', () => {
    it('reports both', () => {
      const periods = [
        { version: '1.0.0', from: '2026-01-01', to: '2027-01-01' },
        { version: '1.1.0', from: '2026-02-01', to: '2026-03-01' },
        { version: '1.1.0', from: '2026-04-01', to: '2026-05-01' },
      ];
      const { problems } = checkInForce({ ruleSet: 'small', periods }, VERSIONS);
      expect(problems.map(({ path }) => path)).toEqual(['/periods/1/from', '/periods/2/from']);
    });
  });
});

describe('versionInForce', () => {
  const periods = [FIRST, SECOND];

  it.each([
    ['before the first period', '2025-12-31', undefined],
    ['on its first day', '2026-01-01', '1.0.0'],
    ['on its last day', '2026-06-30', '1.0.0'],
    ['on the day it ends', '2026-07-01', '1.1.0'],
    ['long after the open one began', '2099-12-31', '1.1.0'],
  ])('answers %s', (_, day, version) => {
    expect(versionInForce(periods, civilDate(day))).toBe(version);
  });

  it('answers none in a gap', () => {
    expect(versionInForce([FIRST, { ...SECOND, from: '2026-08-01' }], civilDate('2026-07-15'))).toBeUndefined();
  });
});
