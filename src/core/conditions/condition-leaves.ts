import { Condition, Leaf } from '../rule-set/rule-set.types';

/** The comparisons a condition is made of, from the first to the last. */
export function conditionLeaves(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(conditionLeaves);
  if ('any' in condition) return condition.any.flatMap(conditionLeaves);
  if ('not' in condition) return conditionLeaves(condition.not);
  return [condition];
}

/** The other fact that a comparison looks at, where it compares two. */
export function otherFactOf({ value }: Leaf): string | undefined {
  return typeof value === 'object' && 'fact' in value ? value.fact : undefined;
}

/** The constants that a comparison looks at; none where it compares two facts. */
export function constantsOf({ value }: Leaf): readonly (boolean | number | string)[] {
  if (typeof value !== 'object') return [value];
  return 'fact' in value ? [] : value;
}
