import { LocalDate } from '@js-joda/core';

declare const civilDateBrand: unique symbol;

/** A calendar day as `YYYY-MM-DD`, in the time zone of the rule set. Two of them compare as strings. */
export type CivilDate = string & { readonly [civilDateBrand]: never };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

const FIRST_YEAR = 1900;

/** Deadlines and cycles reach some decades further and must stay within four digits: years compare as text. */
const LAST_YEAR = 9899;

/** The first and the last day that is accepted anywhere. */
export const FIRST_DAY = `${FIRST_YEAR}-01-01` as CivilDate;
export const LAST_DAY = `${LAST_YEAR}-12-31` as CivilDate;

/** The day a text names, or undefined when there is no such day (2026-02-29). */
export function parseCivilDate(text: unknown): CivilDate | undefined {
  if (typeof text !== 'string' || !SHAPE.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return undefined;
  return day <= LocalDate.of(year, month, 1).lengthOfMonth() ? (text as CivilDate) : undefined;
}

/** The day a text names. @throws RangeError where `parseCivilDate` knows none; only for texts checked before. */
export function civilDate(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw new RangeError(`no calendar day: ${text}`);
  return day;
}

export function plusDays(day: CivilDate, days: number): CivilDate {
  return LocalDate.parse(day).plusDays(days).toString() as CivilDate;
}

/** Adds months and clamps to the month's end: 31 January + 1 month is the last of February. */
export function plusMonths(day: CivilDate, months: number): CivilDate {
  return LocalDate.parse(day).plusMonths(months).toString() as CivilDate;
}

/** Days since 1970-01-01, and the day that is so many days after it. */
export function epochDayOf(day: CivilDate): number {
  return LocalDate.parse(day).toEpochDay();
}

export function fromEpochDay(days: number): CivilDate {
  return LocalDate.ofEpochDay(days).toString() as CivilDate;
}

/** Whole days from one day to another; negative where the second comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return LocalDate.parse(to).toEpochDay() - LocalDate.parse(from).toEpochDay();
}
