import { civilDate } from '../../../src/core';
import {
  firstDay,
  nextOfficeDay,
  registerAsOf,
  RegisterEntry,
  registerFacts,
} from '../../../src/subjects/register-entry';

const entries: readonly RegisterEntry[] = [
  { number: 3, validFrom: civilDate('2026-03-01'), trade: 'nonferrous', attributes: { 'enterprise.employees': null } },
  {
    number: 1,
    validFrom: civilDate('2025-10-01'),
    name: '示例铸造厂',
    trade: 'machinery',
    state: 'producing',
    officeId: 'a',
    attributes: { 'enterprise.employees': 80, 'enterprise.isMetalSmelting': true },
  },
  { number: 2, validFrom: civilDate('2026-01-01'), officeId: 'b', attributes: { 'enterprise.employees': 90 } },
];

describe('what the register says as of a day', () => {
  it('is nothing before the first entry', () => {
    expect(registerAsOf(entries, civilDate('2025-09-30'))).toBeUndefined();
  });

  it.each([
    ['2025-10-01', 'machinery', 'a', 80],
    ['2025-12-31', 'machinery', 'a', 80],
    ['2026-01-01', 'machinery', 'b', 90],
    ['2026-02-28', 'machinery', 'b', 90],
    ['2026-03-01', 'nonferrous', 'b', undefined],
  ])('on %s: %s, office %s, %s employees', (day, trade, officeId, employees) => {
    const state = registerAsOf(entries, civilDate(day));
    if (state === undefined) throw new Error('in the register');
    const facts = registerFacts(state);
    expect([state.trade, state.officeId]).toEqual([trade, officeId]);
    expect([facts.get('enterprise.trade'), facts.get('enterprise.employees')]).toEqual([trade, employees]);
    expect(facts.get('enterprise.isMetalSmelting')).toBe(true);
  });

  it('takes entries of one day by their numbers', () => {
    const same = civilDate('2026-03-01');
    const later: RegisterEntry = { number: 4, validFrom: same, trade: 'other', attributes: {} };
    expect(registerAsOf([later, ...entries], same)?.trade).toBe('other');
  });
});

describe('the days of the entries', () => {
  it('begin with the earliest, whatever the order of recording', () => {
    expect(firstDay(entries)).toBe('2025-10-01');
  });

  it.each([
    ['2025-10-01', '2026-01-01'],
    ['2025-12-31', '2026-01-01'],
    ['2026-01-01', undefined],
  ])('have the next move after %s on %s', (day, expected) => {
    expect(nextOfficeDay(entries, civilDate(day))).toBe(expected);
  });
});
