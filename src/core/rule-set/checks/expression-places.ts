import { decimalsOf } from '../../facts/fact-catalogue';
import { decimalPlaces } from '../../numbers/decimal';
import { fromNumber } from '../../numbers/rational';
import { Expression, FactDefinition } from '../rule-set.types';
import { operationOf } from './expression-parts';
import { isNumeric } from './facts';

/**
 * The most decimal places the value of an expression can need, known without any facts; Infinity where a division may
 * not terminate. Facts that are unknown or no numbers count as integers: they are reported on their own.
 */
export function placesOf(expression: Expression, facts: ReadonlyMap<string, FactDefinition>): number {
  if (typeof expression === 'number') return decimalPlaces(expression);
  if ('fact' in expression) {
    const fact = facts.get(expression.fact);
    return fact !== undefined && isNumeric(fact) ? decimalsOf(fact) : 0;
  }
  const { name, operands } = operationOf(expression, '');
  const places = operands.map((part) => placesOf(part.expression, facts));
  switch (name) {
    case 'ceil':
    case 'floor':
      return 0;
    case 'multiply':
      return places.reduce((sum, part) => sum + part, 0);
    case 'divide':
      return (places[0] ?? 0) + reciprocalPlaces(operands[1]?.expression);
    case 'add':
    case 'subtract':
    case 'min':
    case 'max':
      return Math.max(...places);
  }
}

/** Decimal places of 1 ÷ divisor: 3 for 8 and 0 for 0.5, without end for 3 and for anything but a constant. */
function reciprocalPlaces(divisor: Expression | undefined): number {
  if (typeof divisor !== 'number' || divisor === 0) return Infinity;
  // The reciprocal's denominator is what the divisor has above the line.
  let rest = fromNumber(Math.abs(divisor)).n;
  const exponents = [2n, 5n].map((prime) => {
    let exponent = 0;
    for (; rest % prime === 0n; exponent++) rest /= prime;
    return exponent;
  });
  return rest === 1n ? Math.max(...exponents) : Infinity;
}
