import { pointer, Problem } from '../../problems/problem';
import { isJsonObject } from '../json';
import { FactDefinition, FactSelection } from '../rule-set.types';

/** What scenarios may name: the facts of the catalogue and the bases they start from. */
export interface ScenarioFacts {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** Every path that leads to a fact without being one. */
  readonly groups: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
}

/** A selection of facts starts from a base that exists and names facts of the catalogue that can be entered. */
export function checkSelection(selection: FactSelection, path: string, { facts, bases }: ScenarioFacts): Problem[] {
  const { base, set, unset } = selection;
  const unknownBase = base !== undefined && !bases.has(base);
  return [
    ...(unknownBase ? [{ code: 'unknown_base_facts' as const, path: pointer(path, 'base'), value: base }] : []),
    ...Object.entries(set ?? {}).flatMap(([fact, value]) =>
      checkBaseFact(fact, value, facts, pointer(path, 'set', fact)),
    ),
    ...(unset ?? []).flatMap((fact, index) => checkBaseFact(fact, fact, facts, pointer(path, 'unset', index))),
  ];
}

/** A fact must be in the catalogue and must not be calculated. */
export function checkBaseFact(
  fact: string,
  value: unknown,
  facts: ReadonlyMap<string, FactDefinition>,
  path: string,
): Problem[] {
  const definition = facts.get(fact);
  if (definition === undefined) return [{ code: 'unknown_fact', path, value, params: { fact } }];
  return definition.suppliedBy === 'calculation' ? [{ code: 'calculated_fact', path, value, params: { fact } }] : [];
}

/** Nested facts: every object leads to facts of the catalogue, everything else is one. */
export function checkNestedFacts(
  nested: Readonly<Record<string, unknown>>,
  path: string,
  known: ScenarioFacts,
  prefix = '',
): Problem[] {
  return Object.entries(nested).flatMap(([name, value]) => {
    const fact = `${prefix}${name}`;
    const at = pointer(path, name);
    return known.groups.has(fact) && isJsonObject(value)
      ? checkNestedFacts(value, at, known, `${fact}.`)
      : checkBaseFact(fact, value, known.facts, at);
  });
}
