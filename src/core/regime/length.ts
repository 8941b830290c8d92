import { CivilDate, plusDays, plusMonths } from '../dates/civil-date';
import { Bounds, Length } from '../rule-set/regime.types';

/** A length added to a day; months and years clamp to the end of the month (scoring model, meaning 11). */
export function plusLength(day: CivilDate, length: Length): CivilDate {
  if ('days' in length) return plusDays(day, length.days);
  if ('weeks' in length) return plusDays(day, 7 * length.weeks);
  return plusMonths(day, 'months' in length ? length.months : 12 * length.years);
}

/** The first day on which something dated `day` no longer lies within the length. */
export function firstDayBeyond(day: CivilDate, length: Length, bounds: Bounds = '[)'): CivilDate {
  const anniversary = plusLength(day, length);
  return bounds === '[)' ? anniversary : plusDays(anniversary, 1);
}

/** Whether a day lies within the length counted from an earlier one: before the anniversary, or on it where `[]`. */
export function isWithin(
  earlier: CivilDate,
  day: CivilDate,
  { length, bounds }: { readonly length: Length; readonly bounds?: Bounds },
): boolean {
  return day < firstDayBeyond(earlier, length, bounds);
}

/** The last day of something that begins on a day and lasts so long, that day included. */
export function lastDayOf(from: CivilDate, length: Length): CivilDate {
  return plusDays(plusLength(from, length), -1);
}
