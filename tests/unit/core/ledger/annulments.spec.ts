import { aHistory, HistoryBuilder, reached } from '../../../support/history.builder';

const two = (): HistoryBuilder =>
  aHistory().inspected('i', '2025-11-12', ['P3']).inspected('j', '2026-02-10', ['P1', 'P2']);

describe('an annulment', () => {
  it('of a finding works back: known later, it never counted', () => {
    const history = two().annulled('j/P1', '2026-03-01');
    expect(history.standing('2026-02-10').total).toBe(5);
    expect(history.standing('2026-02-10', '2026-02-28').total).toBe(6);
    expect(history.standing('2026-03-01').total).toBe(5);
    expect(history.life('j/P1', '2026-02-10')).toBe('annulled finding_annulled');
  });

  it('takes the fall from 6 to 5 below a rung as if it had never been reached', () => {
    const history = two().annulled('j/P1', '2026-03-01');
    expect(reached(history.standing('2026-02-28', '2026-02-28'))).toEqual(['R3', 'R6']);
    expect(reached(history.standing('2026-02-28'))).toEqual(['R3']);
    expect(history.standing('2026-03-01').measures.map(({ rung }) => rung)).toEqual(['R3']);
  });

  it('of an inspection takes all its findings with it', () => {
    const history = two().annulled('j', '2026-03-01');
    expect(history.standing('2026-03-01').total).toBe(3);
    expect([history.life('j/P1', '2026-03-01'), history.life('j/P2', '2026-03-01')]).toEqual([
      'annulled inspection_annulled',
      'annulled inspection_annulled',
    ]);
    expect(history.life('j/P1', '2026-03-01', '2026-02-28')).toBe('current cycle_running');
  });

  it('of a rectification leaves the finding open', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-12-01', { key: 'done' })
      .passed('i/P3', '2025-12-02', { key: 'pass' })
      .annulled('done', '2026-01-05');
    expect(history.standing('2026-01-05').withoutEffect).toEqual([{ record: 'pass', reason: 'not_rectified' }]);
    expect(history.life('i/P3', '2026-10-01')).toBe('carried not_rectified');
    expect(history.life('i/P3', '2026-10-01', '2026-01-04')).toBe('cleared rectified_in_time 2026-10-01');
  });

  it('of a pass opens the finding again, until a new pass', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-12-01')
      .passed('i/P3', '2025-12-02', { key: 'pass' })
      .annulled('pass', '2026-01-05');
    expect(history.life('i/P3', '2026-10-01')).toBe('carried not_passed');
    expect(history.passed('i/P3', '2026-01-06').refusals()).toEqual([]);
    expect(history.life('i/P3', '2026-10-01')).toBe('cleared rectified_in_time 2026-10-01');
  });

  it('of a failed re-inspection restores the completion it voided', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-12-01')
      .failed('i/P3', '2025-12-02', { key: 'fail' })
      .annulled('fail', '2026-01-05')
      .passed('i/P3', '2026-01-06');
    expect(history.refusals()).toEqual([]);
    expect(history.life('i/P3', '2026-10-01')).toBe('cleared rectified_in_time 2026-10-01');
  });

  it('of an extension puts the old deadline back', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .extended('i/P3', '2025-12-01', '2026-01-10', { key: 'more' })
      .rectified('i/P3', '2026-01-09')
      .passed('i/P3', '2026-01-10')
      .annulled('more', '2026-02-01');
    expect(history.life('i/P3', '2026-10-01')).toBe('carried rectified_late');
    expect(history.finding('i/P3', '2026-01-10').deadline).toBe('2025-12-12');
  });

  it('of an annulment restores what it annulled', () => {
    const history = two().annulled('j/P1', '2026-03-01', { key: 'a' }).annulled('a', '2026-03-05', { key: 'b' });
    expect(history.refusals()).toEqual([]);
    const at = (known: string): number => history.standing('2026-02-10', known).total;
    expect([at('2026-02-28'), at('2026-03-01'), at('2026-03-05')]).toEqual([6, 5, 6]);
    history.annulled('b', '2026-03-09');
    expect([at('2026-03-08'), at('2026-03-09')]).toEqual([6, 5]);
    expect(history.annulled('j/P1', '2026-03-10').refusals()).toEqual(['#6: already_annulled']);
  });

  it('after the roll-over still works back through it', () => {
    const history = aHistory().inspected('i', '2025-11-12', ['P3', 'P6']).annulled('i/P6', '2026-11-01');
    expect(history.standing('2026-10-01', '2026-10-31')).toMatchObject({ total: 9, carried: 9 });
    expect(history.standing('2026-10-01')).toMatchObject({ total: 3, carried: 3 });
    expect(history.standing('2026-01-01').total).toBe(3);
    expect(history.life('i/P6', '2028-01-01')).toBe('annulled finding_annulled');
  });

  it('after the roll-over, of what had cleared, changes nothing but the state', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['P3'])
      .rectified('i/P3', '2025-11-13')
      .passed('i/P3', '2025-11-14')
      .annulled('i/P3', '2026-11-01');
    expect(history.standing('2026-11-01')).toMatchObject({ total: 0, measures: [] });
    expect(history.life('i/P3', '2026-11-01')).toBe('annulled finding_annulled');
  });

  it('may be decided after the as-of day and counts all the same', () => {
    const history = two().annulled('i', '2027-05-05');
    expect(history.standing('2025-11-12').total).toBe(0);
    expect(history.standing('2025-11-12', '2027-05-04').total).toBe(3);
  });
});

