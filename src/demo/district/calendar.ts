import { CivilDate, Cycle, cycleOf, plusDays, plusMonths, RuleSet } from '../../core';

/** The cycles of which a district has records: the last two that are over, and the one that runs. */
export function cyclesUpTo(today: CivilDate, accumulation: RuleSet['accumulation']): readonly [Cycle, Cycle, Cycle] {
  const running = cycleOf(today, accumulation.cycle);
  const last = cycleOf(plusDays(running.from, -1), accumulation.cycle);
  return [cycleOf(plusDays(last.from, -1), accumulation.cycle), last, running];
}

/** The quarters of a cycle, half-open. */
export function quartersOf({ from }: Cycle): readonly Cycle[] {
  return [0, 3, 6, 9].map((month) => ({ from: plusMonths(from, month), to: plusMonths(from, month + 3) }));
}

/** The day itself, or the Monday after it. */
export function weekday(day: CivilDate): CivilDate {
  const place = new Date(`${day}T00:00:00Z`).getUTCDay();
  return place === 6 ? plusDays(day, 2) : place === 0 ? plusDays(day, 1) : day;
}

/** Days from one day to another. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

export const later = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? other : one);

export const earlier = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);
