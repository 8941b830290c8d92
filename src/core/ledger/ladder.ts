import { CivilDate } from '../dates/civil-date';
import { NO_POINTS, Points, toPoints } from '../numbers/points';
import { Accumulation, Ladder, Rung } from '../rule-set/rule-set.types';
import { Cycle } from './cycle';
import { Span } from './posting';

/** How a rung stands on the as-of day. */
export interface RungLevel {
  readonly rung: Rung;
  readonly reached: boolean;
  /** The first day of the running cycle on which it was reached; absent where it is not reached. */
  readonly since?: CivilDate;
}

/** A measure that the rungs call for in the running cycle, by the facts alone: what authorities did is no part of it. */
export interface DueMeasure {
  readonly rung: Rung;
  readonly cycle: Cycle;
  /** The day on which it fell due. */
  readonly dueOn: CivilDate;
}

export interface LadderStanding {
  /** The points that count towards the rungs on the as-of day. */
  readonly total: Points;
  readonly rungs: readonly RungLevel[];
  readonly measures: readonly DueMeasure[];
}

/** One day of the running cycle on which the points that count towards the rungs changed. */
interface Change {
  readonly day: CivilDate;
  readonly total: Points;
  /** Whether points were posted on it, and not only carried over or cleared. */
  readonly posted: boolean;
}

export function capPoints(sum: Points, { ceiling }: Accumulation): Points {
  return ceiling === undefined ? sum : (Math.min(sum, toPoints(ceiling)) as Points);
}

/** Walks the running cycle up to the as-of day (scoring model P10, level rungs; settings A8–A10 and A12). */
export function climbLadder(
  ladder: Ladder,
  accumulation: Accumulation,
  spans: readonly Span[],
  cycle: Cycle,
  asOf: CivilDate,
): LadderStanding {
  const changes = changesOf(spans, cycle, asOf, accumulation);
  const reaches = (rung: Rung, total: Points): boolean =>
    ladder.reaching === 'more_than' ? total > toPoints(rung.points) : total >= toPoints(rung.points);
  const total = changes.at(-1)?.total ?? NO_POINTS;
  return {
    total,
    rungs: ladder.rungs.map((rung) => {
      if (!reaches(rung, total)) return { rung, reached: false };
      const since = changes.find((change) => reaches(rung, change.total))?.day ?? asOf;
      return { rung, reached: true, since };
    }),
    measures: dueMeasures(ladder, cycle, changes, reaches),
  };
}

function dueMeasures(
  ladder: Ladder,
  cycle: Cycle,
  changes: readonly Change[],
  reaches: (rung: Rung, total: Points) => boolean,
): readonly DueMeasure[] {
  const due = new Map<string, DueMeasure>();
  // Rungs passed over by a jump call for no measure for as long as they stay reached.
  const passedOver = new Set<Rung>();
  for (const { day, total, posted } of changes) {
    for (const rung of passedOver) if (!reaches(rung, total)) passedOver.delete(rung);
    if (!posted && ladder.carriedAlone === 'none') continue;
    const crossed = ladder.rungs.filter((rung) => reaches(rung, total) && !due.has(rung.code) && !passedOver.has(rung));
    const called = ladder.jump === 'highest_rung' ? crossed.slice(-1) : crossed;
    for (const rung of called) due.set(rung.code, { rung, cycle, dueOn: day });
    for (const rung of crossed) if (!called.includes(rung)) passedOver.add(rung);
  }
  return [...due.values()];
}

function changesOf(
  spans: readonly Span[],
  cycle: Cycle,
  asOf: CivilDate,
  accumulation: Accumulation,
): readonly Change[] {
  const days = new Map<CivilDate, { difference: number; posted: boolean }>();
  const change = (day: CivilDate, points: number, posted: boolean): void => {
    const at = days.get(day) ?? { difference: 0, posted: false };
    days.set(day, { difference: at.difference + points, posted: at.posted || posted });
  };
  change(cycle.from, 0, false);
  for (const { from, to, points } of spans) {
    const carriedIn = from < cycle.from;
    if (carriedIn && to !== undefined && to <= cycle.from) continue;
    change(carriedIn ? cycle.from : from, points, !carriedIn);
    if (to !== undefined && to <= asOf) change(to, 0 - points, false);
  }
  let sum = 0;
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { difference, posted }]) => {
      sum += difference;
      return { day, total: capPoints(sum as Points, accumulation), posted };
    });
}
