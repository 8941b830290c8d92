import { MessageCatalogue } from '../../problems/message.types';

/** What can be wrong with the fact catalogue of a rule set, its calculations, conditions and numbers. */
export const FACTS_AND_CONDITIONS_MESSAGES = {
  fact_values_missing: {
    'zh-CN': { message: '{type} 类型的事实未列出取值。', mend: '请在 values 中列出各个取值及其说明。' },
    en: {
      message: 'A fact of type {type} does not list its values.',
      mend: 'List them in "values", each with its text.',
    },
  },
  fact_setting_misplaced: {
    'zh-CN': {
      message: '“{property}”只适用于 {types} 类型，该事实的类型为 {type}，收到的值为 {value}。',
      mend: '请删除该项，或者更正事实的类型。',
    },
    en: {
      message: '"{property}" is only for the types {types}; this fact is of type {type}; received {value}.',
      mend: 'Leave it out, or correct the type of the fact.',
    },
  },
  fact_not_calculated: {
    'zh-CN': {
      message: '只有计算得出的事实才能有“{property}”，该事实的来源为 {suppliedBy}，收到的值为 {value}。',
      mend: '请删除该项，或者将 suppliedBy 改为 calculation。',
    },
    en: {
      message: 'Only a calculated fact has "{property}"; this one is supplied by {suppliedBy}; received {value}.',
      mend: 'Leave it out, or set suppliedBy to calculation.',
    },
  },
  calculated_fact_type: {
    'zh-CN': {
      message: '计算得出的事实只能是 integer 或者 number，收到的是 {value}。',
      mend: '请更正类型；需要判断的，写入记分事项的条件。',
    },
    en: {
      message: 'A calculated fact is an integer or a number; received {value}.',
      mend: 'Correct the type; put what must be judged into the condition of an item.',
    },
  },
  calculated_bounds: {
    'zh-CN': {
      message: '计算得出的事实不设上下限，收到的是 {value}。',
      mend: '请删除该项；需要限定的，在表达式中使用 min 或者 max。',
    },
    en: {
      message: 'A calculated fact has no bounds of its own; received {value}.',
      mend: 'Leave the bound out; to bound the value, use min or max in the expression.',
    },
  },
  expression_missing: {
    'zh-CN': { message: '事实由系统计算，但未给出计算式。', mend: '请填写 expression，或者更正 suppliedBy。' },
    en: {
      message: 'The fact is supplied by calculation, but has no expression.',
      mend: 'Add the expression, or correct suppliedBy.',
    },
  },
  expression_unknown_fact: {
    'zh-CN': { message: '计算式引用的事实 {value} 不在事实目录中。', mend: '请核对名称，或者在 facts 中补充。' },
    en: {
      message: 'The expression names the fact {value}, which the catalogue does not have.',
      mend: 'Check the name, or add it to "facts".',
    },
  },
  expression_fact_type: {
    'zh-CN': {
      message: '计算式引用的事实 {value} 是 {type} 类型，不能参与运算。',
      mend: '请改用 integer 或者 number 类型的事实。',
    },
    en: {
      message: 'The expression names the fact {value}, which is of type {type} and cannot be calculated with.',
      mend: 'Use a fact that is an integer or a number.',
    },
  },
  expression_cycle: {
    'zh-CN': { message: '计算式循环引用：{cycle}。', mend: '请改写其中一个计算式，使其不再依赖自身的结果。' },
    en: {
      message: 'The calculation goes in a circle: {cycle}.',
      mend: 'Rewrite one of these expressions so that none rests on its own result.',
    },
  },
  divide_by_zero: {
    'zh-CN': { message: '除数为 {value}。', mend: '除数为零的，结果永远为空，请更正除数。' },
    en: { message: 'The divisor is {value}.', mend: 'Dividing by zero never has a result; correct the divisor.' },
  },
  rounding_missing: {
    'zh-CN': {
      message: '“{fact}”的计算结果可能有 {places} 位小数，超过允许的 {decimals} 位。',
      mend: '请用 rounding 写明舍入方法，或者放宽 decimals。',
    },
    en: {
      message: 'The calculation of "{fact}" can need {places} decimal places; {decimals} are allowed.',
      mend: 'Declare its rounding, or allow more decimals.',
    },
  },
  rounding_missing_division: {
    'zh-CN': {
      message: '“{fact}”的计算式含有可能除不尽的除法，而结果至多 {decimals} 位小数。',
      mend: '请用 rounding 写明舍入方法。',
    },
    en: {
      message:
        'The calculation of "{fact}" has a division that may not come out even; {decimals} decimal places are allowed.',
      mend: 'Declare its rounding.',
    },
  },
  condition_unknown_fact: {
    'zh-CN': { message: '条件引用的事实 {value} 不在事实目录中。', mend: '请核对名称，或者在 facts 中补充。' },
    en: {
      message: 'The condition names the fact {value}, which the catalogue does not have.',
      mend: 'Check the name, or add it to "facts".',
    },
  },
  operator_type: {
    'zh-CN': {
      message: '运算符 {value} 不能用于 {type} 类型的事实“{fact}”。',
      mend: '该运算符适用于 {types}，请改用其他运算符。',
    },
    en: {
      message: 'The operator {value} cannot look at "{fact}", which is of type {type}.',
      mend: 'It is for {types}; use another operator.',
    },
  },
  constant_type: {
    'zh-CN': {
      message: '{value} 与事实“{fact}”的类型 {type} 不符。',
      mend: '请改为该类型的值；数字、true、false 不加引号，日期写成 YYYY-MM-DD。',
    },
    en: {
      message: '{value} is not of the type {type} of the fact "{fact}".',
      mend: 'Write a value of that type: numbers, true and false without quotation marks, a day as YYYY-MM-DD.',
    },
  },
  constant_not_allowed: {
    'zh-CN': { message: '{value} 不是事实“{fact}”的取值。', mend: '请改为下列取值之一：{allowed}。' },
    en: { message: '{value} is not a value of the fact "{fact}".', mend: 'Use one of {allowed}.' },
  },
  value_is_list: {
    'zh-CN': {
      message: '运算符 {operator} 不能与列表比较，收到的是 {value}。',
      mend: '请改为单个值，或者改用 in、notIn。',
    },
    en: {
      message: 'The operator {operator} does not take a list; received {value}.',
      mend: 'Write one value, or use in or notIn.',
    },
  },
  value_not_list: {
    'zh-CN': { message: '运算符 {operator} 应与列表比较，收到的是 {value}。', mend: '请用方括号列出各个常量。' },
    en: {
      message: 'The operator {operator} takes a list of constants; received {value}.',
      mend: 'Write the constants in square brackets.',
    },
  },
  value_is_fact: {
    'zh-CN': { message: '运算符 {operator} 不能与另一事实比较，收到的是 {value}。', mend: '请改为该事实的一个取值。' },
    en: {
      message: 'The operator {operator} does not take another fact; received {value}.',
      mend: 'Write one of the values of the fact.',
    },
  },
  fact_types_differ: {
    'zh-CN': {
      message: '“{fact}”是 {type} 类型，不能与 {otherType} 类型的事实 {value} 比较。',
      mend: '请改用同类型的事实；integer 与 number 可以互相比较。',
    },
    en: {
      message: '"{fact}" is of type {type} and cannot be compared with {value}, which is of type {otherType}.',
      mend: 'Use a fact of the same type; an integer and a number may be compared.',
    },
  },
  fact_values_differ: {
    'zh-CN': {
      message: '“{fact}”与 {value} 的取值范围不同，不能比较。',
      mend: '请使两者的 values 一致，或者改与常量比较。',
    },
    en: {
      message: '"{fact}" and {value} do not have the same values, so they cannot be compared.',
      mend: 'Give both the same values, or compare with constants.',
    },
  },
  fact_with_itself: {
    'zh-CN': { message: '事实 {value} 与自身比较，结果不因检查情况而变。', mend: '请改与其他事实或者常量比较。' },
    en: {
      message: 'The fact {value} is compared with itself, which always gives the same answer.',
      mend: 'Compare it with another fact or with a constant.',
    },
  },
  min_above_max: {
    'zh-CN': { message: '下限 {value} 大于上限 {max}。', mend: '请核对上下限。' },
    en: { message: 'The least value {value} is above the greatest, {max}.', mend: 'Check both.' },
  },
  number_not_exact: {
    'zh-CN': { message: '{value} 无法准确表示。', mend: '请使用至多 {digits} 位有效数字。' },
    en: { message: '{value} cannot be held exactly.', mend: 'Use at most {digits} significant digits.' },
  },
  number_decimals: {
    'zh-CN': { message: '此处至多 {decimals} 位小数，收到的是 {value}。', mend: '请按规定的位数填写。' },
    en: {
      message: 'At most {decimals} decimal places are allowed here; received {value}.',
      mend: 'Write it with no more places than that.',
    },
  },
} satisfies MessageCatalogue;
