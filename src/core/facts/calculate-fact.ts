import { round, toNumber } from '../numbers/rational';
import { pointer, Problem } from '../problems/problem';
import { FactDefinition } from '../rule-set/rule-set.types';
import { evaluateExpression, NumericFact } from './expression';
import { decimalsOf, roundingOf } from './fact-catalogue';

/** The value of a calculated fact; undefined where it is absent, a problem where it cannot be held exactly. */
export function calculateFact(fact: FactDefinition, numeric: NumericFact): number | Problem | undefined {
  const exact = evaluateExpression(fact.expression ?? 0, numeric);
  if (exact === undefined) return undefined;
  const rounded = round(exact, decimalsOf(fact), roundingOf(fact));
  const value = toNumber(rounded);
  if (value !== undefined) return value;
  const path = pointer('', ...fact.path.split('.'));
  const shown = `${rounded.n}/${rounded.d}`;
  return { code: 'calculated_out_of_range', path, value: shown, params: { fact: fact.path } };
}
