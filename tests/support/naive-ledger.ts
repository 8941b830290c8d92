import { HistoryRecord, InspectionRecord } from '../../src/core/ledger/history.types';
import { CompiledRuleSet } from '../../src/core/rule-set/compile';
import { Accumulation, Item } from '../../src/core/rule-set/rule-set.types';

/**
 * A second ledger, written straight from the text of the measures and of the scoring model, to hold the first against.
 * It is slow on purpose: it keeps nothing, asks every question of the whole history anew, finds cycle days by walking the
 * calendar day by day and weighs exclusive items by trying every subset.
 */
export interface NaiveStanding {
  readonly cycle: { readonly from: string; readonly to: string };
  readonly total: number;
  readonly sum: number;
  readonly carried: number;
  readonly current: number;
  readonly postings: Readonly<Record<string, string>>;
  readonly rungs: readonly { readonly code: string; readonly reached: boolean; readonly since?: string }[];
  readonly measures: readonly string[];
  readonly next: { readonly day: string; readonly clears: number; readonly carries: number };
}

type Inspection = InspectionRecord;
type Day = string;

/** A moment of the history: records fold by day, then number. */
interface Moment {
  readonly day: Day;
  readonly number: number;
}

interface Status {
  readonly deadline: Day;
  readonly done?: Day;
  readonly passed?: Day;
}

const END_OF_TIME: Moment = { day: '9999-99-99', number: 0 };
const endOf = (day: Day): Moment => ({ day, number: Infinity });
const before = (a: Moment, b: Moment): boolean => a.day < b.day || (a.day === b.day && a.number < b.number);
const thousandths = (points: number): number => Math.round(points * 1000);

export function naiveStanding(
  all: readonly HistoryRecord[],
  rules: CompiledRuleSet,
  asOf: Day,
  knownAt: number = Infinity,
): NaiveStanding {
  const known = all.filter((record) => record.knownAt <= knownAt);
  const { accumulation, ladder } = rules.ruleSet;
  const lives = livesOn(known, asOf);
  const cap = (sum: number): number => Math.min(sum, thousandths(accumulation.ceiling ?? Infinity));
  const add = (state: string): number =>
    lives.filter((life) => life.state === state).reduce((sum, { points }) => sum + points, 0);
  const [carried, current] = [add('carried'), add('current')];
  const cycle = { from: cycleDayAtOrBefore(asOf, accumulation), to: cycleDayAfter(asOf, accumulation) };
  const days = daysOfChange(known, cycle.from, asOf).map((day) => {
    const then = livesOn(known, day);
    const counting = then.filter(({ state, ended }) => {
      const carries = accumulation.carryOver?.countsTowardsLadder ?? true;
      return state === 'current' || (state === 'carried' && (carries || !ended));
    });
    const posted = then.some(({ inspectedOn, posted: made }) => made && inspectedOn === day);
    return { day, total: cap(counting.reduce((sum, { points }) => sum + points, 0)), posted };
  });
  const reaches = (points: number, total: number): boolean =>
    ladder.reaching === 'more_than' ? total > thousandths(points) : total >= thousandths(points);
  const today = days.at(-1)?.total ?? 0;
  return {
    cycle,
    total: cap(carried + current) / 1000,
    sum: (carried + current) / 1000,
    carried: carried / 1000,
    current: current / 1000,
    postings: Object.fromEntries(
      lives.map(({ name, state, clearedOn }) => [name, `${state} ${clearedOn ?? ''}`.trim()]),
    ),
    rungs: ladder.rungs.map(({ code, points }) => {
      const since = days.find(({ total }) => reaches(points, total))?.day;
      return reaches(points, today) && since !== undefined ? { code, reached: true, since } : { code, reached: false };
    }),
    measures: measuresOf(rules, days, reaches),
    next: forecastOf(known, asOf, cycle.to, lives),
  };
}

