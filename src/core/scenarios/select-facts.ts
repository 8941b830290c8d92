import { NestedFacts, putFact } from '../facts/put-fact';
import { FactSelection, Scenarios } from '../rule-set/rule-set.types';

/** The nested facts a scenario means: a copy of its base, with some facts set and some removed. */
export function selectFacts(scenarios: Scenarios, selection: FactSelection): Readonly<NestedFacts> {
  const base = scenarios.baseFacts?.find(({ code }) => code === selection.base)?.facts ?? {};
  const facts = structuredClone(base) as NestedFacts;
  for (const [path, value] of Object.entries(selection.set ?? {})) putFact(facts, path, value);
  for (const path of selection.unset ?? []) putFact(facts, path, undefined);
  return facts;
}
