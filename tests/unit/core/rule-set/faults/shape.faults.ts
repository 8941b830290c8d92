import { Fault, set, within } from './fault';

const leaf = { fact: 'site.closed', operator: 'equal', value: true };
const condition = '/items/0/condition';
const nested = (depth: number): unknown => (depth === 1 ? leaf : { not: nested(depth - 1) });
const record = '/scenarios/cases/1/history/1';

/** Documents that are too large or have not the shape of a rule set: one precise problem each. */
export const SHAPE_FAULTS: readonly Fault[] = [
  {
    when: 'a property is missing',
    edits: [{ at: '/items/0/points' }],
    code: 'property_missing',
    path: '/items/0/points',
  },
  set('a property is unknown', '/items/0/colour', 'red', 'property_unknown'),
  set('a text is a number', '/title/en', 5, 'not_text'),
  set('a number is a text', '/items/0/points', '3', 'not_number'),
  set('a whole number has a fraction', '/accumulation/cycle/months', 1.5, 'not_integer'),
  within(
    'a truth value is a text',
    '/inspectors',
    { certificateRequired: 'yes' },
    '/certificateRequired',
    'yes',
    'not_boolean',
  ),
  set('an object is a text', '/title', 'Points', 'not_object'),
  set('a list is an object', '/items', {}, 'not_list'),
  within(
    'a constant of a list is null',
    condition,
    { ...leaf, operator: 'in', value: [null] },
    '/value/0',
    null,
    'not_constant',
  ),
  set('a value is not of the list', '/status', 'final', 'not_allowed'),
  set('the format version is another', '/formatVersion', 2, 'not_allowed'),
  set('days are working days', '/items/0/rectification/deadline/dayKind', 'working', 'not_allowed'),
  set('a deadline has no known form', '/items/0/rectification/deadline', 'soon', 'form_unknown'),
  set('a value compared with is null', `${condition}/value`, null, 'form_unknown'),
  within('an annulment names neither finding nor record', record, annulment({}), '/annuls', {}, 'form_unknown'),
  set('an expression has no operation', '/facts/2/expression', {}, 'form_unknown'),
  within('an operation has too few operands', '/facts/2/expression', { add: [1] }, '/add', [1], 'list_too_short'),
  within(
    'an operand has no known form',
    '/facts/2/expression',
    { add: [1, { add: [2, null] }] },
    '/add/1/add/1',
    null,
    'form_unknown',
  ),
  set('a scenario has neither facts nor history', '/scenarios/cases/0', { code: 'x' }, 'form_unknown'),
  set('a fact is set to an object', '/scenarios/cases/0/facts/set/alarm.kind', {}, 'form_unknown'),
  set('a record has an unknown kind', `${record}/type`, 'visit', 'not_allowed'),
  { when: 'a record has no kind', edits: [{ at: `${record}/type` }], code: 'property_missing', path: `${record}/type` },
  set('a record has a property of another kind', `${record}/passed`, true, 'property_unknown'),
  {
    when: 'a record lacks its day',
    edits: [{ at: `${record}/completedOn` }],
    code: 'property_missing',
    path: `${record}/completedOn`,
  },
  set('a code has a blank', '/items/0/code', 'A 1', 'bad_code'),
  {
    when: 'an expected item has no code',
    edits: [{ at: '/scenarios/cases/0/expect/items/A 1', to: { outcome: 'compliant' } }],
    code: 'bad_code',
    path: '/scenarios/cases/0/expect/items/A 1',
    value: 'A 1',
  },
  set('a path begins with a capital', '/facts/0/path', 'Furnaces', 'bad_fact_path'),
  set('a key has a blank', `${record}/key`, 'r 1', 'bad_key'),
  set('an id has a capital', '/id', 'Small', 'bad_rule_set_id'),
  set('a version has two parts', '/version', '1.0', 'bad_version'),
  set('a day is written otherwise', '/sources/0/inForceFrom', '1/1/2025', 'no_such_day'),
  set('an instant has no offset', `${record}/knownAt`, '2026-03-09T08:00:00', 'no_such_instant'),
  set('points are negative', '/items/0/points', -1, 'number_too_small'),
  set('points are too many', '/items/0/points', 100001, 'number_too_large'),
  set('a text is empty', '/title/en', '', 'text_empty'),
  set('a text is too long', '/title/en', 'x'.repeat(4001), 'text_too_long'),
  set('there are no items', '/items', [], 'list_too_short'),
  set('a citation list is too long', '/legalBasis', Array(33).fill(citation()), 'list_too_long'),
  set('too many facts are set', '/scenarios/cases/0/facts/set', tooManyFacts(), 'properties_too_many'),
  {
    when: 'a role is named twice',
    edits: [{ at: '/items/0/roles/involved/-', to: 'electrician' }],
    code: 'entry_repeated',
    path: '/items/0/roles/involved/1',
    value: 'electrician',
  },
  {
    when: 'a condition has two groups',
    edits: [{ at: condition, to: { all: [leaf], any: [leaf] } }],
    code: 'condition_several',
    path: condition,
  },
  {
    when: 'a group is empty',
    edits: [{ at: condition, to: { all: [] } }],
    code: 'condition_empty',
    path: `${condition}/all`,
    value: [],
  },
  {
    when: 'a group is no list',
    edits: [{ at: condition, to: { any: leaf } }],
    code: 'not_list',
    path: `${condition}/any`,
    value: leaf,
  },
  {
    when: 'a group is too long',
    edits: [{ at: condition, to: { any: Array(65).fill(leaf) } }],
    code: 'list_too_long',
    path: `${condition}/any`,
    value: 65,
  },
  set('a condition is empty', condition, {}, 'condition_form'),
  set('a condition is a text', condition, 'always', 'not_object'),
  ...['path', 'params', 'priority', 'name', 'condition'].map((key) =>
    set(`a comparison has '${key}'`, `${condition}/${key}`, '$.x', 'condition_key_refused'),
  ),
  {
    when: 'a group has a fact beside it',
    edits: [{ at: condition, to: { all: [leaf], fact: 'x' } }],
    code: 'condition_key_refused',
    path: `${condition}/fact`,
    value: 'x',
  },
  {
    when: 'a comparison has no operator',
    edits: [{ at: `${condition}/operator` }],
    code: 'property_missing',
    path: `${condition}/operator`,
  },
  {
    when: 'a comparison has no value',
    edits: [{ at: `${condition}/value` }],
    code: 'property_missing',
    path: `${condition}/value`,
  },
  set('an operator is unknown', `${condition}/operator`, 'matches', 'not_allowed'),
  set('a variant has a bad condition', '/items/0/variants/0/when', { nor: [] }, 'condition_form'),
  {
    when: 'a condition is nested too deep',
    edits: [{ at: condition, to: nested(11) }],
    code: 'condition_too_deep',
    path: `${condition}${'/not'.repeat(10)}`,
  },
];

function annulment(annuls: unknown): unknown {
  return { type: 'annulment', decidedOn: '2026-03-09', annuls };
}

function citation(): unknown {
  return { source: 'notice', article: { 'zh-CN': '第一条', en: 'Article 1' }, certainty: 'seen' };
}

function tooManyFacts(): unknown {
  return Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`fact${n}`, 1]));
}
