import { civilDate, parseCivilDate, plusDays, plusMonths } from '../../../../src/core/dates/civil-date';

describe('parseCivilDate', () => {
  it.each([
    '1900-01-01',
    '2000-02-29',
    '2024-02-29',
    '2026-01-31',
    '2026-02-28',
    '2026-04-30',
    '2026-12-31',
    '2400-02-29',
    '9899-12-31',
  ])('knows the day %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  it.each([
    ['a year without 29 February', '2026-02-29'],
    ['a century that is no leap year', '2100-02-29'],
    ['the 30th of February', '2024-02-30'],
    ['the 31st of April', '2026-04-31'],
    ['the 32nd', '2026-01-32'],
    ['day zero', '2026-01-00'],
    ['month zero', '2026-00-10'],
    ['month thirteen', '2026-13-01'],
    ['the year before the first', '1899-12-31'],
    ['a day whose sums would leave four digits', '9900-01-01'],
    ['the last day of four digits', '9999-12-31'],
    ['a short month', '2026-1-01'],
    ['a time', '2026-01-01T00:00:00Z'],
    ['a space', ' 2026-01-01'],
    ['a line break', '2026-01-01\n'],
    ['full-width digits', '２０２６-01-01'],
    ['nothing', ''],
  ])('knows no %s', (_, text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });

  it.each([[undefined], [null], [20260101], [true], [['2026-01-01']], [new Date(0)]])('takes no %p', (value) => {
    expect(parseCivilDate(value)).toBeUndefined();
  });
});

describe('civilDate', () => {
  it('throws where there is no such day', () => {
    expect(() => civilDate('2026-02-29')).toThrow(RangeError);
  });
});

describe('plusDays', () => {
  it.each([
    ['2026-01-01', 0, '2026-01-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2025-11-12', 30, '2025-12-12'],
    ['2025-11-12', 10, '2025-11-22'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-10-31', 2, '2026-11-02'],
    ['2024-02-29', 366, '2025-03-01'],
    ['2026-09-20', 3660, '2036-09-27'],
  ])('%s + %i is %s', (day, days, sum) => {
    expect(plusDays(civilDate(day), days)).toBe(sum);
  });
});

describe('plusMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-01-30', 1, '2024-02-29'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s + %i months is %s', (day, months, sum) => {
    expect(plusMonths(civilDate(day), months)).toBe(sum);
  });
});
