import { CivilDate } from '../dates/civil-date';
import { Accumulation } from '../rule-set/rule-set.types';

/** A cycle: from its first day to the first day of the next, which it does not include. */
export interface Cycle {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Cycles longer than a year are counted from this year, so that every rule set of such cycles agrees on them. */
const REFERENCE_YEAR = 2000;

/** The cycle that a day lies in. Source: 记分周期从每年10月1日起至次年9月底止 for an anchor of 10-01 and 12 months. */
export function cycleOf(day: CivilDate, { anchor, months }: Accumulation['cycle']): Cycle {
  const reference = REFERENCE_YEAR * 12 + anchor.month - 1;
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const started = Number(day.slice(8)) < anchor.day ? month - 1 : month;
  const first = reference + Math.floor((started - reference) / months) * months;
  return { from: cycleDay(first, anchor.day), to: cycleDay(first + months, anchor.day) };
}

function cycleDay(month: number, day: number): CivilDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-${pad(day, 2)}` as CivilDate;
}
