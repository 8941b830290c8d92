import { CivilDate, Cycle, plusDays } from '../../core';
import { InspectionKind } from '../../inspections/inspection.entity';
import { daysBetween, earlier, later, quartersOf, weekday } from './calendar';
import { Draw } from './draw';
import { Care } from './plan.types';

/** An inspection as it is planned, before anything is found. */
export interface Visit {
  readonly day: CivilDate;
  readonly kind: InspectionKind;
}

/** The days on which an enterprise is there to be inspected, half-open. */
export interface Presence {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** How often the bureau looks at an enterprise beside its town. */
const BUREAU: Readonly<Record<Care, { readonly kind: InspectionKind; readonly chance: number }>> = {
  good: { kind: 'spot_check', chance: 0.12 },
  fair: { kind: 'spot_check', chance: 0.3 },
  poor: { kind: 'enforcement', chance: 0.8 },
};

/** The routine inspections of a cycle, one in each quarter in which the enterprise was there, and those of the bureau. */
export function visitsIn(cycle: Cycle, presence: Presence, care: Care, draw: Draw): readonly Visit[] {
  const routine = quartersOf(cycle).flatMap((quarter): readonly Visit[] => {
    const share = draw.between(0, 1000) / 1000;
    // Not in the first days of a quarter, the holidays of October among them, nor in its last.
    const from = later(plusDays(quarter.from, 8), plusDays(presence.from, 3));
    const to = earlier(plusDays(quarter.to, -6), plusDays(presence.to, -3));
    if (to < from) return [];
    return [{ day: weekday(plusDays(from, Math.floor(daysBetween(from, to) * share))), kind: 'routine' }];
  });
  const { kind, chance } = BUREAU[care];
  const extra = { comes: draw.chance(chance), day: weekday(plusDays(cycle.from, draw.between(30, 330))), kind };
  const possible = extra.comes && presence.from <= extra.day && extra.day < presence.to;
  const free = !routine.some(({ day }) => day === extra.day);
  const visits = possible && free ? [...routine, { day: extra.day, kind }] : routine;
  return [...visits].sort((a, b) => (a.day < b.day ? -1 : 1));
}
