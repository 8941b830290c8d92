import { decimalPlaces } from '../numbers/decimal';
import {
  smallAdd,
  smallCeil,
  smallCompare,
  smallDivide,
  smallFloor,
  SmallFraction,
  smallMultiply,
  smallOf,
  smallRound,
  smallSubtract,
} from '../numbers/small-fraction';
import { Problem } from '../problems/problem';
import { Expression, FactDefinition } from '../rule-set/rule-set.types';
import { calculateFact } from './calculate-fact';
import { decimalsOf, roundingOf } from './fact-catalogue';
import { Slot, SlotValues } from './slots';

/** What an expression comes to: undefined where it is absent, null where only exact arithmetic can tell. */
type Small = SmallFraction | null | undefined;
type Evaluate = (values: SlotValues) => Small;

/**
 * Compiles a calculated fact to closures over small integers.
 *
 * @returns what `calculateFact` returns
 */
export function compileCalculation(
  fact: FactDefinition,
  slotOf: (path: string) => Slot,
): (values: SlotValues) => number | Problem | undefined {
  const evaluate = compile(fact.expression ?? 0, slotOf);
  const decimals = decimalsOf(fact);
  const mode = roundingOf(fact);
  return (values) => {
    const small = evaluate(values);
    if (small === undefined) return undefined;
    const value = small === null ? null : smallRound(small, decimals, mode);
    return value ?? calculateFact(fact, (path) => values[slotOf(path).slot] as number | undefined);
  };
}

function compile(expression: Expression, slotOf: (path: string) => Slot): Evaluate {
  if (typeof expression === 'number') {
    const constant = smallOf(expression, decimalPlaces(expression));
    return () => constant;
  }
  if ('fact' in expression) return readNumber(slotOf(expression.fact));
  const parts = (operands: readonly Expression[]): readonly Evaluate[] =>
    operands.map((operand) => compile(operand, slotOf));
  if ('add' in expression) return combine(parts(expression.add), smallAdd);
  if ('subtract' in expression) return combine(parts(expression.subtract), smallSubtract);
  if ('multiply' in expression) return combine(parts(expression.multiply), smallMultiply);
  if ('divide' in expression) return combine(parts(expression.divide), smallDivide);
  if ('min' in expression) return combine(parts(expression.min), (a, b) => choose(a, b, -1));
  if ('max' in expression) return combine(parts(expression.max), (a, b) => choose(a, b, 1));
  const [operand, whole] = 'ceil' in expression ? [expression.ceil, smallCeil] : [expression.floor, smallFloor];
  const value = compile(operand, slotOf);
  return (values) => {
    const found = value(values);
    return found === undefined || found === null ? found : whole(found);
  };
}

function readNumber({ slot, definition }: Slot): Evaluate {
  const decimals = decimalsOf(definition);
  return (values) => {
    const value = values[slot] as number | undefined;
    return value === undefined ? undefined : smallOf(value, decimals);
  };
}

/** The one of two that is smaller (sign −1) or larger (sign 1). */
function choose(a: SmallFraction, b: SmallFraction, sign: number): SmallFraction | null {
  const order = smallCompare(a, b);
  return order === null ? null : order * sign >= 0 ? a : b;
}

/** Absent wins over too large, since exact arithmetic would find it absent as well. */
function combine(operands: readonly Evaluate[], operation: (a: SmallFraction, b: SmallFraction) => Small): Evaluate {
  return (values) => {
    let result: Small = (operands[0] as Evaluate)(values);
    for (let place = 1; place < operands.length; place += 1) {
      const next = (operands[place] as Evaluate)(values);
      if (result === undefined || next === undefined) return undefined;
      result = result === null || next === null ? null : operation(result, next);
    }
    return result;
  };
}
