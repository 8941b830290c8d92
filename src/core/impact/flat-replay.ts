import { Points, toPoints } from '../numbers/points';
import { FlatInspection, FlatStep, FlatViolation } from '../ledger/flat-history';
import { FlatRules } from '../ledger/flat-rules';
import { CompiledItem } from '../rule-set/compile';
import { CompiledScorer } from '../scoring/compiled-scorer';
import { PopulationInspection } from './population-history.types';
import { Undecided } from './replay';
import { ReplayPlan } from './replay-plan';
import { SharedHistory } from './shared-history';

/** The same plan with where to find what its scorer reads among the values that are moved. */
export interface PlacedPlan extends ReplayPlan {
  readonly places: readonly number[];
}

/** A history as it would have been had a version governed all of it, laid flat. */
export interface FlatReplay {
  readonly history: readonly FlatInspection[];
  /** The keys of its inspections, by place. */
  readonly keys: readonly string[];
  readonly undecided: readonly Undecided[];
  readonly unreadable: readonly string[];
}

const NO_STEPS: readonly FlatStep[] = [];

/** Replays a history under one version. What the plans keep is taken from what is stored. */
export function replayFlat(
  { inspections, annulled, steps }: SharedHistory,
  rules: FlatRules,
  plans: ReadonlyMap<string, PlacedPlan>,
): FlatReplay {
  const history: FlatInspection[] = [];
  const keys: string[] = [];
  const undecided: Undecided[] = [];
  const unreadable: string[] = [];
  for (const inspection of inspections) {
    const plan = plans.get(inspection.scoredBy);
    if (plan === undefined) throw new Error(`no plan for what the version ${inspection.scoredBy} decided`);
    const found = violationsUnder(plan, inspection, undecided);
    if (found === undefined) {
      unreadable.push(inspection.key);
      continue;
    }
    const violations: FlatViolation[] = [];
    for (const { item, points } of found) {
      const recorded = plan.recordedCodes[item];
      const name = recorded === undefined ? '' : `${inspection.key}/${recorded}`;
      if (annulled.findings.has(name)) continue;
      const violation = {
        item,
        points,
        deadline: deadlineIn(rules.rules.items[item] as CompiledItem, inspection.day),
        steps: steps.get(name) ?? NO_STEPS,
      };
      const wasFound = inspection.violations.some((one) => one.item === recorded);
      violations.push(wasFound ? violation : { ...violation, onlyReplayed: true });
    }
    const { day, number, key } = inspection;
    history.push({ day, number, rules, violations });
    keys.push(key);
  }
  return { history, keys, undecided, unreadable };
}

interface Found {
  readonly item: number;
  readonly points: Points;
}

/** In the order of the version; undefined where a fact does not fit its catalogue. */
function violationsUnder(
  plan: PlacedPlan,
  inspection: PopulationInspection,
  undecided: Undecided[],
): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const { item, points } of inspection.violations) {
    const index = plan.kept.get(item);
    if (index !== undefined) found.push({ item: index, points: toPoints(points) });
  }
  const { scorer } = plan;
  if (scorer.items.length === 0) return inOrder(found);
  const row = scorer.fromValues(plan.places.map((place) => inspection.values[place]));
  if (row.problems.length > 0) return undefined;
  const decisions = scorer.decide(row);
  for (let place = 0; place < decisions.length; place += 1) {
    const { outcome, points } = decisions[place] as (typeof decisions)[number];
    if (outcome !== 'violated' && outcome !== 'not_checked') continue;
    const { item, missing } = scorer.items[place] as CompiledScorer['items'][number];
    if (outcome === 'violated') found.push({ item: item.index, points });
    else undecided.push({ inspection: inspection.key, item: item.item.code, missingFacts: missing(row.values) });
  }
  return inOrder(found);
}

function inOrder(found: Found[]): readonly Found[] {
  return found.length < 2 ? found : found.sort((a, b) => a.item - b.item);
}

function deadlineIn({ item: { rectification } }: CompiledItem, day: number): number {
  return rectification.deadline === 'at_once' ? day : day + rectification.deadline.days;
}
