import { FactDefinition, Rounding } from '../rule-set/rule-set.types';
import { expressionFacts } from './expression';

/** The fact catalogue of a rule set, ready for look-ups. */
export interface FactCatalogue {
  /** Every fact by its path, in the order of the rule set. */
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** Every path that leads to a fact without being one: `furnaces` for `furnaces.total`. */
  readonly groups: ReadonlySet<string>;
  /** The calculated facts, each after those it is calculated from. */
  readonly calculated: readonly FactDefinition[];
  /** For every fact the base facts it rests on: itself, or what it is calculated from, through and through. */
  readonly baseFacts: ReadonlyMap<string, readonly string[]>;
}

/** Most decimal places of a number where its definition states none. */
export const DEFAULT_DECIMALS = 3;

export function decimalsOf(fact: FactDefinition): number {
  return fact.type === 'integer' ? 0 : (fact.decimals ?? DEFAULT_DECIMALS);
}

/** The rounding of a calculated fact; where none is declared, none is needed, and any mode gives the same. */
export function roundingOf(fact: FactDefinition): Rounding {
  return fact.rounding ?? 'half_up';
}

/** Builds the catalogue of a checked rule set: paths are unique and calculations have no cycle. */
export function buildCatalogue(definitions: readonly FactDefinition[]): FactCatalogue {
  const facts = new Map(definitions.map((fact) => [fact.path, fact]));
  const groups = new Set<string>();
  for (const { path } of definitions) {
    for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) groups.add(path.slice(0, dot));
  }
  const calculated: FactDefinition[] = [];
  const baseFacts = new Map<string, readonly string[]>();
  const settle = (fact: FactDefinition): readonly string[] => {
    const known = baseFacts.get(fact.path);
    if (known !== undefined) return known;
    const bases =
      fact.expression === undefined
        ? [fact.path]
        : [...new Set([...expressionFacts(fact.expression)].flatMap((path) => settle(lookUp(facts, path))))];
    baseFacts.set(fact.path, bases);
    if (fact.expression !== undefined) calculated.push(fact);
    return bases;
  };
  definitions.forEach(settle);
  return { facts, groups, calculated, baseFacts };
}

function lookUp(facts: ReadonlyMap<string, FactDefinition>, path: string): FactDefinition {
  const fact = facts.get(path);
  if (fact === undefined) throw new Error(`no such fact in a checked rule set: ${path}`);
  return fact;
}
