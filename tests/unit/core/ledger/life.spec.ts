import { aHistory, HistoryBuilder } from '../../../support/history.builder';
import { LedgerSettings } from '../../../support/ledger-rules.builder';

/** P3 found on a day; its deadline is 30 days later. */
const found = (day: string, settings: LedgerSettings = {}): HistoryBuilder =>
  aHistory(settings).inspected('i', day, ['P3']);

const P3 = 'i/P3';

describe('a posting that was put right in time and passed before the cycle day', () => {
  const history = found('2025-11-12').rectified(P3, '2025-12-12').passed(P3, '2025-12-20');

  it.each([
    ['2025-11-12', 3, 'current cycle_running'],
    ['2025-12-20', 3, 'current cycle_running'],
    ['2026-09-30', 3, 'current cycle_running'],
    ['2026-10-01', 0, 'cleared rectified_in_time 2026-10-01'],
    ['2030-01-01', 0, 'cleared rectified_in_time 2026-10-01'],
  ])('stands on %s at %i: %s', (asOf, total, life) => {
    expect(history.standing(asOf).total).toBe(total);
    expect(history.life(P3, asOf)).toBe(life);
  });

  it('is in nobody’s standing before its inspection', () => {
    expect(history.standing('2025-11-11')).toMatchObject({ total: 0, postings: [] });
  });
});

describe('the deadline', () => {
  it.each([
    ['on its last day', '2025-12-12', 'cleared rectified_in_time 2026-10-01'],
    ['a day late', '2025-12-13', 'carried rectified_late'],
  ])('met %s', (_, completed, life) => {
    expect(found('2025-11-12').rectified(P3, completed).passed(P3, '2025-12-20').life(P3, '2026-10-01')).toBe(life);
  });

  it('is the day of inspection where the fault is put right at once', () => {
    const at = (day: string): string =>
      aHistory()
        .inspected('i', '2026-03-05', ['P6'])
        .rectified('i/P6', day)
        .passed('i/P6', day)
        .life('i/P6', '2026-10-01');
    expect(at('2026-03-05')).toBe('cleared rectified_in_time 2026-10-01');
    expect(at('2026-03-06')).toBe('carried rectified_late');
  });

  it.each([
    ['2024-01-30', '2024-02-29'],
    ['2025-01-30', '2025-03-01'],
    ['2026-08-31', '2026-09-30'],
    ['2026-09-01', '2026-10-01'],
    ['2026-09-08', '2026-10-08'],
  ])('of a fault found on %s is %s', (day, deadline) => {
    expect(found(day).finding(P3, day).deadline).toBe(deadline);
  });

  it('is overdue from the day after it until something is reported', () => {
    const history = found('2025-11-12').rectified(P3, '2025-12-20');
    expect(history.finding(P3, '2025-12-12').overdue).toBe(false);
    expect(history.finding(P3, '2025-12-13').overdue).toBe(true);
    expect(history.finding(P3, '2025-12-20').overdue).toBe(false);
  });
});

describe('a deadline near the cycle day (A3)', () => {
  it.each([
    // inspected     completed      passed         on 2026-10-01
    ['2026-08-31', '2026-09-30', '2026-09-30', 'cleared rectified_in_time 2026-10-01'],
    ['2026-08-31', '2026-09-30', '2026-10-01', 'cleared late_pass_works_back 2026-10-01'],
    ['2026-09-01', '2026-09-30', '2026-10-01', 'cleared late_pass_works_back 2026-10-01'],
    ['2026-09-01', '2026-10-01', '2026-10-01', 'carried rectified_after_cycle'],
    ['2026-09-08', '2026-09-29', '2026-10-02', 'cleared late_pass_works_back 2026-10-01'],
    ['2026-09-08', '2026-10-01', '2026-10-02', 'carried rectified_after_cycle'],
    ['2026-09-08', '2026-10-08', '2026-10-08', 'carried rectified_after_cycle'],
    ['2026-09-08', '2026-10-09', '2026-10-09', 'carried rectified_late'],
    ['2026-08-31', '2026-10-01', '2026-10-01', 'carried rectified_late'],
  ])('found %s, put right %s, passed %s: %s', (inspected, completed, passed, life) => {
    const history = found(inspected).rectified(P3, completed).passed(P3, passed);
    expect(history.life(P3, passed > '2026-10-01' ? passed : '2026-10-01')).toBe(life);
    expect(history.standing('2026-09-30').total).toBe(3);
    expect(history.standing('2027-09-30').total).toBe(life.startsWith('carried') ? 3 : 0);
    expect(history.standing('2027-10-01').total).toBe(0);
  });

  it('open on the cycle day, it is carried as not rectified', () => {
    const history = found('2026-09-08').rectified(P3, '2026-10-05');
    expect(history.life(P3, '2026-10-01')).toBe('carried not_rectified');
    expect(history.life(P3, '2026-10-05')).toBe('carried rectified_after_cycle');
  });

  it('under clear_if_met clears as of the cycle day once it is met and passed', () => {
    const clearing = { deadlineAfterCycleDay: 'clear_if_met' } as const;
    const met = found('2026-09-08', { clearing }).rectified(P3, '2026-10-08').passed(P3, '2026-10-20');
    expect(met.life(P3, '2026-10-20')).toBe('cleared late_deadline_met 2026-10-01');
    expect(met.life(P3, '2026-10-19', '2026-10-19')).toBe('carried rectified_after_cycle');
    const missed = found('2026-09-08', { clearing }).rectified(P3, '2026-10-09').passed(P3, '2026-10-20');
    expect(missed.life(P3, '2026-10-20')).toBe('carried rectified_late');
    const before = found('2026-08-31', { clearing }).rectified(P3, '2026-10-01').passed(P3, '2026-10-02');
    expect(before.life(P3, '2026-10-20')).toBe('carried rectified_late');
  });
});

