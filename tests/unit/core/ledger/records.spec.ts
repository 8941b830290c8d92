import { aHistory, HistoryBuilder } from '../../../support/history.builder';

const P3 = 'i/P3';
/** P3 found on 12 November 2025, due on 12 December. */
const found = (): HistoryBuilder => aHistory().inspected('i', '2025-11-12', ['P3']);

describe('a failed re-inspection', () => {
  it('voids the reported completion', () => {
    const history = found().rectified(P3, '2025-12-01').failed(P3, '2025-12-05');
    expect(history.finding(P3, '2025-12-04')).toMatchObject({ completedOn: '2025-12-01' });
    expect(history.finding(P3, '2025-12-05')).not.toHaveProperty('completedOn');
    expect(history.life(P3, '2026-10-01')).toBe('carried not_rectified');
  });

  it.each([
    ['2025-12-12', 'cleared rectified_in_time 2026-10-01'],
    ['2025-12-13', 'carried rectified_late'],
  ])('lets a new completion follow, which alone is judged: %s, %s', (again, life) => {
    const history = found().rectified(P3, '2025-12-01').failed(P3, '2025-12-05').rectified(P3, again);
    expect(history.refusals()).toEqual([]);
    expect(history.passed(P3, '2025-12-20').life(P3, '2026-10-01')).toBe(life);
  });

  it('after the cycle day undoes the hope that a pass works back', () => {
    const history = aHistory()
      .inspected('i', '2026-09-08', ['P3'])
      .rectified(P3, '2026-09-29')
      .failed(P3, '2026-10-02')
      .rectified(P3, '2026-10-03')
      .passed(P3, '2026-10-04');
    expect(history.life(P3, '2026-10-01')).toBe('carried not_passed');
    expect(history.life(P3, '2026-10-04')).toBe('carried rectified_after_cycle');
  });

  it('needs a completion to void', () => {
    expect(found().failed(P3, '2025-12-05').refusals()).toEqual(['#2: not_rectified']);
  });
});

describe('an extension', () => {
  it.each([
    ['decided on the deadline', '2025-12-12', '2025-12-13', []],
    ['decided the day after', '2025-12-13', '2026-01-10', ['#2: extension_too_late']],
    ['to the same day', '2025-12-01', '2025-12-12', ['#2: extension_not_later']],
    ['to an earlier day', '2025-12-01', '2025-12-11', ['#2: extension_not_later']],
    ['decided before the inspection', '2025-11-11', '2026-01-10', ['#2: before_inspection']],
    ['decided on the day of inspection', '2025-11-12', '2026-01-10', []],
  ])('%s', (_, decided, to, refusals) => {
    expect(found().extended(P3, decided, to).refusals()).toEqual(refusals);
  });

  it.each([
    ['2026-01-10', 'cleared rectified_in_time 2026-10-01'],
    ['2026-01-11', 'carried rectified_late'],
  ])('moves the deadline: put right on %s, %s', (completed, life) => {
    const history = found().extended(P3, '2025-12-12', '2026-01-10').rectified(P3, completed).passed(P3, '2026-02-01');
    expect(history.life(P3, '2026-10-01')).toBe(life);
    expect(history.finding(P3, '2025-12-11').deadline).toBe('2025-12-12');
    expect(history.finding(P3, '2025-12-12').deadline).toBe('2026-01-10');
  });

  it('may follow another, on or before the deadline that one set', () => {
    const twice = (decided: string): readonly string[] =>
      found().extended(P3, '2025-12-12', '2026-01-10').extended(P3, decided, '2026-02-10').refusals();
    expect(twice('2026-01-10')).toEqual([]);
    expect(twice('2026-01-11')).toEqual(['#3: extension_too_late']);
  });

  it('may come while the completion waits for its re-inspection, and not after the pass', () => {
    const done = found().rectified(P3, '2025-12-01');
    expect(done.extended(P3, '2025-12-05', '2026-01-10').refusals()).toEqual([]);
    const passed = found().rectified(P3, '2025-12-01').passed(P3, '2025-12-02');
    expect(passed.extended(P3, '2025-12-05', '2026-01-10').refusals()).toEqual(['#4: finding_passed']);
  });

  it('across the cycle day makes it a case of A3', () => {
    const history = aHistory()
      .inspected('i', '2026-08-31', ['P3'])
      .extended(P3, '2026-09-30', '2026-10-08')
      .rectified(P3, '2026-10-08')
      .passed(P3, '2026-10-08');
    expect(history.life(P3, '2026-10-08')).toBe('carried rectified_after_cycle');
  });
});