/** A10: a measure of every rung that a day's change crosses, once a cycle; or only of the highest one crossed. */
function measuresOf(
  { ruleSet: { ladder } }: CompiledRuleSet,
  days: readonly { readonly day: Day; readonly total: number; readonly posted: boolean }[],
  reaches: (points: number, total: number) => boolean,
): readonly string[] {
  const due: string[] = [];
  const called = new Set<string>();
  // Rungs that were reached, or left out of account, when the last day of interest ended.
  let held = new Set<string>();
  for (const { day, total, posted } of days) {
    const up = ladder.rungs.filter(({ points }) => reaches(points, total)).map(({ code }) => code);
    held = new Set([...held].filter((code) => up.includes(code)));
    if (!posted && ladder.carriedAlone === 'none') continue;
    const crossed = up.filter((code) => !held.has(code) && !called.has(code));
    for (const code of ladder.jump === 'highest_rung' ? crossed.slice(-1) : crossed) {
      called.add(code);
      due.push(`${code} ${day}`);
    }
    held = new Set(up);
  }
  return due;
}

/** The days from the first of the cycle up to the as-of day on which anything is on record. */
function daysOfChange(known: readonly HistoryRecord[], from: Day, asOf: Day): readonly Day[] {
  const days = known.map(({ day }) => day as Day).filter((day) => day >= from && day <= asOf);
  return [...new Set([from, ...days, asOf])].sort();
}

interface NaiveLife {
  readonly name: string;
  readonly inspectedOn: Day;
  readonly points: number;
  readonly posted: boolean;
  readonly state: 'current' | 'carried' | 'cleared' | 'annulled' | 'not_posted';
  /** Whether the cycle of the posting is over. */
  readonly ended: boolean;
  readonly clearedOn?: Day;
}

function livesOn(known: readonly HistoryRecord[], asOf: Day): readonly NaiveLife[] {
  return inspectionsOf(known)
    .filter(({ day }) => day <= asOf)
    .flatMap((inspection) => inspection.violations.map(({ item }) => lifeOn(known, inspection, item, asOf)));
}

function lifeOn(known: readonly HistoryRecord[], inspection: Inspection, item: string, asOf: Day): NaiveLife {
  const { accumulation } = inspection.rules.ruleSet;
  const points = thousandths(violation(inspection, item).points);
  const end = cycleDayAfter(inspection.day, accumulation);
  const base = { name: `${inspection.key}/${item}`, inspectedOn: inspection.day, points, ended: asOf >= end };
  if (isAnnulled(known, inspection, item)) return { ...base, posted: false, state: 'annulled' };
  if (!isPosted(known, inspection, item)) return { ...base, posted: false, state: 'not_posted' };
  const clearedOn = clearingDay(known, inspection, item, asOf);
  if (clearedOn !== undefined) return { ...base, posted: true, state: 'cleared', clearedOn };
  return { ...base, posted: true, state: asOf < end ? 'current' : 'carried' };
}

/** Walks the days from the inspection to the as-of day and stops on the one on which the posting clears. */
function clearingDay(
  known: readonly HistoryRecord[],
  inspection: Inspection,
  item: string,
  asOf: Day,
): Day | undefined {
  const { accumulation } = inspection.rules.ruleSet;
  const { clearing = {}, carryOver = {} } = accumulation;
  const [now, ever] = [endOf(asOf), END_OF_TIME].map((moment) => statusAt(known, inspection, item, moment)) as [
    Status,
    Status,
  ];
  let end: Day | undefined;
  for (let at = place(inspection.day), last = place(asOf); at <= last; at++) {
    const day = DAYS[at]!;
    const first = end === undefined && day > inspection.day && isCycleDay(day, accumulation);
    if (first) {
      end = day;
      if (clearsAtEnd(ever, day, clearing)) return day;
      // A pass on the very cycle day on which the posting is carried over.
      if (carryOver.clears === 'pass_day' && now.passed === day) return day;
      continue;
    }
    if (end === undefined) {
      const passedToday = now.passed === day && inTime(now);
      if (clearing.when === 'pass_day' && passedToday) return day;
      continue;
    }
    if (now.passed === undefined) continue;
    if (carryOver.clears === 'pass_day' && now.passed === day) return day;
    if (carryOver.clears !== 'never' && isCycleDay(day, accumulation) && now.passed < day) return day;
  }
  return undefined;
}

