import { aText } from '../../../../support/rule-set.builder';
import { Fault, set } from './fault';

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
