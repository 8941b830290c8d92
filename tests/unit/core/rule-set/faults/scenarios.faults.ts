import { Fault, set } from './fault';

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