describe('the day of the record', () => {
  it.each([
    ['2026-09-30', '2026-10-01'],
    ['2026-10-01', '2027-10-01'],
  ])('found on %s, a fault put right in time clears on %s', (day, cleared) => {
    const history = found(day).rectified(P3, day).passed(P3, day);
    expect(history.standing(day).total).toBe(3);
    expect(history.life(P3, cleared)).toBe(`cleared rectified_in_time ${cleared}`);
    expect(history.standing(cleared).total).toBe(0);
  });

  it('of 29 February lies in a cycle of 366 days', () => {
    const history = found('2024-02-29').rectified(P3, '2024-02-29').passed(P3, '2024-03-01');
    expect(history.standing('2024-09-30').total).toBe(3);
    expect(history.standing('2024-10-01').total).toBe(0);
  });
});

describe('a late pass of work done in time (A5)', () => {
  const late = (settings: LedgerSettings = {}): HistoryBuilder =>
    found('2026-09-08', settings).rectified(P3, '2026-09-29').passed(P3, '2026-10-02');

  it('works back to the cycle day, and answers before it is known stay', () => {
    expect(late().life(P3, '2026-10-01')).toBe('cleared late_pass_works_back 2026-10-01');
    expect(late().life(P3, '2026-10-01', '2026-10-01')).toBe('carried not_passed');
    expect(late().standing('2026-10-01', '2026-10-01').total).toBe(3);
    expect(late().standing('2026-10-01', '2026-10-02').total).toBe(0);
    expect(late().life(P3, '2026-10-02')).toBe('cleared late_pass_works_back 2026-10-01');
  });

  it('does so however late it comes', () => {
    const history = found('2026-09-08').rectified(P3, '2026-09-29').passed(P3, '2028-05-05');
    expect(history.life(P3, '2026-10-01')).toBe('cleared late_pass_works_back 2026-10-01');
    expect(history.standing('2028-05-04', '2028-05-04').carried).toBe(3);
  });

  it('is carried under latePass carry, until the next cycle day', () => {
    const history = late({ clearing: { latePass: 'carry' } });
    expect(history.life(P3, '2026-10-01')).toBe('carried not_passed');
    expect(history.life(P3, '2026-10-02')).toBe('carried late_pass');
    expect(history.life(P3, '2027-09-30')).toBe('carried late_pass');
    expect(history.life(P3, '2027-10-01')).toBe('cleared carried_then_passed 2027-10-01');
  });

  it('a re-inspection on the very cycle day counts as late too', () => {
    const passed = (settings: LedgerSettings): string =>
      found('2026-09-08', settings).rectified(P3, '2026-09-30').passed(P3, '2026-10-01').life(P3, '2026-10-01');
    expect(passed({})).toBe('cleared late_pass_works_back 2026-10-01');
    expect(passed({ clearing: { latePass: 'carry' } })).toBe('carried late_pass');
  });
});

describe('a carried posting (A4)', () => {
  const late = (passed: string, settings: LedgerSettings = {}): HistoryBuilder =>
    found('2025-11-12', settings).rectified(P3, '2026-01-10').passed(P3, passed);

  it.each([
    ['passed in its own cycle', '2026-01-20', '2027-10-01'],
    ['passed on the last day of its own cycle', '2026-09-30', '2027-10-01'],
    ['passed on the cycle day', '2026-10-01', '2027-10-01'],
    ['passed on the last day of the next cycle', '2027-09-30', '2027-10-01'],
    ['passed on the cycle day after that', '2027-10-01', '2028-10-01'],
    ['passed years later', '2029-12-24', '2030-10-01'],
  ])('%s clears on the first later cycle day before which it has passed', (_, passed, cleared) => {
    const history = late(passed);
    const dayBefore = `${cleared.slice(0, 4)}-09-30`;
    expect(history.life(P3, dayBefore)).toBe('carried rectified_late');
    expect(history.standing(dayBefore)).toMatchObject({ total: 3, carried: 3, current: 0 });
    expect(history.life(P3, cleared)).toBe(`cleared carried_then_passed ${cleared}`);
    expect(history.standing(cleared).total).toBe(0);
  });

  it('that never passes is carried from cycle to cycle with its own id and date', () => {
    const history = found('2025-11-12');
    for (const asOf of ['2026-10-01', '2027-10-01', '2028-10-01', '2035-10-01']) {
      expect(history.finding(P3, asOf)).toMatchObject({
        finding: { inspection: 'i', item: 'P3' },
        inspectedOn: '2025-11-12',
        deadline: '2025-12-12',
        state: 'carried',
        reason: 'not_rectified',
        overdue: true,
      });
    }
  });

  it('under pass_day clears on the day of the pass', () => {
    const history = late('2026-12-24', { carryOver: { clears: 'pass_day' } });
    expect(history.life(P3, '2026-12-23')).toBe('carried rectified_late');
    expect(history.life(P3, '2026-12-24')).toBe('cleared carried_then_passed 2026-12-24');
    expect(late('2026-10-01', { carryOver: { clears: 'pass_day' } }).life(P3, '2026-10-01')).toBe(
      'cleared carried_then_passed 2026-10-01',
    );
  });

  it('under never stays until it is annulled', () => {
    const history = late('2026-12-24', { carryOver: { clears: 'never' } });
    expect(history.life(P3, '2040-10-01')).toBe('carried rectified_late');
    expect(history.annulled(P3, '2040-10-02').standing('2040-10-01').total).toBe(0);
  });
});

