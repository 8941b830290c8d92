import { Facts } from '../facts/read-facts';
import { addPoints, fromPoints, NO_POINTS } from '../numbers/points';
import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { Decision, decideItems } from './decide-items';
import { chooseExclusive } from './exclusive-choice';
import { greatestPoints } from './points-range';
import { InspectionDecision, ItemDecision } from './score.types';

/** Decides every item of an inspection and weighs exclusive items against each other. Explains nothing. */
export async function decideInspection(compiled: CompiledRuleSet, facts: Facts): Promise<InspectionDecision> {
  const decisions = await decideItems(compiled.items, facts);
  const replaced = chooseExclusive(
    compiled.items.flatMap(({ index, exclusiveWith }) => {
      const decision = decisions[index];
      return decision?.outcome === 'violated' ? [{ index, points: decision.points, exclusiveWith }] : [];
    }),
  );
  const items = compiled.items.map((item) => toItemDecision(compiled, item, decisions, replaced, facts));
  const counted = decisions.map(({ points }, index) => (replaced.has(index) ? NO_POINTS : points));
  const points = fromPoints(addPoints(...counted));
  return {
    ruleSet: compiled.identity,
    points,
    pointsRange: { min: points, max: fromPoints(greatestPoints(compiled.items, decisions, facts)) },
    complete: decisions.every(({ outcome }) => outcome !== 'not_checked'),
    items,
  };
}

function toItemDecision(
  compiled: CompiledRuleSet,
  item: CompiledItem,
  decisions: readonly Decision[],
  replaced: ReadonlyMap<number, number>,
  facts: Facts,
): ItemDecision {
  const { outcome, points } = decisions[item.index] as Decision;
  const winner = replaced.get(item.index);
  return {
    item: item.item.code,
    outcome,
    points: winner === undefined ? fromPoints(points) : 0,
    ownPoints: fromPoints(points),
    ...(winner === undefined ? {} : { replacedBy: (compiled.items[winner] as CompiledItem).item.code }),
    missingFacts: outcome === 'not_checked' ? missingFacts(compiled, item, facts) : [],
  };
}

/** Base facts that are absent among all that the item reads. Where `appliesWhen` is undecided it reads everything. */
function missingFacts({ catalogue }: CompiledRuleSet, item: CompiledItem, facts: Facts): readonly string[] {
  const bases = [...item.appliesReads, ...item.reads].flatMap((path) => catalogue.baseFacts.get(path) ?? []);
  return [...new Set(bases)].filter((path) => !facts.has(path)).sort();
}
