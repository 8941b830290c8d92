import { Standing } from '../../../../src/core/ledger/standing.types';
import { aHistory, HistoryBuilder, reached } from '../../../support/history.builder';
import { LedgerSettings } from '../../../support/ledger-rules.builder';

const ITEMS = [0.001, 1, 2, 2.999, 3, 5.999, 6, 9.999, 10].map((points) => ({ code: `I${points}`, points }));

const scoring = (points: number, settings: LedgerSettings = {}): Standing =>
  aHistory({ items: ITEMS, ...settings })
    .inspected('i', '2025-11-12', [`I${points}`])
    .standing('2025-11-12');

/** Each measure as `rung day`. */
const measures = (standing: Standing): readonly string[] =>
  standing.measures.map(({ rung, dueOn }) => `${rung} ${dueOn}`);

const newRungs = (standing: Standing): readonly string[] =>
  standing.rungs.filter(({ isNew }) => isNew).map(({ code }) => code);

describe('a rung', () => {
  it.each([
    [2.999, [], 'R3', 0.001],
    [3, ['R3'], 'R6', 3],
    [5.999, ['R3'], 'R6', 0.001],
    [6, ['R3', 'R6'], 'R10', 4],
    [9.999, ['R3', 'R6'], 'R10', 0.001],
  ])('at %p points: %j, then %s in %p', (points, rungs, next, distance) => {
    const standing = scoring(points);
    expect(reached(standing)).toEqual(rungs);
    expect(standing.nextRung).toMatchObject({ code: next, distance });
  });

  it('has none after the last', () => {
    expect(reached(scoring(10))).toEqual(['R3', 'R6', 'R10']);
    expect(scoring(10).nextRung).toBeNull();
  });

  it('is reached only above its points under more_than (A9)', () => {
    expect(reached(scoring(3, { ladder: { reaching: 'more_than' } }))).toEqual([]);
    const above = aHistory({ items: ITEMS, ladder: { reaching: 'more_than' } }).inspected('i', '2025-11-12', [
      'I3',
      'I0.001',
    ]);
    expect(reached(above.standing('2025-11-12'))).toEqual(['R3']);
  });

  it('has every rung before it with nobody on record', () => {
    expect(aHistory().standing('2026-01-01')).toMatchObject({
      total: 0,
      measures: [],
      nextRung: { code: 'R3', points: 3, distance: 3 },
      cycle: { from: '2025-10-01', to: '2026-10-01' },
    });
  });

  it('is new on the very day it is reached', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['P3']).inspected('j', '2026-03-05', ['P6']);
    expect(newRungs(history.standing('2025-11-12'))).toEqual(['R3']);
    expect(newRungs(history.standing('2025-11-13'))).toEqual([]);
    expect(newRungs(history.standing('2026-03-05'))).toEqual(['R6']);
    expect(history.standing('2026-09-30').rungs.map(({ since }) => since)).toEqual([
      '2025-11-12',
      '2026-03-05',
      undefined,
    ]);
  });

  it('says what is done and by whom', () => {
    expect(scoring(3).rungs[0]).toMatchObject({ points: 3, authority: 'town', measure: { code: 'measure-R3' } });
  });
});

