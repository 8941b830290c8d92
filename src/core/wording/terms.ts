import { Operator, Outcome, Text } from '../rule-set/rule-set.types';

const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

/** What an inspection finds of an item. */
export const OUTCOME_TERMS: Readonly<Record<Outcome, Text>> = {
  violated: text('违规', 'violated'),
  compliant: text('符合', 'compliant'),
  not_applicable: text('不适用', 'not applicable'),
  not_checked: text('未检查', 'not checked'),
};

/** An operator between the value found and the value wanted. */
export const OPERATOR_TERMS: Readonly<Record<Operator, Text>> = {
  equal: text('等于', 'is'),
  notEqual: text('不等于', 'is not'),
  lessThan: text('小于', 'is less than'),
  lessThanInclusive: text('不大于', 'is at most'),
  greaterThan: text('大于', 'is more than'),
  greaterThanInclusive: text('不小于', 'is at least'),
  in: text('属于', 'is one of'),
  notIn: text('不属于', 'is none of'),
  contains: text('包含', 'includes'),
  doesNotContain: text('不包含', 'does not include'),
};
