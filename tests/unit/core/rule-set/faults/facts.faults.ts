import { aText } from '../../../../support/rule-set.builder';
import { Fault, newFact, set } from './fault';

const fact = (n: number, property: string): string => `/facts/${n}/${property}`;
const calculated = (type: string, expression: unknown): { at: string; to: unknown } =>
  newFact({ type, suppliedBy: 'calculation', expression });

/** Faults of facts and calculations. */
export const FACT_FAULTS: readonly Fault[] = [
  {
    when: 'a fact lies within another',
    edits: [newFact({ type: 'boolean', path: 'alarm.kind.note' })],
    code: 'fact_within_fact',
    path: fact(6, 'path'),
    value: 'alarm.kind.note',
  },
  {
    when: 'a path is used twice',
    edits: [newFact({ type: 'boolean', path: 'site.closed' })],
    code: 'code_repeated',
    path: fact(6, 'path'),
    value: 'site.closed',
  },
  {
    when: 'an enum has no values',
    edits: [{ at: fact(3, 'values') }, { at: '/items/1/condition/any/0' }],
    code: 'fact_values_missing',
    path: fact(3, 'values'),
  },
  set('a boolean has a bound', fact(5, 'min'), 0, 'fact_setting_misplaced'),
  set('an integer states decimals', fact(0, 'decimals'), 2, 'fact_setting_misplaced'),
  set('a date has values', fact(4, 'values'), [{ code: 'a', text: aText('a') }], 'fact_setting_misplaced'),
  set('an entered fact has rounding', fact(0, 'rounding'), 'up', 'fact_not_calculated'),
  set('an entered fact has an expression', fact(0, 'expression'), 1, 'fact_not_calculated'),
  {
    when: 'bounds are reversed',
    edits: [{ at: fact(0, 'min'), to: 101 }],
    code: 'min_above_max',
    path: fact(0, 'min'),
    value: 101,
  },
  set('a bound of an integer has a fraction', fact(0, 'max'), 9.5, 'number_decimals'),
  {
    when: 'a bound cannot be held exactly',
    edits: [newFact({ type: 'number', max: 0.1234567890123456 })],
    code: 'number_not_exact',
    path: fact(6, 'max'),
    value: 0.1234567890123456,
  },
  {
    when: 'a calculated fact is a truth value',
    edits: [calculated('boolean', 1)],
    code: 'calculated_fact_type',
    path: fact(6, 'type'),
    value: 'boolean',
  },
  {
    when: 'a calculated fact has no expression',
    edits: [{ at: fact(2, 'expression') }],
    code: 'expression_missing',
    path: fact(2, 'expression'),
  },
  {
    when: 'a calculated fact has a bound of its own',
    edits: [{ at: fact(2, 'max'), to: 10 }],
    code: 'calculated_bounds',
    path: fact(2, 'max'),
    value: 10,
  },
  {
    when: 'an expression names an unknown fact',
    edits: [{ at: fact(2, 'expression'), to: { ceil: { fact: 'no.fact' } } }],
    code: 'expression_unknown_fact',
    path: fact(2, 'expression/ceil/fact'),
    value: 'no.fact',
  },
  {
    when: 'an expression names a date',
    edits: [{ at: fact(2, 'expression'), to: { fact: 'alarm.tested' } }],
    code: 'expression_fact_type',
    path: fact(2, 'expression/fact'),
    value: 'alarm.tested',
  },
  {
    when: 'an expression has an inexact constant',
    edits: [{ at: fact(2, 'expression'), to: { floor: 1234567890.1234567 } }],
    code: 'number_not_exact',
    path: fact(2, 'expression/floor'),
    value: 1234567890.1234567,
  },
  {
    when: 'a fact is calculated from itself',
    edits: [{ at: fact(2, 'expression'), to: { fact: 'furnaces.busy' } }],
    code: 'expression_cycle',
    path: fact(2, 'expression'),
    value: { fact: 'furnaces.busy' },
  },
  {
    when: 'an expression divides by zero',
    edits: [{ at: fact(2, 'expression'), to: { floor: { divide: [1, 0] } } }],
    code: 'divide_by_zero',
    path: fact(2, 'expression/floor/divide/1'),
    value: 0,
  },
  {
    when: 'an integer is calculated with a fraction',
    edits: [calculated('integer', { multiply: [{ fact: 'furnaces.total' }, 0.5] })],
    code: 'rounding_missing',
    path: fact(6, 'rounding'),
  },
  {
    when: 'a quotient may not come out even',
    edits: [calculated('number', { divide: [{ fact: 'furnaces.total' }, 3] })],
    code: 'rounding_missing_division',
    path: fact(6, 'rounding'),
  },
];
