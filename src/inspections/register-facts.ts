import { CompiledRuleSet } from '../core';
import { registerFacts, RegisterState } from '../subjects/register-entry';

type NestedFacts = Record<string, unknown>;

/**
 * The facts of an inspection with those that the register supplies to this rule set: nested, and a copy.
 * What the register does not know stays absent, and is then not checked.
 */
export function withRegisterFacts(
  rules: CompiledRuleSet,
  facts: Readonly<NestedFacts>,
  register: RegisterState,
): Readonly<NestedFacts> {
  const all = structuredClone(facts) as NestedFacts;
  for (const [path, value] of registerFacts(register)) {
    if (rules.catalogue.facts.get(path)?.suppliedBy === 'register') put(all, path.split('.'), value);
  }
  return all;
}

function put(facts: NestedFacts, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    facts[name] = value;
    return;
  }
  const inner = facts[name];
  const group: NestedFacts = typeof inner === 'object' && inner !== null ? (inner as NestedFacts) : {};
  facts[name] = group;
  put(group, rest, value);
}
