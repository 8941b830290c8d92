import { Fault, set } from './fault';
import { aText } from '../../../../support/rule-set.builder';

const fact = (n: number, property: string): string => `/facts/${n}/${property}`;
const condition = '/items/0/condition';
const compare = (when: string, to: object, at: string, value: unknown, code: Fault['code']): Fault => ({
  when,
  edits: [{ at: condition, to }],
  code,
  path: `${condition}${at}`,
  value,
});
const newFact = (extra: object): { at: string; to: unknown } => ({
  at: '/facts/-',
  to: { path: 'extra.fact', text: aText('Extra'), suppliedBy: 'inspector', ...extra },
});
const tags = newFact({ type: 'enum_list', values: [{ code: 'red', text: aText('Red') }] });
const calculated = (type: string, expression: unknown): { at: string; to: unknown } =>
  newFact({ type, suppliedBy: 'calculation', expression });

/** Faults of facts, calculations and conditions. */
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

const repeatedCode = (list: string, code: string): Fault['edits'] => [
  { at: `${list}/-`, to: { code, text: aText('Again') } },
];

/** Faults of everything else. */
export const OTHER_FAULTS: readonly Fault[] = [
  {
    when: 'a category is declared twice',
    edits: repeatedCode('/categories', 'equipment'),
    code: 'code_repeated',
    path: '/categories/1/code',
    value: 'equipment',
  },
  {
    when: 'an enum value is declared twice',
    edits: repeatedCode('/facts/3/values', 'none'),
    code: 'code_repeated',
    path: '/facts/3/values/2/code',
    value: 'none',
  },
  {
    when: 'an item is declared twice',
    edits: [{ at: '/items/1/code', to: 'A1' }],
    code: 'code_repeated',
    path: '/items/1/code',
    value: 'A1',
  },
  {
    when: 'a rung is declared twice',
    edits: [{ at: '/ladder/rungs/1/code', to: 'visit' }],
    code: 'code_repeated',
    path: '/ladder/rungs/1/code',
    value: 'visit',
  },
  {
    when: 'a scenario is declared twice',
    edits: [{ at: '/scenarios/cases/1/code', to: 'four-furnaces' }],
    code: 'code_repeated',
    path: '/scenarios/cases/1/code',
    value: 'four-furnaces',
  },
  set('a category is unknown', '/items/0/category', 'none', 'unknown_category'),
  set('a responsible role is unknown', '/items/0/roles/responsible', 'none', 'unknown_role'),
  set('an involved role is unknown', '/items/0/roles/involved/0', 'none', 'unknown_role'),
  set('an authority is unknown', '/ladder/rungs/0/authority', 'none', 'unknown_authority'),
  set('a cited source is unknown', '/items/0/legalBasis/0/source', 'none', 'unknown_source'),
  set('the source of the whole is unknown', '/legalBasis/0/source', 'none', 'unknown_source'),
  ...[
    '/items/0/points',
    '/items/0/variants/0/points',
    '/items/0/plausiblePoints/max',
    '/ladder/rungs/1/points',
    '/accumulation/fullMark',
    '/accumulation/ceiling',
    '/scenarios/cases/0/expect/points',
    '/scenarios/cases/0/expect/items/A1/points',
    '/scenarios/cases/1/expect/0/total',
  ].map((at) => set(`points have four decimal places: ${at}`, at, 10.0005, 'number_decimals')),
  {
    when: 'plausible points are reversed',
    edits: [{ at: '/items/0/plausiblePoints/max', to: 1 }],
    code: 'min_above_max',
    path: '/items/0/plausiblePoints/min',
    value: 2,
  },
  {
    when: 'an exclusive item is unknown',
    edits: [{ at: '/items/0/exclusiveWith', to: ['A9'] }],
    code: 'unknown_item',
    path: '/items/0/exclusiveWith/0',
    value: 'A9',
  },
  {
    when: 'an item excludes itself',
    edits: [{ at: '/items/0/exclusiveWith', to: ['A1'] }],
    code: 'exclusive_with_itself',
    path: '/items/0/exclusiveWith/0',
    value: 'A1',
  },
  {
    when: 'an exclusion is one-sided',
    edits: [{ at: '/items/0/exclusiveWith', to: ['A2'] }],
    code: 'exclusive_one_sided',
    path: '/items/0/exclusiveWith/0',
    value: 'A2',
  },
  {
    when: 'a group of exclusive items is too large',
    edits: groupOf(17),
    code: 'exclusive_group_too_large',
    path: '/items/2/exclusiveWith',
    value: ['X1', 'X16'],
  },
  set('a cycle has five months', '/accumulation/cycle/months', 5, 'cycle_months'),
  set('rungs do not rise', '/ladder/rungs/1/points', 3, 'rungs_not_rising'),
  set('a source begins on no day', '/sources/0/inForceFrom', '2025-02-29', 'no_such_day'),
  set('a source ends when it begins', '/sources/0/inForceTo', '2025-01-01', 'period_reversed'),
  set('a time zone is unknown', '/timeZone', 'Asia/Taizhou', 'unknown_time_zone'),
  {
    when: 'a reference draft has no notice',
    edits: [{ at: '/status', to: 'reference_draft' }],
    code: 'notice_missing',
    path: '/notice',
  },
  ...['recompute', 'most_favourable'].map((rule): Fault => ({
    when: `the transition is ${rule}`,
    edits: [{ at: '/transition', to: { runningCycle: rule } }],
    code: 'not_supported',
    path: '/transition/runningCycle',
    value: rule,
  })),
];

const [scoring, history] = ['/scenarios/cases/0', '/scenarios/cases/1'];

