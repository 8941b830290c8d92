import { foldFlat } from '../ledger/flat-fold';
import { compileFlatRules, FlatRules } from '../ledger/flat-rules';
import { addPoints, fromPoints, NO_POINTS, Points } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { FlatReplay, PlacedPlan, replayFlat } from './flat-replay';
import { PopulationHistory } from './population-history.types';
import { planReplay } from './replay-plan';
import { shareHistory } from './shared-history';
import { ReplayedStanding, shiftsBetween, SubjectImpact } from './subject-impact';

interface Side {
  readonly rules: FlatRules;
  readonly plans: ReadonlyMap<string, PlacedPlan>;
}

/**
 * What a change of version changes, for a whole population: what `impactOnSubject` answers, at a small part of the cost.
 * What was stored serves wherever nothing changed, only the facts that changed items read are asked for, and the histories
 * are folded flat. Of what cannot be decided it tells only the items that are decided anew: for the others nothing differs.
 */
export class PopulationImpact {
  /** The facts that have to be moved, by path. */
  readonly reads: readonly string[];
  private readonly before: Side;
  private readonly after: Side;

  /**
   * @param scoredBy every version that decided an inspection on record
   * @throws Error where a version has a regime: its histories have no flat fold
   */
  constructor(from: CompiledRuleSet, to: CompiledRuleSet, scoredBy: readonly CompiledRuleSet[]) {
    const plans = [from, to].map((under) => scoredBy.map((version) => [version, planReplay(version, under)] as const));
    this.reads = [...new Set(plans.flat().flatMap(([, { scorer }]) => scorer.reads))].sort();
    const places = new Map(this.reads.map((path, place) => [path, place]));
    const sides = [from, to].map((under, side): Side => {
      const placed = (plans[side] ?? []).map(([version, plan]) => {
        const at = plan.scorer.reads.map((path) => places.get(path) as number);
        return [version.identity.hash, { ...plan, places: at }] as const;
      });
      return { rules: compileFlatRules(under), plans: new Map(placed) };
    });
    [this.before, this.after] = sides as [Side, Side];
  }

  /** @param asOf the day as of which both histories are folded, in days since 1970-01-01 */
  of(history: PopulationHistory, asOf: number): SubjectImpact {
    const shared = shareHistory(history, this.before.rules.rules);
    const under = ({ rules, plans }: Side): ReplayedStanding =>
      standingOf(rules, replayFlat(shared, rules, plans), asOf);
    const [before, after] = [under(this.before), under(this.after)];
    const direction = after.height > before.height ? 'up' : after.height < before.height ? 'down' : 'same';
    return { before, after, direction, shifts: shiftsBetween(before, after) };
  }
}

function standingOf(
  rules: FlatRules,
  { history, keys, undecided, unreadable }: FlatReplay,
  asOf: number,
): ReplayedStanding {
  const { total, carried, current, rungs, postings } = foldFlat(history, rules, asOf);
  const pointsByItem = new Map<string, Points>();
  const hypothetical: { inspection: string; item: string; points: number }[] = [];
  let carriedOver = NO_POINTS;
  for (const { inspection, violation, carried: isCarried } of postings) {
    const item = rules.items[violation.item] as string;
    pointsByItem.set(item, addPoints(pointsByItem.get(item) ?? NO_POINTS, violation.points));
    if (violation.onlyReplayed !== true) continue;
    hypothetical.push({ inspection: keys[inspection] as string, item, points: fromPoints(violation.points) });
    if (isCarried) carriedOver = addPoints(carriedOver, violation.points);
  }
  const sum = carried + current;
  const rest = sum - carriedOver;
  return {
    total: fromPoints(total),
    totalWithoutHypotheticalCarryOver: fromPoints((total < sum ? Math.min(rest, total) : rest) as Points),
    rung: rules.rungs[rungs - 1]?.code ?? null,
    height: rungs,
    pointsByItem: new Map([...pointsByItem].map(([item, points]) => [item, fromPoints(points)])),
    hypothetical,
    undecided,
    unreadable,
  };
}
