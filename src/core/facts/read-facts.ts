import { round, toNumber } from '../numbers/rational';
import { FactsError, pointer } from '../problems/problem';
import { FactSupplier, FactValue } from '../rule-set/rule-set.types';
import { checkFacts } from './check-facts';
import { evaluateExpression } from './expression';
import { decimalsOf, FactCatalogue, roundingOf } from './fact-catalogue';

/** The facts of one inspection by path, calculated ones included. What is not in it was not checked. */
export type Facts = ReadonlyMap<string, FactValue>;

/**
 * Reads nested facts: checks them against the catalogue, lays them flat and adds the calculated ones.
 * @throws FactsError naming every fact that is unknown, refused, of the wrong type or out of range.
 */
export function readFacts(
  catalogue: FactCatalogue,
  facts: unknown,
  refused: ReadonlySet<FactSupplier> = new Set(['calculation']),
): Facts {
  const { problems, values } = checkFacts(catalogue, facts, refused);
  if (problems.length > 0) throw new FactsError(problems);
  return withCalculated(catalogue, values);
}

/** Adds the calculated facts to checked base facts. @throws FactsError when a result cannot be held exactly. */
export function withCalculated(catalogue: FactCatalogue, values: ReadonlyMap<string, FactValue>): Facts {
  if (catalogue.calculated.length === 0) return values;
  const all = new Map(values);
  for (const fact of catalogue.calculated) {
    const exact = evaluateExpression(fact.expression ?? 0, (path) => all.get(path) as number | undefined);
    if (exact === undefined) continue;
    const rounded = round(exact, decimalsOf(fact), roundingOf(fact));
    const value = toNumber(rounded);
    if (value === undefined) {
      const shown = `${rounded.n}/${rounded.d}`;
      const path = pointer('', ...fact.path.split('.'));
      throw new FactsError([{ code: 'calculated_out_of_range', path, value: shown, params: { fact: fact.path } }]);
    }
    all.set(fact.path, value);
  }
  return all;
}