describe('measures (A10)', () => {
  it('come for every rung that a jump from 2 to 12 crosses', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['P2']).inspected('j', '2026-01-10', ['P10']);
    expect(history.standing('2025-11-12').measures).toEqual([]);
    expect(measures(history.standing('2026-01-10'))).toEqual(['R3 2026-01-10', 'R6 2026-01-10', 'R10 2026-01-10']);
  });

  it('come only for the highest under highest_rung, and not for the others at a later posting', () => {
    const history = aHistory({ ladder: { jump: 'highest_rung' } })
      .inspected('i', '2025-11-12', ['P2'])
      .inspected('j', '2026-01-10', ['P10'])
      .inspected('k', '2026-02-10', ['P1']);
    expect(measures(history.standing('2026-01-10'))).toEqual(['R10 2026-01-10']);
    expect(measures(history.standing('2026-02-10'))).toEqual(['R10 2026-01-10']);
  });

  it('come under highest_rung for each rung that is crossed by itself', () => {
    const history = aHistory({ ladder: { jump: 'highest_rung' } })
      .inspected('i', '2025-11-12', ['P3'])
      .inspected('j', '2026-01-10', ['P10']);
    expect(measures(history.standing('2026-01-10'))).toEqual(['R3 2025-11-12', 'R10 2026-01-10']);
  });

  it('do not come under highest_rung because points cleared', () => {
    const history = aHistory({ ladder: { jump: 'highest_rung' }, clearing: { when: 'pass_day' } })
      .inspected('i', '2025-11-12', ['P3', 'P10'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14');
    expect(measures(history.standing('2025-11-14'))).toEqual(['R10 2025-11-12']);
  });

  it('come under highest_rung for a rung passed over, once it was left and is crossed again by itself', () => {
    const history = aHistory({ ladder: { jump: 'highest_rung' }, clearing: { when: 'pass_day' } })
      .inspected('i', '2025-11-12', ['P10'])
      .rectified('i/P10', '2025-11-13')
      .passed('i/P10', '2025-11-14')
      .inspected('j', '2025-11-20', ['P3']);
    expect(measures(history.standing('2025-11-20'))).toEqual(['R10 2025-11-12', 'R3 2025-11-20']);
  });

  it('come once a cycle, however often the rung is crossed', () => {
    const history = aHistory({ clearing: { when: 'pass_day' } })
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14')
      .inspected('j', '2026-01-10', ['P3']);
    expect(history.standing('2025-12-01').total).toBe(0);
    expect(history.standing('2026-01-10').rungs[0]).toMatchObject({ reached: true, since: '2025-11-12' });
    expect(measures(history.standing('2026-01-10'))).toEqual(['R3 2025-11-12']);
  });

  it('come anew in the next cycle', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14')
      .inspected('j', '2026-11-10', ['P3']);
    expect(history.standing('2026-10-01').measures).toEqual([]);
    expect(history.standing('2026-11-10').measures).toEqual([
      { rung: 'R3', cycle: { from: '2026-10-01', to: '2027-10-01' }, dueOn: '2026-11-10' },
    ]);
  });

  it('stay due when points have cleared since', () => {
    const history = aHistory({ clearing: { when: 'pass_day' } })
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14');
    expect(measures(history.standing('2025-11-14'))).toEqual(['R3 2025-11-12']);
  });

  it('stand apart from the rung, which is left on the very day points clear', () => {
    const history = aHistory({ clearing: { when: 'pass_day' } })
      .inspected('i', '2025-11-12', ['P3', 'P6'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14')
      .inspected('j', '2025-11-20', ['P1']);
    expect(reached(history.standing('2025-11-13'))).toEqual(['R3', 'R6']);
    expect(history.standing('2025-11-13').nextRung).toMatchObject({ code: 'R10', distance: 1 });
    expect(history.standing('2025-11-14').nextRung).toMatchObject({ code: 'R10', distance: 4 });
    expect(history.standing('2025-11-20').nextRung).toMatchObject({ code: 'R10', distance: 3 });
  });

  it('are gone once their ground is annulled', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['P3']).annulled('i/P3', '2025-12-01');
    expect(history.standing('2025-12-01').measures).toEqual([]);
    expect(measures(history.standing('2025-12-01', '2025-11-30'))).toEqual(['R3 2025-11-12']);
  });
});

describe('a rung reached by carried points alone (A12)', () => {
  const carried = (settings: LedgerSettings): HistoryBuilder =>
    aHistory(settings).inspected('i', '2025-11-12', ['P3']).inspected('j', '2026-12-10', ['P1']);

  it('calls for its measure on the first day of the cycle', () => {
    expect(measures(carried({}).standing('2026-10-01'))).toEqual(['R3 2026-10-01']);
    expect(newRungs(carried({}).standing('2026-10-01'))).toEqual(['R3']);
    expect(newRungs(carried({}).standing('2026-10-02'))).toEqual([]);
    expect(carried({}).standing('2027-10-01').measures).toMatchObject([{ dueOn: '2027-10-01' }]);
  });

  it('under none calls for one only with the first posting of the new cycle', () => {
    const history = carried({ ladder: { carriedAlone: 'none' } });
    expect(history.standing('2026-12-09')).toMatchObject({ total: 3, measures: [] });
    expect(history.standing('2026-12-09').rungs[0]!.reached).toBe(true);
    expect(measures(history.standing('2026-12-10'))).toEqual(['R3 2026-12-10']);
  });

  it('under none calls for one where a posting is made on the cycle day itself', () => {
    const history = aHistory({ ladder: { carriedAlone: 'none' } })
      .inspected('i', '2025-11-12', ['P3'])
      .inspected('j', '2026-10-01', ['P1']);
    expect(measures(history.standing('2026-10-01'))).toEqual(['R3 2026-10-01']);
  });
});
