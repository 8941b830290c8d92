import { checkNextRecord } from '../../../../src/core/ledger/check-history';
import { aHistory, HistoryBuilder } from '../../../support/history.builder';

describe('an answer as known then', () => {
  const history = aHistory()
    .inspected('i', '2025-11-12', ['P3'], { known: '2025-11-20T09:00:00+08:00' })
    .inspected('j', '2026-03-05', ['P6'], { known: '2026-03-05T18:00:00+08:00' });

  it.each([
    ['2025-11-12', undefined, 3],
    ['2025-11-12', '2025-11-19', 0],
    ['2025-11-12', '2025-11-20T08:59:59.999+08:00', 0],
    ['2025-11-12', '2025-11-20T09:00:00+08:00', 3],
    ['2025-11-12', '2025-11-20T01:00:00Z', 3],
    ['2026-03-10', '2026-03-04', 3],
    ['2026-03-10', '2026-03-05', 9],
    ['2026-03-04', '2026-03-05', 3],
    ['2025-11-11', '2030-01-01', 0],
  ])('as of %s, known at %s: %i', (asOf, known, total) => {
    expect(history.standing(asOf, known).total).toBe(total);
  });

  it('says when it was known, in UTC', () => {
    expect(history.standing('2026-03-10', '2026-03-04').knownAt).toBe('2026-03-04T15:59:59.999Z');
    expect(history.standing('2026-03-10').knownAt).toBeNull();
  });

  it('is the same in whatever order the records come', () => {
    const { records } = history;
    const answer = JSON.stringify(history.standing('2026-03-10'));
    records.reverse();
    expect(JSON.stringify(history.standing('2026-03-10'))).toBe(answer);
  });
});

describe('a record known late', () => {
  const base = (): HistoryBuilder => aHistory().inspected('i', '2025-11-12', ['P3']);

  it('takes its place by its day', () => {
    const history = base()
      .rectified('i/P3', '2025-12-20')
      .extended('i/P3', '2025-12-01', '2026-01-10', { known: '2026-01-05' })
      .passed('i/P3', '2026-01-06');
    expect(history.refusals()).toEqual([]);
    expect(history.life('i/P3', '2026-10-01')).toBe('cleared rectified_in_time 2026-10-01');
  });

  it('may not take the effect from one known before', () => {
    const history = base()
      .rectified('i/P3', '2025-12-20')
      .rectified('i/P3', '2025-12-10', { known: '2026-01-05' })
      .passed('i/P3', '2026-01-06');
    expect(history.refusals()).toEqual(['#3: displaces_record']);
  });

  it('may do so once that one is annulled', () => {
    const history = base()
      .rectified('i/P3', '2025-12-20', { key: 'wrong' })
      .annulled('wrong', '2026-01-04')
      .rectified('i/P3', '2025-12-10', { known: '2026-01-05' })
      .passed('i/P3', '2026-01-06');
    expect(history.refusals()).toEqual([]);
    expect(history.life('i/P3', '2026-10-01')).toBe('cleared rectified_in_time 2026-10-01');
  });

  it('is refused on its own ground where it has one', () => {
    const history = base()
      .rectified('i/P3', '2025-12-01')
      .passed('i/P3', '2025-12-02')
      .failed('i/P3', '2025-11-30', { known: '2026-01-05' })
      .failed('i/P3', '2025-12-03', { known: '2026-01-06' });
    expect(history.refusals()).toEqual(['#4: not_rectified', '#5: finding_passed']);
  });

  it('that would void a completion on which a pass rests is refused', () => {
    const history = base()
      .rectified('i/P3', '2025-12-01')
      .passed('i/P3', '2025-12-10')
      .failed('i/P3', '2025-12-05', { known: '2026-01-05' });
    expect(history.refusals()).toEqual(['#4: displaces_record']);
  });

  it('and refused leaves no trace for those that follow', () => {
    const history = base()
      .inspected('j', '2026-02-10', ['P1'])
      .passed('i/P3', '2025-12-01', { known: '2026-02-11' })
      .rectified('i/P3', '2025-12-01', { known: '2026-02-12', number: 20 })
      .passed('i/P3', '2025-12-01', { known: '2026-02-13', number: 21 })
      .rectified('j/P1', '2026-02-20');
    expect(history.refusals()).toEqual(['#3: not_rectified']);
  });

  it('is taken where it is an inspection, though it may displace', () => {
    const history = aHistory()
      .inspected('j', '2026-02-10', ['P3'])
      .rectified('j/P3', '2026-02-11', { key: 'done' })
      .inspected('i', '2025-11-12', ['P3'], { known: '2026-03-01' });
    expect(history.refusals()).toEqual([]);
    expect(history.standing('2026-03-01')).toMatchObject({
      total: 3,
      withoutEffect: [{ record: 'done', reason: 'finding_not_posted' }],
    });
    expect(history.life('j/P3', '2026-03-01')).toBe('not_posted open_finding');
    expect(history.life('j/P3', '2026-03-01', '2026-02-28')).toBe('current cycle_running');
  });
});

describe('checkNextRecord', () => {
  const next = (history: HistoryBuilder): string | undefined =>
    checkNextRecord(history.records.slice(0, -1), history.records.at(-1)!);

  it.each<[string, (h: HistoryBuilder) => HistoryBuilder, string | undefined]>([
    ['an inspection', (h) => h.inspected('j', '2026-02-10', ['P3']), undefined],
    [
      'an inspection of an earlier day',
      (h) => h.inspected('j', '2025-10-10', ['P3'], { known: '2026-02-10' }),
      undefined,
    ],
    ['a rectification', (h) => h.rectified('i/P3', '2025-12-01'), undefined],
    ['a rectification of nothing', (h) => h.rectified('i/P1', '2025-12-01'), 'no_such_finding'],
    ['a re-inspection too early', (h) => h.passed('i/P3', '2025-12-01'), 'not_rectified'],
    [
      'a rectification before its inspection',
      (h) => h.rectified('i/P3', '2025-11-11', { known: '2025-12-01' }),
      'before_inspection',
    ],
    ['an annulment', (h) => h.annulled('i/P3', '2025-12-01'), undefined],
    ['an annulment of nothing', (h) => h.annulled('j', '2025-12-01'), 'no_such_record'],
    [
      'a late record that displaces',
      (h) => h.rectified('i/P3', '2025-12-05').rectified('i/P3', '2025-12-01', { known: '2025-12-06' }),
      'displaces_record',
    ],
  ])('judges %s', (_, records, reason) => {
    expect(next(records(aHistory().inspected('i', '2025-11-12', ['P3'])))).toBe(reason);
  });

  it('judges as checkHistory does, whatever the order of the history it is given', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-12-01')
      .failed('i/P3', '2025-12-02')
      .rectified('i/P3', '2025-12-03')
      .passed('i/P3', '2025-12-04');
    const last = history.records.at(-1)!;
    expect(checkNextRecord(history.records.slice(0, -1).reverse(), last)).toBeUndefined();
  });
});
