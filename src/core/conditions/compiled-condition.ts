import { Slot, SlotValues } from '../facts/slots';
import { Condition, Leaf } from '../rule-set/rule-set.types';
import { compileLeaf, Holds } from './compiled-leaf';
import { Truth } from './trace';

/** A condition as closures, without `eval`. */
export interface CompiledCondition {
  /** Decides over facts none of which is absent, as json-rules-engine does through the adapter. */
  readonly holds: Holds;
  /** Decides over facts some of which may be absent, as `traceCondition` does. */
  readonly truth: (values: SlotValues) => Truth;
}

/**
 * Compiles a checked condition over facts laid flat. That no comparison can fail on checked facts is what allows to stop
 * at the first part that settles it.
 */
export function compileCondition(condition: Condition, slotOf: (path: string) => Slot): CompiledCondition {
  if ('all' in condition) return compileParts(condition.all, false, slotOf);
  if ('any' in condition) return compileParts(condition.any, true, slotOf);
  if ('not' in condition) {
    const { holds, truth } = compileCondition(condition.not, slotOf);
    return { holds: (values) => !holds(values), truth: (values) => negation(truth(values)) };
  }
  return compileComparison(condition, slotOf);
}

const negation = (truth: Truth): Truth => (truth === null ? null : !truth);

function compileComparison(leaf: Leaf, slotOf: (path: string) => Slot): CompiledCondition {
  const holds = compileLeaf(leaf, slotOf);
  const { slot } = slotOf(leaf.fact);
  const other = typeof leaf.value === 'object' && 'fact' in leaf.value ? slotOf(leaf.value.fact).slot : slot;
  const truth = (values: SlotValues): Truth =>
    values[slot] === undefined || values[other] === undefined ? null : holds(values);
  return { holds, truth };
}

/** The first part that comes to `settling` settles it; otherwise it is the opposite, or unknown with one of them. */
function compileParts(
  conditions: readonly Condition[],
  settling: boolean,
  slotOf: (path: string) => Slot,
): CompiledCondition {
  const parts = conditions.map((part) => compileCondition(part, slotOf));
  const truth = (values: SlotValues): Truth => {
    let unknown = false;
    for (const part of parts) {
      const one = part.truth(values);
      if (one === settling) return settling;
      if (one === null) unknown = true;
    }
    return unknown ? null : !settling;
  };
  return {
    holds: settling ? anyOf(parts.map(({ holds }) => holds)) : allOf(parts.map(({ holds }) => holds)),
    truth,
  };
}

function allOf(parts: readonly Holds[]): Holds {
  const [first, second] = parts as readonly [Holds, Holds];
  if (parts.length === 2) return (values) => first(values) && second(values);
  return (values) => {
    for (let place = 0; place < parts.length; place += 1) if (!(parts[place] as Holds)(values)) return false;
    return true;
  };
}

function anyOf(parts: readonly Holds[]): Holds {
  const [first, second] = parts as readonly [Holds, Holds];
  if (parts.length === 2) return (values) => first(values) || second(values);
  return (values) => {
    for (let place = 0; place < parts.length; place += 1) if ((parts[place] as Holds)(values)) return true;
    return false;
  };
}
