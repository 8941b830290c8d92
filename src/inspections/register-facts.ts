import { CompiledRuleSet, NestedFacts, putFact } from '../core';
import { registerFacts, RegisterState } from '../subjects/register-entry';

/** The facts that the register supplies to a rule set, nested. What it does not know stays absent: not checked. */
export function registerFactsFor(rules: CompiledRuleSet, register: RegisterState): NestedFacts {
  const facts: NestedFacts = {};
  for (const [path, value] of registerFacts(register)) {
    if (rules.catalogue.facts.get(path)?.suppliedBy === 'register') putFact(facts, path, value);
  }
  return facts;
}
