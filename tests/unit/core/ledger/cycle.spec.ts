import { civilDate, plusDays } from '../../../../src/core/dates/civil-date';
import { cycleOf } from '../../../../src/core/ledger/cycle';

const cycle = (day: string, months: number, anchorMonth = 10, anchorDay = 1): string => {
  const { from, to } = cycleOf(civilDate(day), { anchor: { month: anchorMonth, day: anchorDay }, months });
  return `${from} ${to}`;
};

describe('cycleOf', () => {
  it.each([
    ['2025-09-30', 12, '2024-10-01 2025-10-01'],
    ['2025-10-01', 12, '2025-10-01 2026-10-01'],
    ['2026-09-30', 12, '2025-10-01 2026-10-01'],
    ['2024-02-29', 12, '2023-10-01 2024-10-01'],
    ['2025-12-31', 12, '2025-10-01 2026-10-01'],
    ['2026-01-01', 12, '2025-10-01 2026-10-01'],
    ['2026-01-31', 1, '2026-01-01 2026-02-01'],
    ['2026-02-01', 1, '2026-02-01 2026-03-01'],
    ['2026-12-31', 1, '2026-12-01 2027-01-01'],
    ['2025-12-31', 3, '2025-10-01 2026-01-01'],
    ['2026-01-01', 3, '2026-01-01 2026-04-01'],
    ['2026-09-30', 3, '2026-07-01 2026-10-01'],
    ['2026-03-31', 6, '2025-10-01 2026-04-01'],
    ['2026-04-01', 6, '2026-04-01 2026-10-01'],
    ['2026-09-30', 24, '2024-10-01 2026-10-01'],
    ['2026-10-01', 24, '2026-10-01 2028-10-01'],
    ['2025-10-01', 24, '2024-10-01 2026-10-01'],
    ['2024-09-30', 36, '2021-10-01 2024-10-01'],
    ['2024-10-01', 36, '2024-10-01 2027-10-01'],
    ['2000-10-01', 36, '2000-10-01 2003-10-01'],
    ['2000-09-30', 36, '1997-10-01 2000-10-01'],
    ['1999-12-31', 12, '1999-10-01 2000-10-01'],
  ])('%s lies, with cycles of %i months, in %s', (day, months, expected) => {
    expect(cycle(day, months)).toBe(expected);
  });

  it.each([
    ['2026-02-27', 12, 2, 28, '2025-02-28 2026-02-28'],
    ['2026-02-28', 12, 2, 28, '2026-02-28 2027-02-28'],
    ['2026-01-14', 1, 3, 15, '2025-12-15 2026-01-15'],
    ['2026-01-15', 1, 3, 15, '2026-01-15 2026-02-15'],
    ['2026-01-01', 12, 1, 1, '2026-01-01 2027-01-01'],
    ['2025-12-31', 12, 1, 1, '2025-01-01 2026-01-01'],
  ])('%s lies, with cycles of %i months from %i-%i, in %s', (day, months, month, of, expected) => {
    expect(cycle(day, months, month, of)).toBe(expected);
  });

  it.each([1, 2, 3, 4, 6, 12, 24, 36, 48, 120])(
    'lays cycles of %i months end to end, each day in exactly one',
    (months) => {
      const length = { anchor: { month: 10, day: 1 }, months };
      let running = cycleOf(civilDate('1998-01-01'), length);
      for (let day = civilDate('1998-01-01'); day < '2012-01-01'; day = plusDays(day, 1)) {
        const of = cycleOf(day, length);
        if (of.from !== running.from) {
          expect(of.from).toBe(running.to);
          expect(day).toBe(of.from);
          running = of;
        }
        if (day < of.from || day >= of.to) throw new Error(`${day} outside ${of.from} ${of.to}`);
      }
    },
  );
});
