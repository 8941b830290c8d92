import { foldHistory } from '../../../../src/core/ledger/standing';
import { civilDate } from '../../../../src/core/dates/civil-date';
import { aHistory, HistoryBuilder, reached } from '../../../support/history.builder';
import { ledgerRules } from '../../../support/ledger-rules.builder';

/** The story of issue 2 with items of the same points and deadlines: P2 for F03, P3 for F09, P6 for F14. */
const story = (): HistoryBuilder =>
  aHistory()
    .inspected('autumn', '2025-11-12', ['P3', 'P2'])
    .rectified('autumn/P2', '2025-12-01')
    .passed('autumn/P2', '2025-12-03')
    .rectified('autumn/P3', '2025-12-05')
    .passed('autumn/P3', '2025-12-10')
    .inspected('spring', '2026-03-05', ['P6'])
    .rectified('spring/P6', '2026-03-05')
    .passed('spring/P6', '2026-03-06');

describe('the story of a machinery works', () => {
  it('is a history in which every record has its effect', () => {
    expect(story().refusals()).toEqual([]);
  });

  it.each([
    ['2025-11-11', 0, []],
    ['2025-11-12', 5, ['R3']],
    ['2025-12-01', 5, ['R3']],
    ['2025-12-10', 5, ['R3']],
    ['2026-03-05', 11, ['R3', 'R6', 'R10']],
    ['2026-09-30', 11, ['R3', 'R6', 'R10']],
    ['2026-10-01', 2, []],
    ['2027-09-30', 2, []],
    ['2027-10-01', 0, []],
  ])('stands on %s at %i, rungs %j', (asOf, total, rungs) => {
    const standing = story().standing(asOf);
    expect(standing.total).toBe(total);
    expect(reached(standing)).toEqual(rungs);
  });

  it('reaches two new rungs in March', () => {
    expect(
      story()
        .standing('2026-03-05')
        .rungs.map(({ isNew }) => isNew),
    ).toEqual([false, true, true]);
  });

  it('has deadlines in November and December', () => {
    const postings = story().standing('2025-11-12').postings;
    expect(postings.map(({ deadline }) => deadline)).toEqual(['2025-11-22', '2025-12-12']);
  });

  it('knew nothing of March on the day before it', () => {
    expect(story().standing('2026-03-10', '2026-03-04').total).toBe(5);
  });

  it('with the finding of March annulled answers as known before and after', () => {
    const annulled = story().annulled('spring/P6', '2026-03-20');
    expect(annulled.standing('2026-03-10', '2026-03-20').total).toBe(5);
    expect(annulled.standing('2026-03-10', '2026-03-10').total).toBe(11);
  });
});

describe('what the next cycle day brings if nothing else happens', () => {
  const P2 = { inspection: 'autumn', item: 'P2' };
  const P3 = { inspection: 'autumn', item: 'P3' };

  it.each([
    ['2025-11-12', 0, 5],
    ['2025-12-04', 0, 5],
    ['2025-12-10', 3, 2],
    ['2026-03-05', 3, 8],
    ['2026-03-06', 9, 2],
    ['2026-09-30', 9, 2],
    ['2026-10-01', 2, 0],
  ])('is told on %s by the records up to that day alone: %i clears, %i is carried', (asOf, clears, carries) => {
    expect(story().standing(asOf).next).toMatchObject({ clears, carries });
    expect(story().standing(asOf, asOf).next).toMatchObject({ clears, carries });
  });

  it('names the findings and the day', () => {
    expect(story().standing('2025-12-10').next).toEqual({
      day: '2026-10-01',
      clears: 3,
      carries: 2,
      clearing: [P3],
      carrying: [P2],
    });
  });

  it('counts a pass of A5 that is known, since it works back to that day', () => {
    const history = aHistory()
      .inspected('i', '2026-09-08', ['P3'])
      .rectified('i/P3', '2026-09-29')
      .passed('i/P3', '2026-10-02');
    expect(history.standing('2026-09-29').next).toMatchObject({ clears: 3, carries: 0 });
    expect(history.standing('2026-09-29', '2026-10-01').next).toMatchObject({ clears: 0, carries: 3 });
    expect(history.standing('2026-09-28').next).toMatchObject({ clears: 0, carries: 3 });
  });
});

describe('a standing', () => {
  it('keeps the rules of each posting, and takes ladder and ceiling of the version asked for', () => {
    const later = ledgerRules({ version: '2.0.0', ceiling: 4, carryOver: { clears: 'never' } });
    const history = aHistory().inspected('i', '2025-11-12', ['P3']).under(later).inspected('j', '2026-02-10', ['P2']);
    expect(history.standing('2026-02-10')).toMatchObject({ total: 4, sum: 5, ruleSet: { version: '2.0.0' } });
    history.rectified('i/P3', '2026-02-11').passed('i/P3', '2026-02-12');
    history.rectified('j/P2', '2026-02-25').passed('j/P2', '2026-02-26');
    expect(history.standing('2027-10-01').postings).toMatchObject([
      { version: '1.0.0', state: 'cleared' },
      { version: '2.0.0', state: 'carried' },
    ]);
  });

  it('lists findings by day, then number, then the order of the rule set', () => {
    const history = aHistory()
      .inspected('b', '2026-02-10', ['P3'], { number: 9 })
      .inspected('a', '2026-02-10', ['P2', 'P1'], { number: 8 })
      .inspected('c', '2026-01-10', ['P6'], { number: 20 });
    const names = history.standing('2026-02-10').postings.map(({ finding: { inspection, item } }) => inspection + item);
    expect(names).toEqual(['cP6', 'aP1', 'aP2', 'bP3']);
  });

  it('leaves its input as it was', () => {
    const { records, rules } = story();
    const before = JSON.stringify(records);
    const frozen = Object.freeze(records.map((record) => Object.freeze({ ...record })));
    const ask = (): string => JSON.stringify(foldHistory({ records: frozen, rules, asOf: civilDate('2026-10-01') }));
    expect(ask()).toBe(ask());
    expect(JSON.stringify(records)).toBe(before);
  });

  it('counts nothing of an inspection that violated nothing', () => {
    expect(aHistory().inspected('i', '2026-02-10').standing('2026-02-10')).toMatchObject({ total: 0, postings: [] });
  });
});