describe('an annulment is refused', () => {
  it.each<[string, (history: HistoryBuilder) => HistoryBuilder, string]>([
    ['of a record that is not there', (h) => h.annulled('x', '2026-03-01'), 'no_such_record'],
    ['of itself', (h) => h.annulled('#3', '2026-03-01'), 'no_such_record'],
    ['of a finding of no inspection', (h) => h.annulled('x/P3', '2026-03-01'), 'no_such_finding'],
    ['of an item that was not violated', (h) => h.annulled('i/P6', '2026-03-01'), 'no_such_finding'],
  ])('%s', (_, record, reason) => {
    expect(record(two()).refusals()).toEqual([`#3: ${reason}`]);
  });

  it('of what became known only later', () => {
    const history = two().annulled('k', '2026-03-01').inspected('k', '2026-03-02', ['P1']);
    expect(history.refusals()).toEqual(['#3: no_such_record']);
    expect(history.standing('2026-03-02').total).toBe(6);
  });

  it.each([
    ['j', '2026-02-09', ['#3: annulled_too_early']],
    ['j', '2026-02-10', []],
    ['j/P1', '2026-02-09', ['#3: annulled_too_early']],
    ['j/P1', '2026-02-10', []],
  ])('of %s where it is decided on %s, with %j', (target, day, refusals) => {
    expect(two().annulled(target, day, { known: '2026-03-01' }).refusals()).toEqual(refusals);
  });

  it('the second time', () => {
    expect(two().annulled('j/P1', '2026-03-01').annulled('j/P1', '2026-03-02').refusals()).toEqual([
      '#4: already_annulled',
    ]);
    expect(two().annulled('j', '2026-03-01').annulled('j', '2026-03-02').refusals()).toEqual(['#4: already_annulled']);
  });

  it('of a finding whose inspection is annulled', () => {
    expect(two().annulled('j', '2026-03-01').annulled('j/P1', '2026-03-02').refusals()).toEqual([
      '#4: already_annulled',
    ]);
  });

  it('but not of a finding that was not posted, nor of an inspection one of whose findings is annulled', () => {
    const history = aHistory()
      .inspected('i', '2025-11-12', ['X4', 'Y5'])
      .annulled('i/X4', '2026-03-01')
      .annulled('i', '2026-03-02');
    expect(history.refusals()).toEqual([]);
    expect(history.standing('2026-03-02').total).toBe(0);
  });
});
