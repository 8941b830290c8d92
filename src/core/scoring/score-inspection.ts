import { traceCondition } from '../conditions/trace';
import { Facts, readFacts } from '../facts/read-facts';
import { addPoints, fromPoints, NO_POINTS, Points } from '../numbers/points';
import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { Decision, decideItems } from './decide-items';
import { chooseExclusive } from './exclusive-choice';
import { greatestPoints } from './points-range';
import { InspectionScore, ItemScore, ItemTrace } from './score.types';

/**
 * Scores one inspection: decides every item, weighs exclusive items against each other and explains all of it.
 *
 * @param facts nested facts, register facts included, calculated ones not
 * @throws FactsError when the facts do not fit the catalogue
 */
export async function scoreInspection(compiled: CompiledRuleSet, facts: unknown): Promise<InspectionScore> {
  return scoreFacts(compiled, readFacts(compiled.catalogue, facts));
}

/** Scores facts already read. */
export async function scoreFacts(compiled: CompiledRuleSet, facts: Facts): Promise<InspectionScore> {
  const decisions = await decideItems(compiled.items, facts);
  const replaced = chooseExclusive(
    compiled.items.flatMap(({ index, exclusiveWith }) => {
      const decision = decisions[index];
      return decision?.outcome === 'violated' ? [{ index, points: decision.points, exclusiveWith }] : [];
    }),
  );
  const items = compiled.items.map((item) => scoreItem(compiled, item, decisions, replaced, facts));
  const counted = decisions.map(({ points }, index) => (replaced.has(index) ? NO_POINTS : points));
  const points = addPoints(...counted);
  return {
    ruleSet: compiled.identity,
    points: fromPoints(points),
    pointsRange: { min: fromPoints(points), max: fromPoints(greatestPoints(compiled.items, decisions, items)) },
    complete: decisions.every(({ outcome }) => outcome !== 'not_checked'),
    items,
  };
}

function scoreItem(
  compiled: CompiledRuleSet,
  item: CompiledItem,
  decisions: readonly Decision[],
  replaced: ReadonlyMap<number, number>,
  facts: Facts,
): ItemScore {
  const { outcome, points } = decisions[item.index] as Decision;
  const winner = replaced.get(item.index);
  const trace = traceItem(item, facts);
  assertAgreement(item, outcome, points, trace);
  return {
    item: item.item.code,
    outcome,
    points: winner === undefined ? fromPoints(points) : 0,
    ownPoints: fromPoints(points),
    ...(winner === undefined ? {} : { replacedBy: (compiled.items[winner] as CompiledItem).item.code }),
    missingFacts: outcome === 'not_checked' ? missingFacts(compiled, item, facts) : [],
    trace,
  };
}

/** Base facts that are absent among all that the item reads. Where `appliesWhen` is undecided it reads everything. */
function missingFacts({ catalogue }: CompiledRuleSet, item: CompiledItem, facts: Facts): readonly string[] {
  const bases = [...item.appliesReads, ...item.reads].flatMap((path) => catalogue.baseFacts.get(path) ?? []);
  return [...new Set(bases)].filter((path) => !facts.has(path)).sort();
}

function traceItem({ item, variants, provisions: legalBasis }: CompiledItem, facts: Facts): ItemTrace {
  const applies = item.appliesWhen === undefined ? {} : { appliesWhen: traceCondition(item.appliesWhen, facts) };
  if (applies.appliesWhen?.result === false) return { ...applies, legalBasis };
  const condition = traceCondition(item.condition, facts);
  if (condition.result === false || variants.length === 0) return { ...applies, condition, legalBasis };
  const traced = variants.map(({ points, when }) => ({
    points: fromPoints(points),
    when: traceCondition(when, facts),
  }));
  return { ...applies, condition, variants: traced, legalBasis };
}

/** The explanation is made by other code than the decision; that the two agree is checked on every item. */
function assertAgreement({ item }: CompiledItem, outcome: string, points: Points, trace: ItemTrace): void {
  if (outcome === 'not_checked') return;
  const told =
    trace.appliesWhen?.result === false
      ? 'not_applicable'
      : trace.condition?.result === true
        ? 'violated'
        : 'compliant';
  const holding = (trace.variants ?? []).filter(({ when }) => when.result === true).map((variant) => variant.points);
  const toldPoints = told !== 'violated' ? 0 : holding.length === 0 ? item.points : Math.max(...holding);
  if (told !== outcome || toldPoints !== fromPoints(points)) {
    throw new Error(`item ${item.code}: decided ${outcome} ${fromPoints(points)}, explained ${told} ${toldPoints}`);
  }
}
