import { pointer, Problem } from '../../problems/problem';
import { Condition, FactDefinition, FactType, Leaf, Operator, RuleSet, Scalar } from '../rule-set.types';
import { checkConstant } from './constants';
import { checkOtherFact } from './fact-pairs';

const ORDERED: readonly FactType[] = ['integer', 'number', 'date'];
const LISTED: readonly FactType[] = ['integer', 'number', 'string', 'enum', 'date'];
const COMPARED: readonly FactType[] = ['boolean', ...LISTED];

/** The types of fact an operator can look at. */
const OPERATOR_TYPES: Readonly<Record<Operator, readonly FactType[]>> = {
  equal: COMPARED,
  notEqual: COMPARED,
  lessThan: ORDERED,
  lessThanInclusive: ORDERED,
  greaterThan: ORDERED,
  greaterThanInclusive: ORDERED,
  in: LISTED,
  notIn: LISTED,
  contains: ['enum_list'],
  doesNotContain: ['enum_list'],
};

/** Every comparison reads a fact of the catalogue with an operator for its type and a value it could have. */
export function checkConditions(ruleSet: RuleSet): Problem[] {
  const facts = new Map(ruleSet.facts.map((fact) => [fact.path, fact]));
  return ruleSet.items.flatMap((item, index) => {
    const path = pointer('/items', index);
    return [
      ...(item.appliesWhen === undefined ? [] : leavesOf(item.appliesWhen, pointer(path, 'appliesWhen'))),
      ...leavesOf(item.condition, pointer(path, 'condition')),
      ...(item.variants ?? []).flatMap(({ when }, n) => leavesOf(when, pointer(path, 'variants', n, 'when'))),
    ].flatMap(({ leaf, at }) => checkLeaf(leaf, at, facts));
  });
}

function leavesOf(condition: Condition, path: string): { readonly leaf: Leaf; readonly at: string }[] {
  if ('not' in condition) return leavesOf(condition.not, pointer(path, 'not'));
  if ('all' in condition) return condition.all.flatMap((part, index) => leavesOf(part, pointer(path, 'all', index)));
  if ('any' in condition) return condition.any.flatMap((part, index) => leavesOf(part, pointer(path, 'any', index)));
  return [{ leaf: condition, at: path }];
}

export function checkLeaf(leaf: Leaf, path: string, facts: ReadonlyMap<string, FactDefinition>): Problem[] {
  const { operator, value } = leaf;
  const fact = facts.get(leaf.fact);
  if (fact === undefined) return [{ code: 'condition_unknown_fact', path: pointer(path, 'fact'), value: leaf.fact }];
  if (!OPERATOR_TYPES[operator].includes(fact.type)) {
    const params = { fact: fact.path, type: fact.type, types: OPERATOR_TYPES[operator].join(', ') };
    return [{ code: 'operator_type', path: pointer(path, 'operator'), value: operator, params }];
  }
  const at = pointer(path, 'value');
  const wantsList = operator === 'in' || operator === 'notIn';
  if (isList(value)) {
    if (!wantsList) return [{ code: 'value_is_list', path: at, value, params: { operator } }];
    return value.flatMap((constant, index) => checkConstant(fact, constant, pointer(at, index)));
  }
  if (wantsList) return [{ code: 'value_not_list', path: at, value, params: { operator } }];
  if (typeof value !== 'object') return checkConstant(fact, value, at);
  if (operator === 'contains' || operator === 'doesNotContain') {
    return [{ code: 'value_is_fact', path: at, value, params: { operator } }];
  }
  return checkOtherFact(fact, value.fact, facts, pointer(at, 'fact'));
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Leaf['value']): value is readonly Scalar[] {
  return Array.isArray(value);
}
