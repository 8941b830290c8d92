import { civilDate } from '../../../src/core';
import { LifeAct, LifeState, statesFor, stepTo } from '../../../src/rule-sets/life/life-of-a-version';
import { versionStateOn } from '../../../src/rule-sets/life/version-state';

describe('the life of a version', () => {
  const STATES: readonly LifeState[] = [
    'draft',
    'in_review',
    'approved',
    'published',
    'not_scheduled',
    'scheduled',
    'in_force',
    'superseded',
    'retired',
    'withdrawn',
  ];

  it.each<[LifeAct, Partial<Record<LifeState, LifeState>>]>([
    ['change', { draft: 'draft', in_review: 'draft', approved: 'draft' }],
    ['discard', { draft: 'draft' }],
    ['submit', { draft: 'in_review' }],
    ['approve', { in_review: 'in_review' }],
    ['complete', { in_review: 'approved' }],
    ['reject', { in_review: 'draft', approved: 'draft' }],
    ['publish', { approved: 'published' }],
    ['withdraw', { scheduled: 'withdrawn' }],
    ['retire', { in_force: 'retired' }],
  ])('lets %s lead from and to exactly these', (act, steps) => {
    expect(STATES.map((state) => stepTo(state, act))).toEqual(STATES.map((state) => steps[state]));
    expect(statesFor(act)).toEqual(STATES.filter((state) => state in steps));
  });
});

describe('the state of a published version', () => {
  const on = (day: string, from: string | undefined, to: string | null, marks = {}): string => {
    const inForce = from === undefined ? [] : [{ from: civilDate(from), to: to === null ? null : civilDate(to) }];
    return versionStateOn({ inForce, withdrawn: false, retired: false, ...marks }, civilDate(day));
  };

  it.each([
    ['2026-09-30', 'scheduled'],
    ['2026-10-01', 'in_force'],
    ['2027-09-30', 'in_force'],
    ['2027-10-01', 'superseded'],
  ])('on %s is %s', (day, state) => expect(on(day, '2026-10-01', '2027-10-01')).toBe(state));

  it('stays in force while its period is open', () => {
    expect(on('2999-12-31', '2026-10-01', null)).toBe('in_force');
  });

  it('is retired once its last day is over, not before', () => {
    expect(on('2027-09-30', '2026-10-01', '2027-10-01', { retired: true })).toBe('in_force');
    expect(on('2027-10-01', '2026-10-01', '2027-10-01', { retired: true })).toBe('retired');
  });

  it('is withdrawn for good', () => {
    expect(on('2026-10-01', undefined, null, { withdrawn: true })).toBe('withdrawn');
  });

  it('without any day in force is not scheduled', () =>
    expect(on('2026-10-01', undefined, null)).toBe('not_scheduled'));
});
