import { Instant, LocalDate, OffsetDateTime, ZoneId, ZoneRulesProvider } from '@js-joda/core';
import '@js-joda/timezone';
import { CivilDate, parseCivilDate } from './civil-date';

declare const instantBrand: unique symbol;

/** A point in time in milliseconds since 1970-01-01T00:00:00Z: when something became known. */
export type KnownAt = number & { readonly [instantBrand]: never };

/** Whether the name is an IANA time zone of the time-zone database, such as `Asia/Shanghai` or `UTC`. */
export function isTimeZone(name: string): boolean {
  // Not through ZoneId.of, which also takes offsets and aliases of its own: +08:00, Z, UT, SYSTEM.
  return ZoneRulesProvider.getAvailableZoneIds().includes(name);
}

/** The last millisecond of a day in a time zone: what a day means where an instant is asked for. */
export function endOfDay(day: CivilDate, timeZone: string): KnownAt {
  const next = LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneId.of(timeZone));
  return (next.toInstant().toEpochMilli() - 1) as KnownAt;
}

/** The day on which an instant falls in a time zone. */
export function dayOf(instant: KnownAt, timeZone: string): CivilDate {
  return Instant.ofEpochMilli(instant).atZone(ZoneId.of(timeZone)).toLocalDate().toString() as CivilDate;
}

/** Reads a day (meaning its end) or an instant with an offset; undefined when the text is neither. */
export function parseKnownAt(text: string, timeZone: string): KnownAt | undefined {
  const day = parseCivilDate(text);
  if (day !== undefined) return endOfDay(day, timeZone);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  try {
    return OffsetDateTime.parse(text).toInstant().toEpochMilli() as KnownAt;
  } catch {
    return undefined;
  }
}

/** An instant in UTC, as ISO 8601 with milliseconds. */
export function showInstant(instant: KnownAt): string {
  return new Date(instant).toISOString();
}
