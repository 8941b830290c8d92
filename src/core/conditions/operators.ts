import { FactValue, Operator, Scalar } from '../rule-set/rule-set.types';

/** What a leaf compares with, once a reference to another fact has been looked up. */
export type Wanted = FactValue | readonly Scalar[];

type Compare = (found: FactValue, wanted: Wanted) => boolean;

/**
 * The closed set of operators. They take the place of json-rules-engine's own, which coerce ("9" > "10", 1 in "a1b").
 * Types were checked when the rule set was compiled and the facts were read, so a mismatch here is a fault of ours.
 */
export const OPERATORS: Readonly<Record<Operator, Compare>> = {
  equal: (found, wanted) => sameType(found, wanted) && found === wanted,
  notEqual: (found, wanted) => sameType(found, wanted) && found !== wanted,
  lessThan: (found, wanted) => order(found, wanted) < 0,
  lessThanInclusive: (found, wanted) => order(found, wanted) <= 0,
  greaterThan: (found, wanted) => order(found, wanted) > 0,
  greaterThanInclusive: (found, wanted) => order(found, wanted) >= 0,
  in: (found, wanted) => list(wanted).includes(scalar(found)),
  notIn: (found, wanted) => !list(wanted).includes(scalar(found)),
  contains: (found, wanted) => list(found).includes(scalar(wanted)),
  doesNotContain: (found, wanted) => !list(found).includes(scalar(wanted)),
};

function mismatch(found: unknown, wanted: unknown): never {
  throw new TypeError(`values that cannot be compared: ${JSON.stringify(found)} and ${JSON.stringify(wanted)}`);
}

function sameType(found: Wanted, wanted: Wanted): boolean {
  return typeof found === typeof wanted && typeof found !== 'object' ? true : mismatch(found, wanted);
}

/** Numbers by size, days as text: YYYY-MM-DD sorts as the calendar does. */
function order(found: Wanted, wanted: Wanted): number {
  if (typeof found === 'number' && typeof wanted === 'number') return found - wanted;
  if (typeof found === 'string' && typeof wanted === 'string') return found < wanted ? -1 : found > wanted ? 1 : 0;
  return mismatch(found, wanted);
}

function list(value: Wanted): readonly Scalar[] {
  return typeof value === 'object' ? value : mismatch(value, []);
}

function scalar(value: Wanted): Scalar {
  return typeof value === 'object' ? mismatch(value, '') : value;
}
