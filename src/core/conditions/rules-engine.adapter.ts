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
 * "not violated". There are no handlers, no JSONPath, no priorities and no operators but ours.
 */
export async function decideConditions(
  conditions: readonly NamedCondition[],
  facts: Facts,
): Promise<ReadonlyMap<string, boolean>> {
  const engine = new Engine(conditions.map(toRule), { allowUndefinedFacts: false, pathResolver: factAt });
  for (const [name, compare] of Object.entries(OPERATORS)) {
    engine.removeOperator(name);
    engine.addOperator<FactValue, Wanted>(name, compare);
  }
  const { results, failureResults } = await engine.run({ [ALL_FACTS]: facts });
  const decided = new Map<string, boolean>();
  for (const { name, result } of [...results, ...failureResults]) {
    if (typeof result === 'boolean') decided.set(name, result);
  }
  if (decided.size !== conditions.length) {
    throw new Error(`json-rules-engine decided ${decided.size} of ${conditions.length} conditions`);
  }
  return decided;
}

/** All facts go in as one, looked up by our own resolver: the engine hashes every fact it is given. */
const ALL_FACTS = 'facts';

function factAt(facts: object, path: string): FactValue {
  const value = (facts as Facts).get(path);
  if (value === undefined) throw new Error(`a condition was put to json-rules-engine without its fact ${path}`);
  return value;
}

function toRule({ name, condition }: NamedCondition): RuleProperties {
  return { name, conditions: translate(condition), event: { type: name } };
}

/** Conditions never change, so each is translated once. The engine copies what it is given. */
const translated = new WeakMap<Condition, TopLevelCondition>();

function translate(condition: Condition): TopLevelCondition {
  const known = translated.get(condition);
  if (known !== undefined) return known;
  const node = translateNode(condition);
  // json-rules-engine takes no leaf as the root of a rule.
  const root = ('fact' in condition ? { all: [node] } : node) as TopLevelCondition;
  translated.set(condition, root);
  return root;
}

function translateNode(condition: Condition): object {
  if ('all' in condition) return { all: condition.all.map(translateNode) };
  if ('any' in condition) return { any: condition.any.map(translateNode) };
  if ('not' in condition) return { not: translateNode(condition.not) };
  const { fact, operator, value } = condition;
  const isReference = typeof value === 'object' && 'fact' in value;
  return { ...locate(fact), operator, value: isReference ? locate(value.fact) : value };
}

const locate = (path: string): object => ({ fact: ALL_FACTS, path });