describe('carried points and the ladder (A1)', () => {
  const carriedIn = (settings: LedgerSettings): HistoryBuilder =>
    found('2025-11-12', settings).inspected('j', '2026-11-01', ['P1']);

  it('count towards it and are shown apart', () => {
    expect(carriedIn({}).standing('2026-11-01')).toMatchObject({ total: 4, carried: 3, current: 1 });
    expect(carriedIn({}).standing('2026-11-01').rungs[0]).toMatchObject({ reached: true, since: '2026-10-01' });
  });

  it('may be kept from it, and then still count in the total', () => {
    const standing = carriedIn({ carryOver: { countsTowardsLadder: false } }).standing('2026-11-01');
    expect(standing).toMatchObject({ total: 4, carried: 3, current: 1, measures: [] });
    expect(standing.rungs.map(({ reached }) => reached)).toEqual([false, false, false]);
    expect(standing.nextRung).toEqual({ code: 'R3', points: 3, distance: 2 });
  });

  it('kept from it count in their own cycle all the same', () => {
    const history = carriedIn({ carryOver: { countsTowardsLadder: false } });
    expect(history.standing('2026-09-30').rungs[0]).toMatchObject({ reached: true, since: '2025-11-12' });
  });
});

describe('when a posting stops counting (A2)', () => {
  it('is the cycle day, rectified or not', () => {
    const history = found('2025-11-12').rectified(P3, '2025-11-13').passed(P3, '2025-11-14');
    expect(history.standing('2025-11-14').total).toBe(3);
  });

  it('may be the day of the pass', () => {
    const clearing = { when: 'pass_day' } as const;
    const history = found('2025-11-12', { clearing }).rectified(P3, '2025-11-13').passed(P3, '2025-11-20');
    expect(history.standing('2025-11-19').total).toBe(3);
    expect(history.standing('2025-11-20').total).toBe(0);
    expect(history.life(P3, '2025-11-20')).toBe('cleared rectified_in_time 2025-11-20');
    expect(history.life(P3, '2027-01-01')).toBe('cleared rectified_in_time 2025-11-20');
  });

  it('is not the day of the pass for what was late', () => {
    const clearing = { when: 'pass_day' } as const;
    const history = found('2025-11-12', { clearing }).rectified(P3, '2025-12-13').passed(P3, '2025-12-20');
    expect(history.life(P3, '2025-12-20')).toBe('current cycle_running');
    expect(history.life(P3, '2026-10-01')).toBe('carried rectified_late');
    expect(history.life(P3, '2027-10-01')).toBe('cleared carried_then_passed 2027-10-01');
  });
});

describe('cycles of other lengths', () => {
  it.each([
    [1, '2026-03-01'],
    [3, '2026-04-01'],
    [6, '2026-04-01'],
    [12, '2026-10-01'],
    [24, '2026-10-01'],
    [36, '2027-10-01'],
  ])('of %i months clear a fault of 2026-02-10 on %s', (months, cleared) => {
    const history = found('2026-02-10', { months }).rectified(P3, '2026-02-11').passed(P3, '2026-02-12');
    expect(history.life(P3, cleared)).toBe(`cleared rectified_in_time ${cleared}`);
    const before = new Date(Date.parse(cleared) - 86_400_000).toISOString().slice(0, 10);
    expect(history.life(P3, before)).toBe('current cycle_running');
    expect(history.standing('2026-02-10').next.day).toBe(cleared);
  });

  it('carry a posting through several short ones', () => {
    const history = found('2026-02-10', { months: 1 }).rectified(P3, '2026-03-20').passed(P3, '2026-05-10');
    expect(history.life(P3, '2026-02-28')).toBe('current cycle_running');
    expect(history.life(P3, '2026-03-01')).toBe('carried not_rectified');
    expect(history.life(P3, '2026-05-31')).toBe('carried rectified_late');
    expect(history.life(P3, '2026-06-01')).toBe('cleared carried_then_passed 2026-06-01');
  });
});
