import { add, ceil, compare, divide, floor, fromNumber, multiply, Rational, subtract } from '../numbers/rational';
import { Expression } from '../rule-set/rule-set.types';

/** The value of a numeric fact, or undefined where it is absent. */
export type NumericFact = (path: string) => number | undefined;

/**
 * The exact value of an expression. Total: absent (undefined) when a fact it needs is absent or a divisor is 0, and
 * never an exception.
 */
export function evaluateExpression(expression: Expression, fact: NumericFact): Rational | undefined {
  const value = (operand: Expression): Rational | undefined => evaluateExpression(operand, fact);
  if (typeof expression === 'number') return fromNumber(expression);
  if ('fact' in expression) {
    const found = fact(expression.fact);
    return found === undefined ? undefined : fromNumber(found);
  }
  if ('add' in expression) return combine(expression.add.map(value), add);
  if ('subtract' in expression) return combine(expression.subtract.map(value), subtract);
  if ('multiply' in expression) return combine(expression.multiply.map(value), multiply);
  if ('divide' in expression) return combine(expression.divide.map(value), divide);
  if ('min' in expression) return combine(expression.min.map(value), (a, b) => (compare(a, b) <= 0 ? a : b));
  if ('max' in expression) return combine(expression.max.map(value), (a, b) => (compare(a, b) >= 0 ? a : b));
  const [operand, whole] = 'ceil' in expression ? [expression.ceil, ceil] : [expression.floor, floor];
  const found = value(operand);
  return found === undefined ? undefined : whole(found);
}

function combine(
  operands: readonly (Rational | undefined)[],
  operation: (a: Rational, b: Rational) => Rational | undefined,
): Rational | undefined {
  return operands.reduce((a, b) => (a === undefined || b === undefined ? undefined : operation(a, b)));
}

/** The facts an expression names. */
export function expressionFacts(expression: Expression, into: Set<string> = new Set()): Set<string> {
  if (typeof expression === 'number') return into;
  if ('fact' in expression) return into.add(expression.fact);
  for (const operand of Object.values(expression).flat() as Expression[]) expressionFacts(operand, into);
  return into;
}