const inTime = ({ done, deadline }: Status): boolean => done !== undefined && done <= deadline;

function clearsAtEnd(status: Status, end: Day, clearing: NonNullable<Accumulation['clearing']>): boolean {
  const { done, passed, deadline } = status;
  if (done === undefined || passed === undefined || !inTime(status)) return false;
  if (done < end) return passed < end || clearing.latePass !== 'carry';
  return clearing.deadlineAfterCycleDay === 'clear_if_met' && deadline >= end;
}

function forecastOf(
  known: readonly HistoryRecord[],
  asOf: Day,
  day: Day,
  lives: readonly NaiveLife[],
): NaiveStanding['next'] {
  // Nothing else happens: records after the as-of day are struck out, annulments excepted, and a pass of A5.
  const kept = known.filter((record) => {
    if (record.type === 'annulment' || record.day <= asOf) return true;
    if (record.type !== 're_inspection' || !record.passed) return false;
    const inspection = inspectionsOf(known).find(({ key }) => key === record.finding.inspection);
    if (inspection === undefined) return false;
    const { accumulation } = inspection.rules.ruleSet;
    if (accumulation.clearing?.latePass === 'carry') return false;
    const end = cycleDayAfter(inspection.day, accumulation);
    const now = statusAt(known, inspection, record.finding.item, endOf(asOf));
    const ever = statusAt(known, inspection, record.finding.item, END_OF_TIME);
    const inTimeByNow = inTime(now) && now.done === ever.done && (now.done ?? end) < end;
    return inTimeByNow && record.day >= end && ever.passed === record.day;
  });
  const counting = lives.filter(({ state }) => state === 'current' || state === 'carried');
  const then = new Map(livesOn(kept, day).map((life) => [life.name, life]));
  const sum = (cleared: boolean): number =>
    counting
      .filter(({ name }) => (then.get(name)?.state === 'cleared') === cleared)
      .reduce((total, { points }) => total + points, 0) / 1000;
  return { day, clears: sum(true), carries: sum(false) };
}

const violation = (inspection: Inspection, item: string): Inspection['violations'][number] =>
  inspection.violations.find((one) => one.item === item)!;

/** The inspections known, by day, then number. */
function inspectionsOf(known: readonly HistoryRecord[]): readonly Inspection[] {
  return known.filter((record) => record.type === 'inspection').sort((a, b) => (before(a, b) ? -1 : 1));
}

function isStruck(known: readonly HistoryRecord[], record: HistoryRecord): boolean {
  return known.some(
    (other) =>
      other.type === 'annulment' &&
      'record' in other.annuls &&
      other.annuls.record === record.key &&
      becameKnownBefore(record, other) &&
      !isStruck(known, other),
  );
}

function isAnnulled(known: readonly HistoryRecord[], inspection: Inspection, item: string): boolean {
  const finding = known.some(
    (other) =>
      other.type === 'annulment' &&
      'finding' in other.annuls &&
      other.annuls.finding.inspection === inspection.key &&
      other.annuls.finding.item === item &&
      becameKnownBefore(inspection, other) &&
      !isStruck(known, other),
  );
  return finding || isStruck(known, inspection);
}

const becameKnownBefore = (a: HistoryRecord, b: HistoryRecord): boolean =>
  a.knownAt < b.knownAt || (a.knownAt === b.knownAt && before(a, b));

/** Exclusive items first, then the open finding (A6), then the repeat in the cycle (A7). */
function isPosted(known: readonly HistoryRecord[], inspection: Inspection, item: string): boolean {
  if (isAnnulled(known, inspection, item) || !winners(known, inspection).includes(item)) return false;
  const { repeat = {}, ...accumulation } = inspection.rules.ruleSet.accumulation;
  const earlier = inspectionsOf(known)
    .filter((other) => before(other, inspection) && other.violations.some((one) => one.item === item))
    .filter((other) => isPosted(known, other, item))
    .at(-1);
  if (earlier === undefined) return true;
  if (statusAt(known, earlier, item, inspection).passed === undefined) return repeat.whileOpen === 'posted';
  const sameCycle = cycleDayAtOrBefore(earlier.day, accumulation) === cycleDayAtOrBefore(inspection.day, accumulation);
  return repeat.afterPass !== 'not_posted' || !sameCycle;
}

