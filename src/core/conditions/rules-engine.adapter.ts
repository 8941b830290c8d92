import { Engine, RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { Facts } from '../facts/read-facts';
import { Condition, FactValue } from '../rule-set/rule-set.types';
import { OPERATORS, Wanted } from './operators';

/** A condition to decide, under a name unique in its run. All facts it reads must be present. */
export interface NamedCondition {
  readonly name: string;
  readonly condition: Condition;
}

/**
 * Decides conditions with json-rules-engine; the only file that touches it.
 *
 * Every run has an engine of its own: a shared one loses rules without an error when two runs overlap, or when the run
 * before was rejected. That every rule came back is asserted all the same, since a rule that is missing would read as
 * "not violated". There are no handlers, no paths, no priorities and no operators but ours.
 */
export async function decideConditions(
  conditions: readonly NamedCondition[],
  facts: Facts,
): Promise<ReadonlyMap<string, boolean>> {
  const engine = new Engine(conditions.map(toRule), { allowUndefinedFacts: false, pathResolver: refusePath });
  for (const [name, compare] of Object.entries(OPERATORS)) {
    engine.removeOperator(name);
    engine.addOperator<FactValue, Wanted>(name, compare);
  }
  const { results, failureResults } = await engine.run(Object.fromEntries(facts));
  const decided = new Map<string, boolean>();
  for (const { name, result } of [...results, ...failureResults]) {
    if (typeof result === 'boolean') decided.set(name, result);
  }
  if (decided.size !== conditions.length) {
    throw new Error(`json-rules-engine decided ${decided.size} of ${conditions.length} conditions`);
  }
  return decided;
}

function toRule({ name, condition }: NamedCondition): RuleProperties {
  // json-rules-engine takes no leaf as the root of a rule.
  const isLeaf = 'fact' in condition;
  return { name, conditions: (isLeaf ? { all: [condition] } : condition) as TopLevelCondition, event: { type: name } };
}

function refusePath(): never {
  throw new Error('paths are refused when a rule set is checked');
}
