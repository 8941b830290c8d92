import { NONE, Property, text } from './property.types';
import { asExpression, asJson, asString, asTerm, asText, asWhole, FACT_TYPES } from './show';

const SUPPLIERS = {
  inspector: text('检查人员', 'the inspector'),
  register: text('企业台账', 'the register'),
  calculation: text('计算', 'calculation'),
};

const ROUNDINGS = {
  half_up: text('四舍五入', 'half up'),
  half_even: text('四舍六入五成双', 'half to even'),
  up: text('远离零取整', 'away from zero'),
  down: text('向零取整', 'towards zero'),
  ceiling: text('向上取整', 'up'),
  floor: text('向下取整', 'down'),
};

const UNBOUNDED = { text: text('不限', 'no bound') };

/** The properties of a fact of the catalogue, by their path within it. */
export const FACT_PROPERTIES: Readonly<Record<string, Property>> = {
  type: { label: text('类型', 'type'), concern: 'points', show: asTerm(FACT_TYPES) },
  text: { label: text('名称', 'name'), concern: 'text', show: asText },
  unit: { label: text('单位', 'unit'), concern: 'text', show: asText, absent: NONE },
  'values/*/text': { label: text('选项名称', 'name of a value'), concern: 'text', show: asText },
  'values/*': { label: text('选项', 'value'), concern: 'practice', show: asWhole },
  values: { label: text('选项', 'values'), concern: 'practice', show: asJson, absent: NONE },
  min: { label: text('最小值', 'least value'), concern: 'practice', show: asString, absent: UNBOUNDED },
  max: { label: text('最大值', 'greatest value'), concern: 'practice', show: asString, absent: UNBOUNDED },
  decimals: {
    label: text('小数位数', 'decimal places'),
    concern: 'practice',
    show: asString,
    absent: { text: text('3', '3'), value: 3 },
  },
  suppliedBy: { label: text('由谁提供', 'supplier'), concern: 'practice', show: asTerm(SUPPLIERS) },
  expression: { label: text('计算式', 'expression'), concern: 'points', show: asExpression, absent: NONE },
  rounding: { label: text('修约方式', 'rounding'), concern: 'points', show: asTerm(ROUNDINGS), absent: NONE },
};
