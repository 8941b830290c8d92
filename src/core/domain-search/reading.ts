import { conditionLeaves, otherFactOf } from '../conditions/condition-leaves';
import { FactCatalogue } from '../facts/fact-catalogue';
import { expressionFacts } from '../facts/expression';
import { Facts, withCalculated } from '../facts/read-facts';
import { FactsError } from '../problems/problem';
import { Condition, FactDefinition, FactValue, Leaf } from '../rule-set/rule-set.types';

/** Conditions of one rule set, to be looked at over all facts there can be. */
export interface Reading {
  readonly catalogue: FactCatalogue;
  readonly conditions: readonly Condition[];
}

export function readingLeaves({ conditions }: Reading): readonly Leaf[] {
  return conditions.flatMap(conditionLeaves);
}

/** The facts that a reading looks at, calculated ones included, in the order in which it does. */
export function readingFacts(reading: Reading): ReadonlySet<string> {
  return new Set(readingLeaves(reading).flatMap((leaf) => [leaf.fact, otherFactOf(leaf) ?? []].flat()));
}

/** The base facts that a reading rests on, in the order in which it looks at them. */
export function readingBaseFacts(reading: Reading): readonly FactDefinition[] {
  const { facts, baseFacts } = reading.catalogue;
  const paths = [...readingFacts(reading)].flatMap((path) => baseFacts.get(path) ?? []);
  return [...new Set(paths)].flatMap((path) => facts.get(path) ?? []);
}

/** Adds to base facts those a reading calculates from them; undefined where a result cannot be held exactly. */
export function calculator(reading: Reading): (base: Facts) => Facts | undefined {
  const needed = new Set<string>();
  const need = (path: string): void => {
    const expression = reading.catalogue.facts.get(path)?.expression;
    if (expression === undefined || needed.has(path)) return;
    needed.add(path);
    expressionFacts(expression).forEach(need);
  };
  readingFacts(reading).forEach(need);
  const calculated = reading.catalogue.calculated.filter(({ path }) => needed.has(path));
  if (calculated.length === 0) return (base) => base;
  const catalogue = { ...reading.catalogue, calculated };
  const bases = [...new Set(calculated.flatMap(({ path }) => catalogue.baseFacts.get(path) ?? []))];
  const known = new Map<string, Facts | undefined>();
  return (base) => {
    // A search asks for the same few numbers again and again, and exact arithmetic is slow.
    const given = bases.map((path) => base.get(path));
    const key = given.join(' ');
    if (!known.has(key)) known.set(key, calculate(catalogue, bases, given));
    const found = known.get(key);
    return found && new Map([...base, ...found]);
  };
}

/** The base facts a calculation rests on, with what is calculated from them. */
function calculate(
  catalogue: FactCatalogue,
  paths: readonly string[],
  values: readonly (FactValue | undefined)[],
): Facts | undefined {
  const given = paths.flatMap((path, place) => {
    const value = values[place];
    return value === undefined ? [] : [[path, value] as const];
  });
  try {
    return withCalculated(catalogue, new Map(given));
  } catch (error) {
    if (error instanceof FactsError) return undefined;
    throw error;
  }
}
