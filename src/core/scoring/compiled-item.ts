import { compileCondition, CompiledCondition } from '../conditions/compiled-condition';
import { Holds } from '../conditions/compiled-leaf';
import { FactCatalogue } from '../facts/fact-catalogue';
import { FactRow, Slot, SlotValues } from '../facts/slots';
import { NO_POINTS, Points } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { COMPLIANT, Decision, NOT_APPLICABLE, NOT_CHECKED } from './decide-items';

/** An item as closures over facts laid flat. */
export interface ItemScorer {
  readonly item: CompiledItem;
  /** What its conditions come to, as `decideItems` says. */
  readonly decide: (facts: FactRow) => Decision;
  /** The most it can cost given what is known, where it is not checked. */
  readonly greatest: (values: SlotValues) => Points;
  /** The base facts that would settle it, where it is not checked; sorted. */
  readonly missing: (values: SlotValues) => readonly string[];
}

interface VariantScorer extends CompiledCondition {
  readonly points: Points;
  readonly decision: Decision;
}

/** Compiles an item. */
export function compileItemScorer(
  item: CompiledItem,
  catalogue: FactCatalogue,
  slotOf: (path: string) => Slot,
): ItemScorer {
  const applies = item.item.appliesWhen === undefined ? undefined : compileCondition(item.item.appliesWhen, slotOf);
  const condition = compileCondition(item.item.condition, slotOf);
  const variants = item.variants.map(({ points, when }): VariantScorer => {
    return { ...compileCondition(when, slotOf), points, decision: { outcome: 'violated', points } };
  });
  const slots = (paths: readonly string[]): readonly number[] => paths.map((path) => slotOf(path).slot);
  const appliesSlots = slots(item.appliesReads);
  const readSlots = slots(item.reads);
  const bases = [...item.appliesReads, ...item.reads].flatMap((path) => catalogue.baseFacts.get(path) ?? []);
  const named = [...new Set(bases)].sort().map((path) => ({ path, slot: slotOf(path).slot }));
  const violation = compileViolation(condition.holds, item.points, variants);
  const appliesHolds = applies?.holds ?? (() => true);
  return {
    item,
    decide: ({ values, complete }) => {
      if (!complete && absent(appliesSlots, values)) return NOT_CHECKED;
      if (!appliesHolds(values)) return NOT_APPLICABLE;
      return !complete && absent(readSlots, values) ? NOT_CHECKED : violation(values);
    },
    greatest: (values) => {
      if (applies?.truth(values) === false || condition.truth(values) === false) return NO_POINTS;
      return greatestOf(item.points, variants, values);
    },
    missing: (values) => named.filter(({ slot }) => values[slot] === undefined).map(({ path }) => path),
  };
}

function absent(slots: readonly number[], values: SlotValues): boolean {
  for (let place = 0; place < slots.length; place += 1) if (values[slots[place] as number] === undefined) return true;
  return false;
}

/** What the condition and the variants come to. Of the variants that hold the dearest counts. */
function compileViolation(
  holds: Holds,
  points: Points,
  variants: readonly VariantScorer[],
): (values: SlotValues) => Decision {
  const violated: Decision = { outcome: 'violated', points };
  if (variants.length === 0) return (values) => (holds(values) ? violated : COMPLIANT);
  return (values) => {
    if (!holds(values)) return COMPLIANT;
    let dearest: Decision | undefined;
    for (const variant of variants) {
      if (variant.holds(values) && variant.points > (dearest?.points ?? -1)) dearest = variant.decision;
    }
    return dearest ?? violated;
  };
}

function greatestOf(base: Points, variants: readonly VariantScorer[], values: SlotValues): Points {
  let greatest = NO_POINTS;
  let basePossible = true;
  for (const { truth, points } of variants) {
    const holds = truth(values);
    if (holds !== false && points > greatest) greatest = points;
    if (holds === true) basePossible = false;
  }
  return basePossible && base > greatest ? base : greatest;
}
