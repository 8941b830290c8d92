import { CivilDate, civilDate, epochDayOf, plusDays } from '../dates/civil-date';
import { Cycle, cycleOf } from '../ledger/cycle';
import { deadlineOf } from '../ledger/read-history';
import { RuleSet } from '../rule-set/rule-set.types';
import { Carrier } from './carriers';
import { Plot, PlotInspection, recordsOf } from './plot';

/** Made-up histories begin in the cycle of this day. Any would do; a year that is no leap year is easier to count in. */
const REFERENCE_DAY = civilDate('2027-01-01');

/** What days matter to a history under two rule sets. */
export interface Calendar {
  /** The first day of the cycle of either rule set that began last before the reference day. */
  readonly from: CivilDate;
  /** The first days of the cycles after it, of either rule set. */
  readonly nextCycles: readonly CivilDate[];
  /** Those, and the first days of the cycles after them. */
  readonly cycleDays: readonly CivilDate[];
  /** The last days in time for a finding of that day. */
  readonly deadlines: (day: CivilDate, carrier: Carrier) => readonly CivilDate[];
}

export function calendarOf(ruleSets: readonly RuleSet[]): Calendar {
  const firsts = ruleSets.map(({ accumulation: { cycle } }) => cycleOf(REFERENCE_DAY, cycle));
  const seconds = ruleSets.map(({ accumulation: { cycle } }, place) => cycleOf((firsts[place] as Cycle).to, cycle));
  const nextCycles = unique(firsts.map(({ to }) => to));
  return {
    from: unique(firsts.map(({ from }) => from)).at(-1) ?? REFERENCE_DAY,
    nextCycles,
    cycleDays: unique([...nextCycles, ...seconds.map(({ to }) => to)]),
    deadlines: (day, carrier) =>
      unique(
        ruleSets.flatMap(({ items }) =>
          items
            .filter(({ code }) => carrier.items.includes(code))
            .map(({ rectification }) => deadlineOf(rectification.deadline, day)),
        ),
      ),
  };
}

/** Histories of one inspection that is looked at on its own day: what the ladder and the ceiling make of its points. */
export function plotsOfOneDay(carriers: readonly Carrier[], { from: day }: Calendar): readonly Plot[] {
  return carriers.map((carrier) => ({ inspections: [{ day, carrier }], asOf: day }));
}

/** Histories of one inspection, whose faults are put right, re-inspected or neither, on all days that matter. */
export function plotsOfOneInspection(carrier: Carrier, calendar: Calendar): readonly Plot[] {
  return inspectionDays(carrier, calendar).flatMap((day) =>
    courses(day, carrier, calendar).flatMap((inspection) =>
      daysOfInterest([inspection], calendar).map((asOf) => ({ inspections: [inspection], asOf })),
    ),
  );
}

/** Histories in which a second inspection follows: the same again, or something else in a later cycle. */
export function plotsOfTwoInspections(first: Carrier, second: Carrier, calendar: Calendar): readonly Plot[] {
  const day = calendar.from;
  const beginnings: readonly PlotInspection[] = [
    { day, carrier: first },
    { day, carrier: first, rectified: day, passed: day },
  ];
  return beginnings.flatMap((begun) =>
    [plusDays(day, 1), ...calendar.nextCycles].flatMap((again) => {
      const inspections = [begun, { day: again, carrier: second }];
      return daysOfInterest(inspections, calendar).map((asOf) => ({ inspections, asOf }));
    }),
  );
}

/** Fewest records first, then fewest items, then those that take the fewest days, then the earliest. */
export function smallestFirst(plots: readonly Plot[]): readonly Plot[] {
  const known = new Map<CivilDate, number>();
  const numberOf = (day: CivilDate): number => {
    const number = known.get(day) ?? epochDayOf(day);
    known.set(day, number);
    return number;
  };
  const ranked = plots.map((plot) => {
    const [first] = plot.inspections;
    const begun = numberOf(first?.day ?? plot.asOf);
    return { plot, rank: [recordsOf(plot), first?.carrier.items.length ?? 0, numberOf(plot.asOf) - begun, begun] };
  });
  return ranked.toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ plot }) => plot);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((number, index) => number !== b[index]);
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** On the first and the last day of a cycle, and so that the deadline, or the day after it, is the last one. */
function inspectionDays(carrier: Carrier, calendar: Calendar): readonly CivilDate[] {
  const days = calendar.nextCycles.flatMap((end) => [
    plusDays(end, -1),
    ...calendar.deadlines(end, carrier).flatMap((deadline) => {
      const length = epochDayOf(deadline) - epochDayOf(end);
      return [plusDays(end, -1 - length), plusDays(end, -2 - length)];
    }),
  ]);
  return unique([calendar.from, ...days]).filter((day) => day >= calendar.from);
}

/** What may become of the findings of an inspection. */
function courses(day: CivilDate, carrier: Carrier, calendar: Calendar): readonly PlotInspection[] {
  const deadlines = calendar.deadlines(day, carrier);
  const after = (days: readonly CivilDate[], first: CivilDate): readonly CivilDate[] =>
    unique(days).filter((one) => one >= first);
  const turns = calendar.cycleDays.flatMap((cycleDay) => [plusDays(cycleDay, -1), cycleDay]);
  const around = calendar.nextCycles.flatMap((cycleDay) => [plusDays(cycleDay, -1), cycleDay]);
  const completions = after([day, ...deadlines, ...deadlines.map((one) => plusDays(one, 1)), ...around], day);
  return [
    { day, carrier },
    ...completions.flatMap((rectified) =>
      // On the same day, or on the last day of a cycle or the first of the next: beyond, nothing is different again.
      [rectified, ...after(turns, plusDays(rectified, 1)).slice(0, 3)].map((passed) => ({
        day,
        carrier,
        rectified,
        passed,
      })),
    ),
  ];
}

function daysOfInterest(inspections: readonly PlotInspection[], { cycleDays }: Calendar): readonly CivilDate[] {
  const last = inspections.at(-1);
  if (last === undefined) return [];
  const days = [last.day, last.rectified, last.passed, ...cycleDays.flatMap((day) => [plusDays(day, -1), day])];
  return unique(days.filter((day) => day !== undefined)).filter((day) => day >= last.day);
}

function unique(days: readonly CivilDate[]): readonly CivilDate[] {
  return [...new Set(days)].sort();
}
