import { civilDate, CivilDate, Cycle, plusDays, plusMonths } from '../core';
import { NewSubject, SubjectChange } from '../subjects/subjects.service';
import { cyclesUpTo, earlier, quartersOf } from './district/calendar';
import { Draw } from './district/draw';
import { enterprise, ENTERPRISES, STORY } from './district/enterprises';
import { History } from './district/history';
import { inspectors } from './district/inspectors';
import { offices } from './district/places';
import { DistrictPlan, Enterprise, PlanInput, PlannedEnterprise } from './district/plan.types';
import { liveStory, STORY_VISITS } from './district/story';
import { Presence, Visit, visitsIn } from './district/visits';

/** Those to whom something happens in the last cycle that is over: who moves, stops, closes, and enters. */
const MOVES = 6;
const STOPS = 11;
const CLOSES = 17;
const ENTERS = 23;

/** Those of whom a finding is annulled in that cycle. */
const ANNULLED: readonly number[] = [8, 31];

const MOVED_TO = '321202-sc';

/**
 * Plans a district of fictional enterprises: its offices and inspectors, its register, and two whole cycles of inspections with what
 * became of their findings, and of the running one what happened before the day. The plan of a later day in the same
 * cycle begins with that of an earlier one.
 */
export function generateDistrict(input: PlanInput): DistrictPlan {
  const rules = input.rulesOn(input.today);
  const cycles = cyclesUpTo(input.today, rules.ruleSet.accumulation);
  // Before everything that is recorded, the story included.
  const since = plusMonths(earlier(cycles[0].from, civilDate('2025-10-01')), -12);
  const numbers = [...Array.from({ length: ENTERPRISES }, (_, place) => place + 1).filter((n) => n !== STORY), STORY];
  const places = offices(since);
  return {
    offices: places,
    inspectors: inspectors(places, since),
    enterprises: numbers.map((number) => planEnterprise(number, input, rules.identity.id, cycles, since)),
  };
}

function planEnterprise(
  number: number,
  input: PlanInput,
  ruleSet: string,
  cycles: readonly [Cycle, Cycle, Cycle],
  since: CivilDate,
): PlannedEnterprise {
  // Each draws from a generator of its own, so that one does not move the others.
  const draw = new Draw(input.seed * 1000 + number);
  const drawn = enterprise(number, draw);
  const { from, changes, presence } = fateOf(number, cycles[1], since);
  const history = new History({
    ...{ enterprise: drawn, input, ruleSet, draw },
    officeOn: (day) => latest(changes, day, 'office') ?? drawn.office,
    isProducing: (day) => (latest(changes, day, 'state') ?? 'producing') === 'producing',
    ...(ANNULLED.includes(number) ? { annulFrom: cycles[1].from } : {}),
  });
  const visits = cycles.flatMap((cycle) => visitsIn(cycle, presence, drawn.care, draw));
  if (number === STORY) tellStory(history, drawn, visits);
  else visits.forEach((visit) => history.visit(visit));
  const happened = changes.filter(({ validFrom }) => validFrom < input.today);
  return { register: registration(drawn, from), changes: happened, entries: history.before(input.today) };
}

/** The story has its own inspections in two quarters; in the others everything is found in order. */
function tellStory(history: History, drawn: Enterprise, visits: readonly Visit[]): void {
  liveStory(history, drawn);
  const others = visits.filter(({ kind, day }) => kind === 'routine' && !STORY_VISITS.some((one) => near(one, day)));
  others.forEach(({ day }) => history.inspectCompliant(day));
}

function near(one: CivilDate, other: CivilDate): boolean {
  // Quarters of cycles that begin on the first of a month: the same quarter is within the same three months.
  const quarter = (day: CivilDate): string => `${day.slice(0, 4)}-${Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`;
  return quarter(one) === quarter(other);
}

interface Fate {
  /** Entered in the register from this day on. */
  readonly from: CivilDate;
  readonly changes: readonly SubjectChange[];
  readonly presence: Presence;
}

function fateOf(number: number, cycle: Cycle, since: CivilDate): Fate {
  const [, second, third, fourth] = quartersOf(cycle);
  const forever = plusMonths(cycle.to, 36);
  const always: Fate = { from: since, changes: [], presence: { from: since, to: forever } };
  const middle = third?.from ?? cycle.from;
  if (number === MOVES) return { ...always, changes: [{ validFrom: plusDays(middle, 20), office: MOVED_TO }] };
  if (number === STOPS) return { ...always, changes: [{ validFrom: plusDays(middle, 30), state: 'stopped' }] };
  if (number === CLOSES) {
    const closed = plusDays(fourth?.from ?? cycle.from, 40);
    return { ...always, changes: [{ validFrom: closed, state: 'closed' }], presence: { from: since, to: closed } };
  }
  if (number === ENTERS) {
    const entered = plusDays(second?.from ?? cycle.from, 35);
    return { ...always, from: entered, presence: { from: entered, to: forever } };
  }
  return always;
}

function registration(drawn: Enterprise, validFrom: CivilDate): NewSubject {
  const { code, name, trade, office, employees, isMetalSmelting } = drawn;
  const attributes = { 'enterprise.employees': employees, 'enterprise.isMetalSmelting': isMetalSmelting };
  return { code, name, trade, state: 'producing', office, validFrom, attributes };
}

function latest<K extends 'office' | 'state'>(
  changes: readonly SubjectChange[],
  day: CivilDate,
  key: K,
): SubjectChange[K] | undefined {
  return changes.filter(({ validFrom }) => validFrom <= day).findLast((change) => change[key] !== undefined)?.[key];
}
