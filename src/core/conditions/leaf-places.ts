import { pointer } from '../problems/problem';
import { Condition, Leaf } from '../rule-set/rule-set.types';

/** One comparison of a condition, and where it stands in its document. */
export interface LeafPlace {
  readonly leaf: Leaf;
  /** JSON pointer. */
  readonly path: string;
}

/** The comparisons of a condition with their places, in the order in which `traceLeaves` gives theirs. */
export function leafPlaces(condition: Condition, path: string): readonly LeafPlace[] {
  if ('not' in condition) return leafPlaces(condition.not, pointer(path, 'not'));
  if ('all' in condition) return condition.all.flatMap((part, place) => leafPlaces(part, pointer(path, 'all', place)));
  if ('any' in condition) return condition.any.flatMap((part, place) => leafPlaces(part, pointer(path, 'any', place)));
  return [{ leaf: condition, path }];
}

/** A comparison as people who write rule sets know it: `furnaces.total lessThan 2`. */
export function showLeaf({ fact, operator, value }: Leaf): string {
  const wanted = typeof value === 'object' && 'fact' in value ? value.fact : JSON.stringify(value);
  return `${fact} ${operator} ${wanted}`;
}