/** Faults of scenarios that show without running them. */
export const SCENARIO_FAULTS: readonly Fault[] = [
  set('a base is unknown', `${scoring}/facts/base`, 'none', 'unknown_base_facts'),
  set('a fact that is set is unknown', `${scoring}/facts/set/no.fact`, 1, 'unknown_fact'),
  set('a calculated fact is set', `${scoring}/facts/set/furnaces.busy`, 1, 'calculated_fact'),
  {
    when: 'a fact that is removed is unknown',
    edits: [{ at: `${scoring}/facts/unset`, to: ['no.fact'] }],
    code: 'unknown_fact',
    path: `${scoring}/facts/unset/0`,
    value: 'no.fact',
  },
  set('base facts have an unknown fact', '/scenarios/baseFacts/0/facts/furnaces/hot', 1, 'unknown_fact'),
  set('base facts have a value for a group', '/scenarios/baseFacts/0/facts/furnaces', 3, 'unknown_fact'),
  set('base facts have a calculated fact', '/scenarios/baseFacts/0/facts/furnaces/busy', 3, 'calculated_fact'),
  {
    when: 'an expected item is unknown',
    edits: [{ at: `${scoring}/expect/items/A9`, to: { outcome: 'compliant' } }],
    code: 'unknown_item',
    path: `${scoring}/expect/items/A9`,
    value: 'A9',
  },
  {
    when: 'an expected violation states no points',
    edits: [{ at: `${scoring}/expect/items/A1/points` }],
    code: 'expected_points_missing',
    path: `${scoring}/expect/items/A1/points`,
  },
  set('the item in its place is unknown', `${scoring}/expect/items/A1/replacedBy`, 'A9', 'unknown_item'),
  {
    when: 'a missing fact is calculated',
    edits: [{ at: `${scoring}/expect/items/A1/missingFacts`, to: ['furnaces.busy'] }],
    code: 'calculated_fact',
    path: `${scoring}/expect/items/A1/missingFacts/0`,
    value: 'furnaces.busy',
  },
  {
    when: 'an expected range is reversed',
    edits: [{ at: `${scoring}/expect/pointsRange`, to: { min: 3, max: 2 } }],
    code: 'min_above_max',
    path: `${scoring}/expect/pointsRange/min`,
    value: 3,
  },
  {
    when: 'an expected rung is unknown',
    edits: [{ at: `${history}/expect/0/rungs/-`, to: 'none' }],
    code: 'unknown_rung',
    path: `${history}/expect/0/rungs/1`,
    value: 'none',
  },
  set('a finding is of an unknown inspection', `${history}/history/1/finding/inspection`, 'i9', 'unknown_inspection'),
  set(
    'a finding is of something else than an inspection',
    `${history}/history/1/finding/inspection`,
    'r1',
    'unknown_inspection',
  ),
  set('a finding is of an unknown item', `${history}/history/1/finding/item`, 'A9', 'unknown_item'),
  set(
    'an expected finding is unknown',
    `${history}/expect/0/postings/0/finding/inspection`,
    'i9',
    'unknown_inspection',
  ),
  set('a key is used twice', `${history}/history/2/key`, 'i1', 'duplicate_key'),
  {
    when: 'only some records are numbered',
    edits: [{ at: `${history}/history/0/number`, to: 1 }],
    code: 'numbers_incomplete',
    path: `${history}/history/1/number`,
  },
  {
    when: 'a number is used twice',
    edits: [1, 2, 2].map((to, n) => ({ at: `${history}/history/${n}/number`, to })),
    code: 'duplicate_number',
    path: `${history}/history/2/number`,
    value: 2,
  },
  {
    when: 'an annulled record is unknown',
    edits: annulling('i9'),
    code: 'no_such_record',
    path: `${history}/history/3/annuls/record`,
    value: 'i9',
  },
  {
    when: 'a record annuls itself',
    edits: annulling('a1'),
    code: 'no_such_record',
    path: `${history}/history/3/annuls/record`,
    value: 'a1',
  },
  ...['history/0/inspectedOn', 'history/1/completedOn', 'history/2/inspectedOn', 'expect/0/asOf'].map((at) =>
    set(`a day does not exist: ${at}`, `${history}/${at}`, '2026-02-29', 'no_such_day'),
  ),
  set('an instant does not exist', `${history}/history/0/knownAt`, '2026-02-29T08:00:00Z', 'no_such_instant'),
  {
    when: 'the next cycle day does not exist',
    edits: [{ at: `${history}/expect/0/next`, to: { day: '2026-09-31', clears: 0, carries: 3 } }],
    code: 'no_such_day',
    path: `${history}/expect/0/next/day`,
    value: '2026-09-31',
  },
];

function annulling(record: string): Fault['edits'] {
  return [
    { at: `${history}/history/-`, to: { type: 'annulment', key: 'a1', decidedOn: '2026-03-11', annuls: { record } } },
  ];
}

/** A ring of exclusive items: each excludes its neighbours only, and yet all of them are connected. */
function groupOf(size: number): Fault['edits'] {
  return Array.from({ length: size }, (_, n) => ({
    at: '/items/-',
    to: {
      code: `X${n}`,
      title: aText(`X${n}`),
      category: 'equipment',
      condition: { fact: 'site.closed', operator: 'equal', value: true },
      points: 1,
      exclusiveWith: [(n + 1) % size, (n + size - 1) % size].map((other) => `X${other}`),
      roles: { responsible: 'manager' },
      rectification: { deadline: 'at_once' },
      majorHazard: { status: 'no' },
      legalBasis: [{ source: 'notice', article: aText('1'), certainty: 'seen' }],
    },
  }));
}
