import { Facts } from '../facts/read-facts';
import { Condition } from '../rule-set/rule-set.types';
import { OPERATORS } from './operators';
import { Truth } from './trace';

/**
 * What a condition comes to over facts some of which may be absent, without explaining it: always the `result` of
 * `traceCondition`. True and false stand whatever the absent facts may be.
 */
export function truthOf(condition: Condition, facts: Facts): Truth {
  if ('all' in condition) return whileNot(false, condition.all, facts);
  if ('any' in condition) return whileNot(true, condition.any, facts);
  if ('not' in condition) {
    const truth = truthOf(condition.not, facts);
    return truth === null ? null : !truth;
  }
  const { value } = condition;
  const found = facts.get(condition.fact);
  const wanted = typeof value === 'object' && 'fact' in value ? facts.get(value.fact) : value;
  return found === undefined || wanted === undefined ? null : OPERATORS[condition.operator](found, wanted);
}

/** The first part of that truth settles it; an unknown one leaves it unknown, else it is the opposite. */
function whileNot(settling: boolean, parts: readonly Condition[], facts: Facts): Truth {
  let unknown = false;
  for (const part of parts) {
    const truth = truthOf(part, facts);
    if (truth === settling) return settling;
    if (truth === null) unknown = true;
  }
  return unknown ? null : !settling;
}