describe('a record without effect is refused, and says why', () => {
  it.each<[string, (history: HistoryBuilder) => HistoryBuilder, string]>([
    ['no such inspection', (h) => h.rectified('x/P3', '2025-12-01'), 'no_such_finding'],
    ['an item that was not violated', (h) => h.rectified('i/P6', '2025-12-01'), 'no_such_finding'],
    ['no such item', (h) => h.rectified('i/Q', '2025-12-01'), 'no_such_finding'],
    ['dated before the inspection', (h) => h.rectified(P3, '2025-11-11'), 'before_inspection'],
    [
      'numbered before the inspection on its day',
      (h) => h.rectified(P3, '2025-11-12', { number: 0, key: '#2' }),
      'before_inspection',
    ],
    ['passed before it was reported', (h) => h.passed(P3, '2025-12-01'), 'not_rectified'],
    [
      'reported twice',
      (h) => h.rectified(P3, '2025-12-01', { key: 'r' }).rectified(P3, '2025-12-02', { key: '#2' }),
      'already_rectified',
    ],
  ])('%s', (_, record, reason) => {
    expect(record(found()).refusals()).toEqual([`#2: ${reason}`]);
  });

  it('where the finding has passed', () => {
    const history = found().rectified(P3, '2025-12-01').passed(P3, '2025-12-02');
    expect(history.rectified(P3, '2025-12-03').passed(P3, '2025-12-04').failed(P3, '2025-12-05').refusals()).toEqual([
      '#4: finding_passed',
      '#5: finding_passed',
      '#6: finding_passed',
    ]);
  });

  it('where the finding was not posted', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['X4', 'Y5']);
    expect(history.rectified('i/X4', '2025-12-01').extended('i/X4', '2025-12-01', '2026-02-01').refusals()).toEqual([
      '#2: finding_not_posted',
      '#3: finding_not_posted',
    ]);
  });

  it('where it was annulled, or its inspection was', () => {
    expect(found().annulled(P3, '2025-11-20').rectified(P3, '2025-12-01').refusals()).toEqual(['#3: finding_annulled']);
    expect(found().annulled('i', '2025-11-20').rectified(P3, '2025-12-01').refusals()).toEqual([
      '#3: finding_annulled',
    ]);
  });

  it('and does not stand in the way of what follows', () => {
    const history = found().passed(P3, '2025-11-30').rectified(P3, '2025-12-01').passed(P3, '2025-12-02');
    expect(history.refusals()).toEqual(['#2: not_rectified']);
  });
});

describe('records of one day', () => {
  it('fold by their numbers, not by their places', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .passed(P3, '2025-12-01', { number: 11 })
      .rectified(P3, '2025-12-01', { number: 10 });
    expect(history.refusals()).toEqual([]);
    expect(history.finding(P3, '2025-12-01')).toMatchObject({ completedOn: '2025-12-01', passedOn: '2025-12-01' });
  });

  it('close a finding before an inspection of that day, or after it', () => {
    const again = (number: number): string =>
      aHistory()
        .inspected('i', '2025-11-12', ['P3'])
        .rectified(P3, '2025-12-01')
        .passed(P3, '2025-12-02', { number: 50 })
        .inspected('j', '2025-12-02', ['P3'], { number })
        .life('j/P3', '2025-12-02');
    expect(again(51)).toBe('current cycle_running');
    expect(again(49)).toBe('not_posted open_finding');
  });
});
