import { Slot, SlotValues } from '../facts/slots';
import { Leaf, Operator, Scalar } from '../rule-set/rule-set.types';

/** Decides over facts none of which is absent. */
export type Holds = (values: SlotValues) => boolean;

/**
 * The operators once more, without the checks of type that `OPERATORS` makes at every comparison: facts were checked
 * when they were read, constants when the rule set was compiled. Numbers order by size and days as text, and `<` does
 * both. Every operator stands here twice: against a constant, and against another fact.
 */
type Ordered = readonly number[];
type Lists = readonly (readonly Scalar[])[];

const CONSTANT: Readonly<Record<Operator, (slot: number, wanted: never) => Holds>> = {
  equal: (slot, wanted: Scalar) => (values) => values[slot] === wanted,
  notEqual: (slot, wanted: Scalar) => (values) => values[slot] !== wanted,
  lessThan: (slot, wanted: number) => (values) => ((values as Ordered)[slot] as number) < wanted,
  lessThanInclusive: (slot, wanted: number) => (values) => ((values as Ordered)[slot] as number) <= wanted,
  greaterThan: (slot, wanted: number) => (values) => ((values as Ordered)[slot] as number) > wanted,
  greaterThanInclusive: (slot, wanted: number) => (values) => ((values as Ordered)[slot] as number) >= wanted,
  in: (slot, wanted: readonly Scalar[]) => (values) => wanted.includes(values[slot] as Scalar),
  notIn: (slot, wanted: readonly Scalar[]) => (values) => !wanted.includes(values[slot] as Scalar),
  contains: (slot, wanted: Scalar) => (values) => (values as Lists)[slot]?.includes(wanted) === true,
  doesNotContain: (slot, wanted: Scalar) => (values) => (values as Lists)[slot]?.includes(wanted) === false,
};

/** An operator that wants a list, or looks into one, compares with no other fact. */
type Between = Exclude<Operator, 'in' | 'notIn' | 'contains' | 'doesNotContain'>;

const BETWEEN: Readonly<Record<Between, (slot: number, other: number) => Holds>> = {
  equal: (slot, other) => (values) => values[slot] === values[other],
  notEqual: (slot, other) => (values) => values[slot] !== values[other],
  lessThan: (slot, other) => (values) => ((values as Ordered)[slot] as number) < ((values as Ordered)[other] as number),
  lessThanInclusive: (slot, other) => (values) =>
    ((values as Ordered)[slot] as number) <= ((values as Ordered)[other] as number),
  greaterThan: (slot, other) => (values) =>
    ((values as Ordered)[slot] as number) > ((values as Ordered)[other] as number),
  greaterThanInclusive: (slot, other) => (values) =>
    ((values as Ordered)[slot] as number) >= ((values as Ordered)[other] as number),
};

/** Compiles one comparison. */
export function compileLeaf({ fact, operator, value }: Leaf, slotOf: (path: string) => Slot): Holds {
  const { slot } = slotOf(fact);
  if (typeof value !== 'object' || !('fact' in value)) return CONSTANT[operator](slot, value as never);
  return BETWEEN[operator as Between](slot, slotOf(value.fact).slot);
}
