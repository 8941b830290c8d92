import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CompiledRuleSet, compileRuleSet, FactDefinition } from '../../../src/core';
import { selectFacts } from '../../../src/core/scenarios/select-facts';
import { FurnaceFacts } from './furnace-facts';

/** The furnace rule set as shipped. */
export function furnaceRules(): CompiledRuleSet {
  const file = resolve(process.cwd(), 'rules/taizhou-hailing-furnace/1.0.0.json');
  return compileRuleSet(JSON.parse(readFileSync(file, 'utf8')));
}

/** Complete facts of inspections: the compliant foundry with about one fact in twelve changed. */
export function inspections(rules: CompiledRuleSet, count: number, random: () => number): readonly FurnaceFacts[] {
  const scenarios = rules.ruleSet.scenarios;
  if (scenarios === undefined) throw new Error('the furnace rule set has scenarios');
  const facts = rules.ruleSet.facts.filter(({ suppliedBy }) => suppliedBy !== 'calculation');
  return Array.from({ length: count }, () => {
    const changed = facts.filter(() => random() < 1 / 12).map((fact) => [fact.path, anyValue(fact, random)] as const);
    return selectFacts(scenarios, {
      base: 'compliant_machinery',
      set: Object.fromEntries(changed),
    }) as unknown as FurnaceFacts;
  });
}

function anyValue(fact: FactDefinition, random: () => number): boolean | number | string {
  switch (fact.type) {
    case 'boolean':
      return random() < 0.5;
    case 'enum':
      return fact.values?.[Math.floor(random() * fact.values.length)]?.code ?? '';
    default:
      return Math.floor(random() * 4);
  }
}
