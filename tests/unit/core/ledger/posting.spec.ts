import { aHistory, HistoryBuilder, reached } from '../../../support/history.builder';
import { LedgerSettings } from '../../../support/ledger-rules.builder';

describe('an item with an open finding (A6)', () => {
  const twice = (settings: LedgerSettings = {}): HistoryBuilder =>
    aHistory(settings).inspected('i', '2025-11-12', ['P3']).inspected('j', '2026-02-10', ['P3']);

  it('is violated again but not posted again, and names the finding in its way', () => {
    expect(twice().standing('2026-02-10').total).toBe(3);
    expect(twice().finding('j/P3', '2026-02-10')).toMatchObject({
      points: 3,
      state: 'not_posted',
      reason: 'open_finding',
      insteadOf: { inspection: 'i', item: 'P3' },
      overdue: false,
    });
  });

  it.each([
    ['before its deadline', '2025-12-12'],
    ['past its deadline', '2025-12-13'],
    ['in the next cycle', '2026-11-11'],
    ['three cycles later', '2028-11-11'],
  ])('holds %s', (_, day) => {
    const history = aHistory().inspected('i', '2025-11-12', ['P3']).inspected('j', day, ['P3']);
    expect(history.life('j/P3', day)).toBe('not_posted open_finding');
  });

  it.each([
    ['reported', (h: HistoryBuilder) => h.rectified('i/P3', '2025-12-01'), 'not_posted open_finding'],
    [
      'failed',
      (h: HistoryBuilder) => h.rectified('i/P3', '2025-12-01').failed('i/P3', '2025-12-02'),
      'not_posted open_finding',
    ],
    [
      'passed',
      (h: HistoryBuilder) => h.rectified('i/P3', '2025-12-01').passed('i/P3', '2025-12-02'),
      'current cycle_running',
    ],
  ])('counts as open once it is merely %s', (_, records, life) => {
    const history = records(aHistory().inspected('i', '2025-11-12', ['P3'])).inspected('j', '2026-02-10', ['P3']);
    expect(history.life('j/P3', '2026-02-10')).toBe(life);
  });

  it('is an affair of that item alone', () => {
    expect(
      aHistory().inspected('i', '2025-11-12', ['P3']).inspected('j', '2026-02-10', ['P2', 'P3']).standing('2026-02-10')
        .total,
    ).toBe(5);
  });

  it('is posted every time under whileOpen posted', () => {
    const history = twice({ repeat: { whileOpen: 'posted' } });
    expect(history.standing('2026-02-10').total).toBe(6);
    expect(history.rectified('j/P3', '2026-02-11').passed('j/P3', '2026-02-12').refusals()).toEqual([]);
    expect(history.standing('2026-10-01')).toMatchObject({ total: 3, carried: 3 });
  });

  it('is posted once the earlier finding is annulled', () => {
    const history = twice().annulled('i/P3', '2026-03-01');
    expect(history.life('j/P3', '2026-03-01')).toBe('current cycle_running');
    expect(history.life('j/P3', '2026-02-10')).toBe('current cycle_running');
    expect(history.life('j/P3', '2026-03-01', '2026-02-28')).toBe('not_posted open_finding');
    expect(history.standing('2026-02-10').total).toBe(3);
  });

  it('is posted once a pass of the earlier finding is known late', () => {
    const history = twice().rectified('i/P3', '2025-12-01', { known: '2026-03-01' });
    history.passed('i/P3', '2025-12-02', { known: '2026-03-02' });
    expect(history.refusals()).toEqual([]);
    expect(history.standing('2026-02-10', '2026-03-01').total).toBe(3);
    expect(history.standing('2026-02-10', '2026-03-02').total).toBe(6);
    expect(history.life('j/P3', '2026-02-10', '2026-03-02')).toBe('current cycle_running');
  });

  it('stays not posted where the pass is dated on a later day', () => {
    const history = twice().rectified('i/P3', '2026-02-10').passed('i/P3', '2026-02-11');
    expect(history.life('j/P3', '2026-12-01')).toBe('not_posted open_finding');
  });

  it('is open to a posting again when the pass is annulled, which then is not posted', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-12-01')
      .passed('i/P3', '2025-12-02', { key: 'pass' })
      .inspected('j', '2026-02-10', ['P3'])
      .rectified('j/P3', '2026-02-11', { key: 'done' })
      .annulled('pass', '2026-03-01');
    expect(history.life('j/P3', '2026-02-10')).toBe('not_posted open_finding');
    expect(history.standing('2026-02-28')).toMatchObject({
      total: 3,
      withoutEffect: [{ record: 'done', reason: 'finding_not_posted' }],
    });
    expect(history.standing('2026-02-28', '2026-02-28')).toMatchObject({ total: 6, withoutEffect: [] });
  });
});

