import { CivilDate, plusMonths } from '../dates/civil-date';
import { Cycle, cycleOf } from '../ledger/cycle';
import { CycleLife } from '../rule-set/regime.types';

/**
 * The cycle of a score that a day lies in (P7). Anchored to a date of the subject it begins on that date and on its
 * anniversaries, clamped to the end of the month; undefined while that date is not known.
 */
export function scoreCycle(
  { anchor, months }: CycleLife,
  day: CivilDate,
  subjectDate: (path: string) => CivilDate | undefined,
): Cycle | undefined {
  if ('month' in anchor) return cycleOf(day, { anchor, months });
  const first = subjectDate(anchor.subject);
  return first === undefined ? undefined : anniversaries(first, months, day);
}

function anniversaries(first: CivilDate, months: number, day: CivilDate): Cycle {
  const monthOf = (at: CivilDate): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));
  // At most one too many: the day of the month decides.
  let number = Math.floor((monthOf(day) - monthOf(first)) / months);
  if (plusMonths(first, number * months) > day) number -= 1;
  return { from: plusMonths(first, number * months), to: plusMonths(first, (number + 1) * months) };
}
