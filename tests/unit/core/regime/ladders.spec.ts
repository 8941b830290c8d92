import { Measure, Regime, RegimeRung } from '../../../../src/core/rule-set/regime.types';
import { aCase, askRegime } from '../../../support/regime.builder';
import { aText } from '../../../support/rule-set.builder';

const rung = (code: string, at: number, extra: Partial<RegimeRung> = {}): RegimeRung => ({
  code,
  text: aText(code),
  at,
  measures: ['M'],
  ...extra,
});
const measure = (extra: Partial<Measure> = {}): Measure => ({ code: 'M', text: aText('M'), ...extra });
const regime = (rungs: readonly RegimeRung[], extra: Partial<Regime> = {}): Partial<Regime> => ({
  ladders: [{ code: 'L', score: 'points', rungs }],
  measures: [measure()],
  ...extra,
});
const called = async (parts: Partial<Regime>, documents: Parameters<typeof askRegime>[1], asOf = '2030-01-01') => {
  const ask = await askRegime(parts, documents);
  return ask(asOf).regime?.measures.map((one) => `${one.rung ?? '-'} ${one.on}`);
};

describe('a rung', () => {
  const two = [aCase('a', 'P6', '2026-01-01'), aCase('b', 'P6', '2026-02-01')];

  it.each([
    ['at_least', 6, ['R 2026-01-01']],
    ['more_than', 6, ['R 2026-02-01']],
  ] as const)('that says %s %d is judged so', async (reaching, at, expected) => {
    expect(await called(regime([rung('R', at, { reaching })]), two)).toEqual(expected);
  });

  it('of a score that counts down is reached from above', async () => {
    const scores = [{ code: 'points', text: aText('P'), direction: 'down' as const, start: 12 }];
    expect(await called(regime([rung('R', 0, { reaching: 'at_most' })], { scores }), two)).toEqual(['R 2026-02-01']);
  });

  it('calls at every further so many points', async () => {
    expect(await called(regime([rung('R', 5, { every: 5 })]), two)).toEqual(['R 2026-01-01', 'R 2026-02-01']);
    expect(await called(regime([rung('R', 5, { every: 5 })]), [aCase('a', 'P12', '2026-01-01')])).toHaveLength(2);
  });

  it('calls anew after falling below, and not while it stays reached', async () => {
    const scores = [{ code: 'points', text: aText('P'), life: { validity: { length: { days: 10 } } } }];
    const history = ['2026-01-01', '2026-01-05', '2026-01-16'].map((day, n) => aCase(`c${n}`, 'P6', day));
    expect(await called(regime([rung('R', 6)], { scores }), history)).toEqual(['R 2026-01-01', 'R 2026-01-16']);
  });

  it('is called for once in a cycle, anew in the next while it is reached, and never by being passed over', async () => {
    const life = { cycle: { anchor: { month: 1, day: 1 }, months: 12, end: { clears: 'none' as const } } };
    const parts = regime([rung('low', 3, { calls: 'once_per_cycle' }), rung('high', 6, { calls: 'once_per_cycle' })], {
      scores: [{ code: 'points', text: aText('P'), life }],
    });
    const highest = { ...parts, ladders: [{ ...parts.ladders![0]!, jump: 'highest_rung' as const }] };
    const history = [aCase('a', 'P6', '2026-01-05'), aCase('b', 'P1', '2026-02-01')];
    expect(await called(highest, history, '2026-12-31')).toEqual(['high 2026-01-05']);
    expect(await called(highest, history, '2027-01-01')).toEqual(['high 2026-01-05', 'high 2027-01-01']);
  });

  it('that only tells the level calls for nothing', async () => {
    const ask = await askRegime(regime([rung('R', 6, { calls: 'level_only' })]), two);
    expect(ask('2026-01-01').regime).toMatchObject({ measures: [], rungs: [{ code: 'R', reached: true }] });
  });

  it('is reached when the state of the subject changes', async () => {
    const when = { fact: 'licence.class', operator: 'equal' as const, value: 'novice' };
    const subject = (on: string, licence: string) => ({
      type: 'subject' as const,
      on,
      facts: { licence: { class: licence } },
    });
    const history = [subject('2020-01-01', 'full'), ...two, subject('2026-06-01', 'novice')];
    expect(await called(regime([rung('R', 7, { when })]), history)).toEqual(['R 2026-06-01']);
  });

  it('that follows another is held to the time between the cases', async () => {
    const rungs = [
      rung('first', 6),
      rung('second', 6, { follows: { rungs: ['first'], within: { length: { months: 12 } } } }),
    ];
    const measures = [measure({ effects: [{ on: 'trigger', clear: 'triggering' }] })];
    const parts = regime(rungs, { measures, ladders: [{ code: 'L', score: 'points', jump: 'highest_rung', rungs }] });
    const at = (day: string) => called(parts, [aCase('a', 'P6', '2026-01-10'), aCase('b', 'P6', day)]);
    expect(await at('2027-01-09')).toEqual(['first 2026-01-10', 'second 2027-01-09']);
    expect(await at('2027-01-10')).toEqual(['first 2026-01-10', 'first 2027-01-10']);
  });

  it('is judged after each record where the ladder says so', async () => {
    const measures = [measure({ effects: [{ on: 'trigger', clear: 'all' }] })];
    const same = ['a', 'b', 'c'].map((key) => aCase(key, 'P6', '2026-01-01'));
    const parts = (judged: 'day' | 'record') =>
      regime([], { measures, ladders: [{ code: 'L', score: 'points', judged, rungs: [rung('R', 12)] }] });
    expect((await askRegime(parts('day'), same))('2026-01-01').total).toBe(0);
    expect((await askRegime(parts('record'), same))('2026-01-01').total).toBe(6);
  });
});

