import { FactsError } from '../problems/problem';
import { FactSupplier, FactValue } from '../rule-set/rule-set.types';
import { calculateFact } from './calculate-fact';
import { checkFacts } from './check-facts';
import { FactCatalogue } from './fact-catalogue';

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
    const value = calculateFact(fact, (path) => all.get(path) as number | undefined);
    if (typeof value === 'object') throw new FactsError([value]);
    if (value !== undefined) all.set(fact.path, value);
  }
  return all;
}
