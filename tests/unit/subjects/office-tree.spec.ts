import { civilDate } from '../../../src/core';
import { authorityLevel, covers, isValidOn, parentLevel, showValidity } from '../../../src/subjects/office-tree';

const days = (validFrom: string, validTo: string | null = null) => ({ validFrom, validTo });

describe('the tree of offices', () => {
  it('has towns, streets and parks below bureaus, and those below jurisdictions', () => {
    expect((['jurisdiction', 'bureau', 'town', 'street', 'park'] as const).map(parentLevel)).toEqual([
      undefined,
      'jurisdiction',
      'bureau',
      'bureau',
      'bureau',
    ]);
  });

  it('counts towns, streets and parks as local offices', () => {
    expect((['town', 'street', 'park', 'bureau', 'jurisdiction'] as const).map(authorityLevel)).toEqual([
      'local_office',
      'local_office',
      'local_office',
      'bureau',
      'jurisdiction',
    ]);
  });

  it.each([
    ['2025-09-30', false],
    ['2025-10-01', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
  ])('an office is valid from its first day until before its end: %s %s', (day, valid) => {
    expect(isValidOn(days('2025-10-01', '2026-10-01'), civilDate(day))).toBe(valid);
  });

  it.each([
    [days('2021-01-01'), days('2021-01-01'), true],
    [days('2021-01-01'), days('2020-12-31'), false],
    [days('2021-01-01', '2026-01-01'), days('2021-01-01', '2026-01-01'), true],
    [days('2021-01-01', '2026-01-01'), days('2021-01-01', '2026-01-02'), false],
    [days('2021-01-01', '2026-01-01'), days('2021-01-01'), false],
    [days('2021-01-01'), days('2022-01-01', '2023-01-01'), true],
  ])('%j covers %j: %s', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });

  it('says days of validity in words', () => {
    expect(showValidity(days('2021-01-01'))).toEqual({ 'zh-CN': ' 2021-01-01 起', en: 'valid from 2021-01-01' });
    expect(showValidity(days('2021-01-01', '2026-01-01')).en).toBe('valid from 2021-01-01 until before 2026-01-01');
  });
});
