import { Points } from '../numbers/points';
import { chooseExclusive } from '../scoring/exclusive-choice';
import { FlatHistory, FlatInspection, FlatViolation } from './flat-history';
import { applyStep, FlatRectification, flatState, isBefore } from './flat-life';
import { FlatRules } from './flat-rules';
import { capPoints } from './ladder';

/** A posting that counts on the day asked about. */
export interface FlatPosting {
  /** Place of its inspection in the history. */
  readonly inspection: number;
  readonly violation: FlatViolation;
  readonly carried: boolean;
}

/** What a population is asked: the points of one subject on a day, and the rungs they reach. */
export interface FlatStanding {
  readonly carried: Points;
  readonly current: Points;
  /** The points that count, at most the ceiling. */
  readonly total: Points;
  /** The points that count towards the rungs, at most the ceiling. */
  readonly ladderTotal: Points;
  /** How many rungs are reached, from the lowest. */
  readonly rungs: number;
  /** The postings that count, in the order of the history. */
  readonly postings: readonly FlatPosting[];
}

interface Posted extends FlatRectification {
  readonly inspectedOn: number;
}

/**
 * Folds a subject's history to what a population is asked, and to nothing else: what `foldHistory` answers for it, at a
 * small part of the cost. Every record counts, whenever it became known; leave out what was not known.
 *
 * @param rules the version in force on the as-of day: its ceiling and ladder apply
 */
export function foldFlat(history: FlatHistory, rules: FlatRules, asOf: number): FlatStanding {
  const lastPosted = new Map<string, Posted>();
  const postings: FlatPosting[] = [];
  let [carried, current, ladderSum] = [0, 0, 0];
  for (let place = 0; place < history.length; place += 1) {
    const inspection = history[place] as FlatInspection;
    if (inspection.day > asOf) break;
    for (const violation of counting(inspection)) {
      const item = inspection.rules.items[violation.item] as string;
      const last = lastPosted.get(item);
      if (last !== undefined && standsInTheWay(last, inspection)) continue;
      const [standing, later] = rectify(inspection, violation, asOf);
      if (violation.onlyReplayed !== true) lastPosted.set(item, later);
      const state = flatState(inspection.rules, inspection.day, standing, later, asOf);
      if (state === 'cleared') continue;
      const countsTowardsLadder = inspection.rules.accumulation.carryOver?.countsTowardsLadder ?? true;
      if (state === 'carried') carried += violation.points;
      else current += violation.points;
      if (state === 'current' || countsTowardsLadder) ladderSum += violation.points;
      postings.push({ inspection: place, violation, carried: state === 'carried' });
    }
  }
  const ladderTotal = capPoints(ladderSum as Points, rules.accumulation);
  return {
    carried: carried as Points,
    current: current as Points,
    total: capPoints((carried + current) as Points, rules.accumulation),
    ladderTotal,
    rungs: rungsReached(rules, ladderTotal),
    postings,
  };
}

/** How many rungs so many points reach: rungs rise strictly. */
export function rungsReached({ rungs }: FlatRules, points: Points): number {
  let reached = 0;
  while (reached < rungs.length && points >= (rungs[reached] as FlatRules['rungs'][number]).from) reached += 1;
  return reached;
}

/** The violations left once exclusive items are weighed. */
function counting({ rules, violations }: FlatInspection): readonly FlatViolation[] {
  let rivals = 0;
  for (const { item } of violations) if (rules.exclusiveWith[item]?.length !== 0) rivals += 1;
  if (rivals < 2) return violations;
  const replaced = chooseExclusive(
    violations.map(({ item, points }) => ({ index: item, points, exclusiveWith: rules.exclusiveWith[item] ?? [] })),
  );
  return violations.filter(({ item }) => !replaced.has(item));
}

/** Settings A6 and A7: an earlier finding of the item that keeps a new one from being posted. */
function standsInTheWay(last: Posted, inspection: FlatInspection): boolean {
  const { repeat } = inspection.rules.accumulation;
  const { passedOn, passedAt } = last;
  const passed =
    passedOn !== undefined && isBefore({ day: passedOn, number: passedAt }, inspection.day, inspection.number);
  if (!passed) return repeat?.whileOpen !== 'posted';
  return repeat?.afterPass === 'not_posted' && last.inspectedOn >= inspection.rules.cycleOf(inspection.day).from;
}

/** What has become of putting a fault right by the as-of day, and by all that is recorded. */
function rectify(
  { day }: FlatInspection,
  { deadline, steps }: FlatViolation,
  asOf: number,
): readonly [standing: FlatRectification, later: Posted] {
  const later: Posted = { deadline, completedOn: undefined, passedOn: undefined, passedAt: 0, inspectedOn: day };
  let standing: FlatRectification | undefined;
  for (const step of steps) {
    if (step.day > asOf) standing ??= { ...later };
    applyStep(later, step);
  }
  return [standing ?? later, later];
}
