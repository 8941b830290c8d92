import { CompiledRuleSet, NestedFacts, putFact } from '../core';
import { registerFacts, RegisterState } from '../subjects/register-entry';

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
    if (rules.catalogue.facts.get(path)?.suppliedBy === 'register') putFact(all, path, value);
  }
  return all;
}
