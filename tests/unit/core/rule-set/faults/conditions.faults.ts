import { aText } from '../../../../support/rule-set.builder';
import { Fault, newFact, set } from './fault';

const condition = '/items/0/condition';
const compare = (when: string, to: object, at: string, value: unknown, code: Fault['code']): Fault => ({
  when,
  edits: [{ at: condition, to }],
  code,
  path: `${condition}${at}`,
  value,
});
const tags = newFact({ type: 'enum_list', values: [{ code: 'red', text: aText('Red') }] });

/** Faults of conditions. */
export const CONDITION_FAULTS: readonly Fault[] = [
  set('a condition names an unknown fact', `${condition}/fact`, 'no.fact', 'condition_unknown_fact'),
  compare(
    'a condition compares with an unknown fact',
    { fact: 'furnaces.busy', operator: 'equal', value: { fact: 'no.fact' } },
    '/value/fact',
    'no.fact',
    'condition_unknown_fact',
  ),
  compare(
    'an operator does not suit the type',
    { fact: 'alarm.kind', operator: 'lessThan', value: 'fixed' },
    '/operator',
    'lessThan',
    'operator_type',
  ),
  compare(
    'a boolean is looked up in a list',
    { fact: 'site.closed', operator: 'in', value: [true] },
    '/operator',
    'in',
    'operator_type',
  ),
  {
    when: 'an enum list is compared',
    edits: [tags, { at: condition, to: { fact: 'extra.fact', operator: 'equal', value: 'red' } }],
    code: 'operator_type',
    path: `${condition}/operator`,
    value: 'equal',
  },
  compare(
    'an integer is compared with a text',
    { fact: 'furnaces.busy', operator: 'equal', value: '2' },
    '/value',
    '2',
    'constant_type',
  ),
  compare(
    'an integer is compared with a fraction',
    { fact: 'furnaces.busy', operator: 'equal', value: 2.5 },
    '/value',
    2.5,
    'constant_type',
  ),
  compare(
    'a boolean is compared with a number',
    { fact: 'site.closed', operator: 'equal', value: 1 },
    '/value',
    1,
    'constant_type',
  ),
  compare(
    'a date is compared with a number',
    { fact: 'alarm.tested', operator: 'equal', value: 2026 },
    '/value',
    2026,
    'constant_type',
  ),
  compare(
    'a date is compared with no day',
    { fact: 'alarm.tested', operator: 'equal', value: '2026-02-29' },
    '/value',
    '2026-02-29',
    'no_such_day',
  ),
  compare(
    'an entry of a list is of another type',
    { fact: 'furnaces.busy', operator: 'notIn', value: [1, 'two'] },
    '/value/1',
    'two',
    'constant_type',
  ),
  compare(
    'an enum is compared with another value',
    { fact: 'alarm.kind', operator: 'equal', value: 'loud' },
    '/value',
    'loud',
    'constant_not_allowed',
  ),
  {
    when: 'an enum list is asked for another value',
    edits: [tags, { at: condition, to: { fact: 'extra.fact', operator: 'contains', value: 'blue' } }],
    code: 'constant_not_allowed',
    path: `${condition}/value`,
    value: 'blue',
  },
  {
    when: 'a number is compared inexactly',
    edits: [
      newFact({ type: 'number' }),
      { at: condition, to: { fact: 'extra.fact', operator: 'equal', value: 1.2345678901234567 } },
    ],
    code: 'number_not_exact',
    path: `${condition}/value`,
    value: 1.2345678901234567,
  },
  compare(
    'an operator takes no list',
    { fact: 'furnaces.busy', operator: 'equal', value: [2] },
    '/value',
    [2],
    'value_is_list',
  ),
  compare(
    'an operator takes a list',
    { fact: 'furnaces.busy', operator: 'in', value: 2 },
    '/value',
    2,
    'value_not_list',
  ),
  compare(
    'a list operator is given a fact',
    { fact: 'furnaces.busy', operator: 'in', value: { fact: 'furnaces.idle' } },
    '/value',
    { fact: 'furnaces.idle' },
    'value_not_list',
  ),
  {
    when: 'an enum list is asked for a fact',
    edits: [tags, { at: condition, to: { fact: 'extra.fact', operator: 'contains', value: { fact: 'alarm.kind' } } }],
    code: 'value_is_fact',
    path: `${condition}/value`,
    value: { fact: 'alarm.kind' },
  },
  compare(
    'facts of different types are compared',
    { fact: 'furnaces.busy', operator: 'equal', value: { fact: 'site.closed' } },
    '/value/fact',
    'site.closed',
    'fact_types_differ',
  ),
  {
    when: 'enums with different values are compared',
    edits: [
      newFact({ type: 'enum', values: [{ code: 'none', text: aText('None') }] }),
      { at: condition, to: { fact: 'extra.fact', operator: 'equal', value: { fact: 'alarm.kind' } } },
    ],
    code: 'fact_values_differ',
    path: `${condition}/value/fact`,
    value: 'alarm.kind',
  },
  compare(
    'a fact is compared with itself',
    { fact: 'furnaces.busy', operator: 'equal', value: { fact: 'furnaces.busy' } },
    '/value/fact',
    'furnaces.busy',
    'fact_with_itself',
  ),
];