describe('an item violated again after it was closed (A7)', () => {
  const again = (day: string, settings: LedgerSettings = {}): HistoryBuilder =>
    aHistory(settings)
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14')
      .inspected('j', day, ['P3']);

  it('is posted anew, and points add up', () => {
    expect(again('2025-11-14').standing('2025-11-14').total).toBe(6);
    expect(again('2025-11-14').life('j/P3', '2025-11-14')).toBe('current cycle_running');
  });

  it('under afterPass not_posted is not posted twice in one cycle', () => {
    const once = again('2026-09-30', { repeat: { afterPass: 'not_posted' } });
    expect(once.standing('2026-09-30').total).toBe(3);
    expect(once.finding('j/P3', '2026-09-30')).toMatchObject({
      state: 'not_posted',
      reason: 'repeat_in_cycle',
      insteadOf: { inspection: 'i', item: 'P3' },
    });
    const fromTheFirstDay = aHistory({ repeat: { afterPass: 'not_posted' } })
      .inspected('i', '2025-10-01', ['P3'])
      .rectified('i/P3', '2025-10-02')
      .passed('i/P3', '2025-10-03')
      .inspected('j', '2026-09-30', ['P3']);
    expect(fromTheFirstDay.life('j/P3', '2026-09-30')).toBe('not_posted repeat_in_cycle');
    const next = again('2026-10-01', { repeat: { afterPass: 'not_posted' } });
    expect(next.life('j/P3', '2026-10-01')).toBe('current cycle_running');
  });
});

describe('exclusive items in the ledger', () => {
  it('count where their sum is highest, and the loser names the winner', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['X4', 'Y5']);
    expect(history.standing('2025-11-12').total).toBe(5);
    expect(history.finding('i/X4', '2025-11-12')).toMatchObject({
      points: 4,
      state: 'not_posted',
      reason: 'exclusive',
      insteadOf: { inspection: 'i', item: 'Y5' },
    });
  });

  it('let two together beat the one between them', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['X4', 'Y5', 'Z3']);
    expect(history.standing('2025-11-12').total).toBe(7);
    expect(history.finding('i/Y5', '2025-11-12').insteadOf).toEqual({ inspection: 'i', item: 'X4' });
  });

  it('are chosen among anew when the winner is annulled', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['X4', 'Y5']).annulled('i/Y5', '2026-01-10');
    expect(history.standing('2025-11-12').total).toBe(4);
    expect(history.standing('2026-01-10', '2026-01-09').total).toBe(5);
    expect(history.life('i/X4', '2025-11-12')).toBe('current cycle_running');
    expect(history.life('i/Y5', '2025-11-12')).toBe('annulled finding_annulled');
    expect(history.rectified('i/X4', '2026-01-11').passed('i/X4', '2026-01-12').refusals()).toEqual([]);
  });

  it('are chosen among anew when one of two winners is annulled', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['X4', 'Y5', 'Z3']).annulled('i/Z3', '2026-01-10');
    expect(history.standing('2026-01-10').total).toBe(5);
    expect(history.life('i/X4', '2026-01-10')).toBe('not_posted exclusive');
    expect(history.life('i/Y5', '2026-01-10')).toBe('current cycle_running');
  });

  it('are chosen among before the open finding is looked for, so nothing may be posted', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['Y5']).inspected('j', '2026-02-10', ['X4', 'Y5']);
    expect(history.standing('2026-02-10').total).toBe(5);
    expect(history.life('j/X4', '2026-02-10')).toBe('not_posted exclusive');
    expect(history.life('j/Y5', '2026-02-10')).toBe('not_posted open_finding');
  });

  it('open no finding where they lose, so the next time they can be posted', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['X4', 'Y5'])
      .rectified('i/Y5', '2025-11-13')
      .passed('i/Y5', '2025-11-14')
      .inspected('j', '2026-02-10', ['X4']);
    expect(history.life('j/X4', '2026-02-10')).toBe('current cycle_running');
    expect(history.standing('2026-02-10').total).toBe(9);
  });

  it('lose their rectification where the choice falls on another later', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['X4', 'Y5', 'Z3'])
      .rectified('i/X4', '2025-11-13', { key: 'done' })
      .annulled('i/Z3', '2026-01-10');
    expect(history.standing('2026-01-10').withoutEffect).toEqual([{ record: 'done', reason: 'finding_not_posted' }]);
  });
});

describe('the ceiling (A8)', () => {
  const many = (settings: LedgerSettings): HistoryBuilder =>
    aHistory(settings).inspected('i', '2025-11-12', ['P6', 'P10']);

  it('is none by default: the true sum counts above the full mark', () => {
    expect(many({}).standing('2025-11-12')).toMatchObject({ total: 16, sum: 16, fullMark: 12 });
  });

  it('caps what counts and still shows the true sum', () => {
    const standing = many({ ceiling: 12 }).standing('2025-11-12');
    expect(standing).toMatchObject({ total: 12, sum: 16, current: 16 });
    expect(reached(standing)).toEqual(['R3', 'R6', 'R10']);
  });

  it('keeps rungs above it out of reach', () => {
    const standing = many({ ceiling: 9.5 }).standing('2025-11-12');
    expect(reached(standing)).toEqual(['R3', 'R6']);
    expect(standing.nextRung).toEqual({ code: 'R10', points: 10, distance: 0.5 });
  });
});

describe('decimal points', () => {
  it('add up exactly', () => {
    const items = [
      { code: 'A', points: 0.1 },
      { code: 'B', points: 0.2 },
      { code: 'C', points: 2.701 },
    ];
    const history = aHistory({ items }).inspected('i', '2025-11-12', ['A', 'B']);
    expect(history.standing('2025-11-12')).toMatchObject({ total: 0.3, nextRung: { code: 'R3', distance: 2.7 } });
    expect(history.inspected('j', '2025-11-13', ['C']).standing('2025-11-13').total).toBe(3.001);
    expect(reached(history.standing('2025-11-13'))).toEqual(['R3']);
  });
});
