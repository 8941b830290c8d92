import { conditionLeaves, otherFactOf } from '../conditions/condition-leaves';
import { FactCatalogue } from '../facts/fact-catalogue';
import { CompiledItem } from '../rule-set/compile';
import { Leaf } from '../rule-set/rule-set.types';

/**
 * The base facts in which two items may find one and the same fault: an inspector finds them, and both conditions compare
 * them with constants, or make the very same comparison. A number that is only the measure of others, as one detector
 * for each of so many furnaces, is compared with something else in each item and is nobody's fault.
 */
export function sharedFaults(
  { facts, baseFacts }: FactCatalogue,
  first: CompiledItem,
  second: CompiledItem,
): readonly string[] {
  const others = conditionLeaves(second.item.condition);
  const shared = conditionLeaves(first.item.condition).flatMap((leaf) =>
    others.some((other) => isOneFault(leaf, other)) ? [leaf.fact, otherFactOf(leaf) ?? []].flat() : [],
  );
  const bases = new Set(shared.flatMap((path) => baseFacts.get(path) ?? []));
  return [...bases].filter((path) => facts.get(path)?.suppliedBy === 'inspector');
}

function isOneFault(a: Leaf, b: Leaf): boolean {
  if (a.fact !== b.fact) return false;
  const [first, second] = [otherFactOf(a), otherFactOf(b)];
  return first === undefined ? second === undefined : first === second && a.operator === b.operator;
}
