import { FactSelection, Scenarios } from '../rule-set/rule-set.types';

type NestedFacts = Record<string, unknown>;

/** The nested facts a scenario means: a copy of its base, with some facts set and some removed. */
export function selectFacts(scenarios: Scenarios, selection: FactSelection): Readonly<NestedFacts> {
  const base = scenarios.baseFacts?.find(({ code }) => code === selection.base)?.facts ?? {};
  const facts = structuredClone(base) as NestedFacts;
  for (const [path, value] of Object.entries(selection.set ?? {})) put(facts, path.split('.'), value);
  for (const path of selection.unset ?? []) put(facts, path.split('.'), undefined);
  return facts;
}

function put(facts: NestedFacts, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    if (value === undefined) delete facts[name];
    else facts[name] = value;
    return;
  }
  const inner = Object.hasOwn(facts, name) ? facts[name] : undefined;
  const group: NestedFacts = typeof inner === 'object' && inner !== null ? (inner as NestedFacts) : {};
  facts[name] = group;
  put(group, rest, value);
}
