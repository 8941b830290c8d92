import { decimalsOf, FactCatalogue, roundingOf } from '../facts/fact-catalogue';
import { ceil, floor, fromNumber, round } from '../numbers/rational';
import { Expression, Leaf } from '../rule-set/rule-set.types';
import { constantsOf, otherFactOf } from '../conditions/condition-leaves';
import {
  addIntervals,
  divideIntervals,
  greatestOf,
  Interval,
  isBelow,
  isNowhereAbove,
  leastOf,
  map,
  multiplyIntervals,
  point,
  subtractIntervals,
} from './interval';

/** The values that a base fact may have. */
export type RangeOf = (path: string) => Interval;

/** The values that a numeric fact may have, calculated ones included; undefined where it may be absent. */
export function factRange(catalogue: FactCatalogue, path: string, rangeOf: RangeOf): Interval | undefined {
  const fact = catalogue.facts.get(path);
  if (fact?.expression === undefined) return rangeOf(path);
  const exact = expressionRange(fact.expression, (operand) => factRange(catalogue, operand, rangeOf));
  return exact && map(exact, (value) => round(value, decimalsOf(fact), roundingOf(fact)));
}

function expressionRange(expression: Expression, fact: (path: string) => Interval | undefined): Interval | undefined {
  if (typeof expression === 'number') return point(fromNumber(expression));
  if ('fact' in expression) return fact(expression.fact);
  const fold = (
    operands: readonly Expression[],
    operation: (a: Interval, b: Interval) => Interval | undefined,
  ): Interval | undefined =>
    operands.map((operand) => expressionRange(operand, fact)).reduce((a, b) => a && b && operation(a, b));
  if ('add' in expression) return fold(expression.add, addIntervals);
  if ('subtract' in expression) return fold(expression.subtract, subtractIntervals);
  if ('multiply' in expression) return fold(expression.multiply, multiplyIntervals);
  if ('divide' in expression) return fold(expression.divide, divideIntervals);
  if ('min' in expression) return fold(expression.min, leastOf);
  if ('max' in expression) return fold(expression.max, greatestOf);
  const [operand, whole] = 'ceil' in expression ? [expression.ceil, ceil] : [expression.floor, floor];
  const found = expressionRange(operand, fact);
  return found && map(found, whole);
}

/** Whether a comparison of numbers comes out the same for all values that its facts may have. */
export function isConstantLeaf(leaf: Leaf, catalogue: FactCatalogue, rangeOf: RangeOf): boolean {
  const found = factRange(catalogue, leaf.fact, rangeOf);
  const other = otherFactOf(leaf);
  const wanted =
    other === undefined
      ? constantsOf(leaf).map((constant) => point(fromNumber(Number(constant))))
      : [factRange(catalogue, other, rangeOf)];
  return found !== undefined && wanted.every((one) => one !== undefined && isConstant(leaf, found, one));
}

function isConstant({ operator }: Leaf, a: Interval, b: Interval): boolean {
  switch (operator) {
    case 'lessThan':
    case 'greaterThanInclusive':
      return isBelow(a, b) || isNowhereAbove(b, a);
    case 'greaterThan':
    case 'lessThanInclusive':
      return isBelow(b, a) || isNowhereAbove(a, b);
    case 'equal':
    case 'notEqual':
    case 'in':
    case 'notIn':
      return isBelow(a, b) || isBelow(b, a) || (isNowhereAbove(a, b) && isNowhereAbove(b, a));
    case 'contains':
    case 'doesNotContain':
      return false;
  }
}