describe('a measure', () => {
  const history = [aCase('a', 'P6', '2026-01-31')];
  const one = async (extra: Partial<Measure>, documents = history, asOf = '2026-02-15') => {
    const ask = await askRegime(regime([rung('R', 6)], { measures: [measure(extra)] }), documents);
    return ask(asOf);
  };

  it.each([
    [{ months: 1 }, '2026-02-27'],
    [{ days: 7 }, '2026-02-06'],
    [{ weeks: 2 }, '2026-02-13'],
    [{ years: 1 }, '2027-01-30'],
  ])('of %j counts its first day', async (length, to) => {
    expect((await one({ length })).regime?.measures[0]).toMatchObject({ from: '2026-01-31', to });
  });

  it('that begins by a record waits for it', async () => {
    const start = { type: 'measure' as const, measure: 'M', event: 'started' as const, on: '2026-02-10' };
    expect(
      (await one({ start: 'recorded', length: { days: 5 } }, history, '2026-02-09')).regime?.measures[0]?.state,
    ).toBe('due');
    const begun = await one({ start: 'recorded', length: { days: 5 } }, [...history, start] as never);
    expect(begun.regime?.measures[0]).toMatchObject({ from: '2026-02-10', to: '2026-02-14', state: 'completed' });
  });

  it('completes when it is reported and every case allows it', async () => {
    const extra = {
      completion: { eachCase: { happened: 'paid' } },
      effects: [{ on: 'completion' as const, clear: 'all' as const }],
    };
    const done = { type: 'measure' as const, measure: 'M', event: 'completed' as const, on: '2026-02-05' };
    const paid = { type: 'milestone' as const, case: 'a', date: 'paid', on: '2026-02-08' };
    const documents = [...history, done, paid] as never;
    expect((await one(extra, documents, '2026-02-07')).total).toBe(6);
    expect((await one(extra, documents, '2026-02-08')).total).toBe(0);
  });

  it.each([
    [
      'separate',
      [
        ['2026-01-01', '2026-01-10'],
        ['2026-01-06', '2026-01-15'],
      ],
    ],
    [
      'extend',
      [
        ['2026-01-01', '2026-01-10'],
        ['2026-01-11', '2026-01-20'],
      ],
    ],
    [
      'longest',
      [
        ['2026-01-01', '2026-01-15'],
        ['2026-01-06', '2026-01-15'],
      ],
    ],
    [
      'replace',
      [
        ['2026-01-01', '2026-01-06'],
        ['2026-01-06', '2026-01-15'],
      ],
    ],
  ] as const)('called for while it runs: %s', async (twoAtOnce, expected) => {
    const documents = [aCase('a', 'P6', '2026-01-01'), aCase('b', 'P6', '2026-01-06')];
    const parts = regime([rung('R', 6, { every: 6 })], { measures: [measure({ length: { days: 10 }, twoAtOnce })] });
    const found = (await askRegime(parts, documents))('2026-03-01').regime?.measures;
    expect(found?.map(({ from, to }) => [from, to])).toEqual(expected);
  });
});
