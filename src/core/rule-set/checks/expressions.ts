import { decimalsOf } from '../../facts/fact-catalogue';
import { pointer, Problem } from '../../problems/problem';
import { Expression, FactDefinition, RuleSet } from '../rule-set.types';
import { checkCycles } from './expression-cycles';
import { leavesOfExpression, operationOf } from './expression-parts';
import { placesOf } from './expression-places';
import { isNumeric } from './facts';
import { checkExact } from './numbers';

/** Every calculation reads numbers of the catalogue, ends, and yields no more decimal places than its fact may have. */
export function checkExpressions(ruleSet: RuleSet): Problem[] {
  const facts = new Map(ruleSet.facts.map((fact) => [fact.path, fact]));
  const calculations = ruleSet.facts.flatMap((fact, index) => {
    const { expression } = fact;
    // An expression of anything but a number of the calculation is reported with its fact.
    if (expression === undefined || fact.suppliedBy !== 'calculation' || !isNumeric(fact)) return [];
    const path = pointer('/facts', index, 'expression');
    return [
      ...leavesOfExpression(expression, path).flatMap(({ leaf, path: at }) => checkOperand(leaf, at, facts)),
      ...checkDivisors(expression, path),
      ...checkRounding(fact, expression, index, facts),
    ];
  });
  return [...calculations, ...checkCycles(ruleSet)];
}

function checkOperand(
  leaf: number | { readonly fact: string },
  path: string,
  facts: ReadonlyMap<string, FactDefinition>,
): Problem[] {
  if (typeof leaf === 'number') return checkExact(leaf, path);
  const at = pointer(path, 'fact');
  const fact = facts.get(leaf.fact);
  if (fact === undefined) return [{ code: 'expression_unknown_fact', path: at, value: leaf.fact }];
  if (isNumeric(fact)) return [];
  return [{ code: 'expression_fact_type', path: at, value: leaf.fact, params: { type: fact.type } }];
}

/** Dividing by a constant 0 leaves the fact absent for ever, which nobody means. */
function checkDivisors(expression: Expression, path: string): Problem[] {
  if (typeof expression === 'number' || 'fact' in expression) return [];
  const { name, operands } = operationOf(expression, path);
  const divisor = operands[1];
  const zero = name === 'divide' && divisor?.expression === 0;
  return [
    ...(zero ? [{ code: 'divide_by_zero' as const, path: divisor.path, value: 0 }] : []),
    ...operands.flatMap((part) => checkDivisors(part.expression, part.path)),
  ];
}

function checkRounding(
  fact: FactDefinition,
  expression: Expression,
  index: number,
  facts: ReadonlyMap<string, FactDefinition>,
): Problem[] {
  if (fact.rounding !== undefined) return [];
  const decimals = decimalsOf(fact);
  const places = placesOf(expression, facts);
  if (places <= decimals) return [];
  const path = pointer('/facts', index, 'rounding');
  const params = { fact: fact.path, decimals };
  return places === Infinity
    ? [{ code: 'rounding_missing_division', path, params }]
    : [{ code: 'rounding_missing', path, params: { ...params, places } }];
}
