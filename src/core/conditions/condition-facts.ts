import { Condition } from '../rule-set/rule-set.types';

/** The facts a condition names, on either side of its leaves. */
export function conditionFacts(condition: Condition, into: Set<string> = new Set()): Set<string> {
  if ('all' in condition) condition.all.forEach((part) => conditionFacts(part, into));
  else if ('any' in condition) condition.any.forEach((part) => conditionFacts(part, into));
  else if ('not' in condition) conditionFacts(condition.not, into);
  else {
    into.add(condition.fact);
    if (typeof condition.value === 'object' && 'fact' in condition.value) into.add(condition.value.fact);
  }
  return into;
}