/** Of all choices without two exclusive items the one with the highest sum, at a tie the one with the items listed first. */
function winners(known: readonly HistoryRecord[], inspection: Inspection): readonly string[] {
  const violated = inspection.violations.filter(({ item }) => !isAnnulled(known, inspection, item));
  const rule = (code: string): Item => inspection.rules.ruleSet.items.find((item) => item.code === code)!;
  let best: readonly string[] = [];
  let bestSum = -1;
  // A subset as a number whose highest bit is the item listed first: counting down, those with it come first.
  for (let subset = 2 ** violated.length - 1; subset >= 0; subset--) {
    const chosen = violated.filter((_, place) => Math.floor(subset / 2 ** (violated.length - 1 - place)) % 2 === 1);
    const sum = chosen.reduce((total, { points }) => total + thousandths(points), 0);
    const clash = chosen.some((a) => chosen.some((b) => rule(a.item).exclusiveWith?.includes(b.item) ?? false));
    if (!clash && sum > bestSum) [best, bestSum] = [chosen.map(({ item }) => item), sum];
  }
  return best;
}

/** What has become of a finding by a moment, by the records about it that come before the moment. */
function statusAt(known: readonly HistoryRecord[], inspection: Inspection, item: string, moment: Moment): Status {
  let deadline: Day = violation(inspection, item).deadline;
  let done: Day | undefined;
  let passed: Day | undefined;
  const about = known
    .filter(
      (record) => record.type === 'rectification' || record.type === 're_inspection' || record.type === 'extension',
    )
    .filter(({ finding }) => finding.inspection === inspection.key && finding.item === item)
    .filter((record) => !isStruck(known, record) && before(inspection, record) && before(record, moment))
    .sort((a, b) => (before(a, b) ? -1 : 1));
  for (const record of about) {
    if (passed !== undefined) break;
    if (record.type === 'rectification') done ??= record.day;
    else if (record.type === 'extension') {
      const allowed = record.day <= deadline && record.newDeadline > deadline;
      if (allowed) deadline = record.newDeadline;
    } else if (done !== undefined) {
      if (record.passed) passed = record.day;
      else done = undefined;
    }
  }
  return { deadline, ...(done === undefined ? {} : { done }), ...(passed === undefined ? {} : { passed }) };
}

type CycleRule = Pick<Accumulation, 'cycle'>;

function isCycleDay(day: Day, { cycle: { anchor, months } }: CycleRule): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  if (dayOfMonth !== anchor.day) return false;
  const sinceReference = (year - 2000) * 12 + (month - anchor.month);
  return sinceReference % months === 0;
}

/** Days looked up before: the calendar does not change, and walking it is most of the work. */
const walked = new Map<string, Day>();

function walk(from: Day, { cycle }: CycleRule, step: 1 | -1): Day {
  const key = `${from} ${cycle.anchor.month} ${cycle.anchor.day} ${cycle.months} ${step}`;
  const found = walked.get(key);
  if (found !== undefined) return found;
  let at = place(from);
  while (!isCycleDay(DAYS[at]!, { cycle })) at += step;
  walked.set(key, DAYS[at]!);
  return DAYS[at]!;
}

const cycleDayAfter = (day: Day, rule: CycleRule): Day => walk(nextDay(day), rule, 1);
const cycleDayAtOrBefore = (day: Day, rule: CycleRule): Day => walk(day, rule, -1);

const FIRST_DAY = Date.UTC(1990, 0, 1);
/** Every day of seventy years, by the calendar of the platform and not by that of the core. */
const DAYS = Array.from({ length: 70 * 366 }, (_, n) =>
  new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10),
);
const place = (day: Day): number => (Date.parse(day) - FIRST_DAY) / 86_400_000;
const nextDay = (day: Day): Day => DAYS[place(day) + 1]!;
