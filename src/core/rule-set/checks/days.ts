import { parseCivilDate } from '../../dates/civil-date';
import { isTimeZone, parseKnownAt } from '../../dates/instant';
import { Problem } from '../../problems/problem';

/** A day that is stated must be one of the calendar: 2026-02-29 is none. */
export function checkDay(text: unknown, path: string): Problem[] {
  if (text === undefined || parseCivilDate(text) !== undefined) return [];
  return [{ code: 'no_such_day', path, value: text }];
}

/** When something became known, if stated: an existing day or an existing instant with an offset. */
export function checkKnownAt(text: string | undefined, timeZone: string, path: string): Problem[] {
  // A wrong time zone is reported once, where it stands.
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  return text === undefined || parseKnownAt(text, zone) !== undefined
    ? []
    : [{ code: 'no_such_instant', path, value: text }];
}
