import { Regime } from '../../../../src/core/rule-set/regime.types';
import { aCase, askRegime, totals } from '../../../support/regime.builder';
import { aText } from '../../../support/rule-set.builder';

describe('gates', () => {
  it('lets no second case be posted while the first is open', async () => {
    const parts: Partial<Regime> = { gates: [{ code: 'open', whileOpen: { closedBy: 'paid' } }] };
    const history = [
      aCase('a', 'P5', '2026-01-01', { dates: { paid: '2026-02-01' } }),
      aCase('b', 'P5', '2026-01-31'),
      aCase('c', 'P3', '2026-01-31'),
      aCase('d', 'P5', '2026-02-01'),
    ];
    const ask = await askRegime(parts, history);
    expect([ask('2026-01-31').total, ask('2026-02-01').total]).toEqual([8, 13]);
    expect(ask('2026-02-01').regime?.cases[1]).toMatchObject({ state: 'not_posted', reason: 'open', insteadOf: 'a' });
  });

  it('counts a cool-down from the last case that was posted, and not from one that was not', async () => {
    const parts: Partial<Regime> = { gates: [{ code: 'cool', coolDown: { length: { days: 50 } } }] };
    const history = ['2026-03-01', '2026-04-19', '2026-04-20'].map((day, n) => aCase(`c${n}`, 'P5', day));
    expect(Object.values(await totals(parts, history, ['2026-04-19', '2026-04-20']))).toEqual([5, 10]);
  });

  it('brings back what a case displaced while an appeal keeps that case out', async () => {
    const parts: Partial<Regime> = {
      gates: [
        { code: 'appeal', countsWhen: { not: { all: [{ happened: 'decided' }, { not: { happened: 'ended' } }] } } },
      ],
      concurrency: [{ code: 'act', by: { tag: 'act' }, take: 'highest' }],
    };
    const tags = { act: '1' };
    const history = [
      aCase('a', 'P5', '2026-01-01', { tags }),
      aCase('b', 'P6', '2026-01-02', { tags, dates: { decided: '2026-02-01', ended: '2026-03-01' } }),
    ];
    const days = ['2026-01-01', '2026-01-02', '2026-02-01', '2026-03-01'];
    expect(Object.values(await totals(parts, history, days))).toEqual([5, 6, 5, 6]);
  });
});

describe('concurrency', () => {
  it('cuts what exceeds a cap, in the order of posting', async () => {
    const parts: Partial<Regime> = { concurrency: [{ code: 'day', by: { date: 'on' }, take: { atMost: 7 } }] };
    const ask = await askRegime(
      parts,
      ['P5', 'P5', 'P1'].map((item, n) => aCase(`c${n}`, item, '2026-01-01')),
    );
    expect(ask('2026-01-01').total).toBe(7);
    expect(ask('2026-01-01').regime?.cases.map(({ points }) => points)).toEqual([5, 2, 0]);
  });

  it('comes after the multipliers: a repetition may be the highest', async () => {
    const parts: Partial<Regime> = {
      multipliers: [{ code: 'again', repeat: { factors: [1, 3] } }],
      concurrency: [{ code: 'act', by: { tag: 'act' }, take: 'highest' }],
    };
    const tags = { act: '1' };
    const history = [
      aCase('a', 'P2', '2026-01-01'),
      aCase('b', 'P5', '2026-02-01', { tags }),
      aCase('c', 'P2', '2026-02-01', { tags }),
    ];
    expect(await totals(parts, history, ['2026-02-01'])).toEqual({ '2026-02-01': 8 });
  });
});

describe('multipliers', () => {
  it('rounds as declared where a factor leads beyond three places', async () => {
    const parts = (rounding: 'up' | 'down'): Partial<Regime> => ({
      items: [{ code: 'X', title: aText('X'), points: 0.333 }],
      multipliers: [{ code: 'm', repeat: { factors: [1.5] }, rounding }],
    });
    const history = [aCase('a', 'X', '2026-01-01')];
    expect(await totals(parts('up'), history, ['2026-01-01'])).toEqual({ '2026-01-01': 0.5 });
    expect(await totals(parts('down'), history, ['2026-01-01'])).toEqual({ '2026-01-01': 0.499 });
  });
});

describe('credits', () => {
  const parts: Partial<Regime> = {
    scores: [{ code: 'points', text: aText('Points'), floor: 0 }],
    credits: {
      kinds: [
        {
          code: 'k',
          text: aText('K'),
          score: 'points',
          points: 3,
          when: { score: 'points', operator: 'lessThan', value: 12 },
        },
      ],
      cap: { points: 5, per: { years: 1 } },
    },
  };
  const credit = (on: string) => ({ type: 'credit' as const, credit: 'k', on });

  it('go down to the floor, and only what took effect uses the cap up', async () => {
    const ask = await askRegime(parts, [
      aCase('a', 'P1', '2026-01-01'),
      credit('2026-01-02'),
      aCase('b', 'P10', '2026-01-03'),
      credit('2026-01-04'),
      credit('2026-01-05'),
      credit('2026-01-06'),
    ]);
    expect(['2026-01-02', '2026-01-04', '2026-01-05', '2026-01-06'].map((day) => ask(day).total)).toEqual([0, 7, 6, 6]);
    expect(ask('2026-01-06').withoutEffect.map(({ reason }) => reason)).toEqual(['credit_cap']);
  });

  it('have no effect where they may not be had', async () => {
    const ask = await askRegime(parts, [aCase('a', 'P12', '2026-01-01'), credit('2026-01-02')]);
    expect(ask('2026-01-02')).toMatchObject({ total: 12, withoutEffect: [{ reason: 'credit_not_eligible' }] });
  });
});
