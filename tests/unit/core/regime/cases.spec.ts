import { HistoryError } from '../../../../src/core/problems/problem';
import { Regime } from '../../../../src/core/rule-set/regime.types';
import { aCase, askRegime, totals } from '../../../support/regime.builder';
import { aText } from '../../../support/rule-set.builder';

const item = (points: unknown, extra: object = {}): Partial<Regime> => ({
  items: [{ code: 'X', title: aText('X'), points, ...extra } as NonNullable<Regime['items']>[number]],
});

const refusal = async (parts: Partial<Regime>, documents: Parameters<typeof askRegime>[1]): Promise<unknown> => {
  try {
    await askRegime(parts, documents);
  } catch (error) {
    return error instanceof HistoryError ? error.problems.map(({ code, path }) => [code, path]) : error;
  }
  return undefined;
};

describe('a case', () => {
  describe('when its points are worked out', () => {
    const points = {
      formula: {
        add: [{ multiply: [0.25, { fact: 'units' }] }, { values: { fact: 'kind', rows: { large: 2 }, otherwise: 0 } }],
      },
    };

    it('is exact, and capped before anything multiplies it', async () => {
      const parts = { ...item(points, { cap: 3 }), multipliers: [{ code: 'm', repeat: { factors: [2] } }] };
      const facts = (units: number, kind: string) => ({ facts: { units, kind } });
      const days = ['2026-01-01', '2026-01-02'];
      const history = [aCase('a', 'X', days[0]!, facts(3, 'small')), aCase('b', 'X', days[1]!, facts(9, 'large'))];
      expect(await totals(parts, history, days)).toEqual({ '2026-01-01': 1.5, '2026-01-02': 7.5 });
    });

    it('is refused without a fact that they need: unknown is not no', async () => {
      const documents = [aCase('a', 'X', '2026-01-01', { facts: { units: 3 } })];
      expect(await refusal(item(points), documents)).toEqual([['case_fact_missing', '/records/0/facts/kind']]);
    });
  });

  describe('when a variant holds', () => {
    it('takes the highest of those that hold', async () => {
      const grave = { fact: 'grave', operator: 'equal' as const, value: true };
      const parts = item(1, {
        variants: [
          { points: 4, when: grave },
          { points: 6, when: { all: [grave, { happened: 'paid' }] } },
        ],
      });
      const documents = [
        aCase('a', 'X', '2026-01-01', { facts: { grave: false } }),
        aCase('b', 'X', '2026-01-02', { facts: { grave: true } }),
        aCase('c', 'X', '2026-01-03', { facts: { grave: true }, dates: { paid: '2026-01-03' } }),
      ];
      const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
      expect(Object.values(await totals(parts, documents, days))).toEqual([1, 5, 11]);
    });
  });

  describe('when its points are for the authority to choose', () => {
    const parts = item({ choice: { min: 2, max: 6, step: 0.5 } });
    const chosen = (points: number) => [
      aCase('a', 'X', '2026-01-01', { choice: { points, by: 'A', on: '2026-01-01', reason: 'R' } }),
    ];

    it('takes a choice within the set', async () => {
      expect(await totals(parts, chosen(2.5), ['2026-01-01'])).toEqual({ '2026-01-01': 2.5 });
    });

    it.each([1.5, 6.5, 2.25])('refuses a choice of %d', async (points) => {
      expect(await refusal(parts, chosen(points))).toEqual([['choice_not_allowed', '/records/0/choice/points']]);
    });

    it('refuses a case without a choice, and a choice where there is none to make', async () => {
      expect(await refusal(parts, [aCase('a', 'X', '2026-01-01')])).toEqual([['choice_missing', '/records/0/choice']]);
      expect(await refusal(item(2), chosen(2))).toEqual([['choice_refused', '/records/0/choice']]);
    });
  });

  describe('when a violation continues (a regime of our own: no published one has it)', () => {
    const continued = (extra: object): Partial<Regime> => ({
      ...item({ perDay: 2, from: 'on', to: 'ended', ...extra }),
      scores: [{ code: 'points', text: aText('Points'), life: { validity: { length: { days: 10 } } } }],
      ladders: [{ code: 'L', score: 'points', rungs: [{ code: 'R', text: aText('R'), at: 6, measures: ['M'] }] }],
      measures: [{ code: 'M', text: aText('M') }],
    });
    const history = [
      aCase('a', 'X', '2026-01-01'),
      { type: 'milestone' as const, case: 'a', date: 'ended', on: '2026-01-05' },
    ];

    it('adds each day, reaches the rung on its day, and lets each day expire by itself', async () => {
      const ask = await askRegime(continued({}), history);
      const days = [
        '2026-01-01',
        '2026-01-02',
        '2026-01-03',
        '2026-01-04',
        '2026-01-05',
        '2026-01-10',
        '2026-01-11',
        '2026-01-14',
      ];
      expect(days.map((day) => ask(day).total)).toEqual([2, 4, 6, 8, 8, 8, 6, 0]);
      expect(ask('2026-01-14').regime?.measures.map(({ on, points }) => [on, points])).toEqual([['2026-01-03', 6]]);
    });

    it('counts the last day where the regime says so', async () => {
      expect(await totals(continued({ includesLast: true }), history, ['2026-01-05'])).toEqual({ '2026-01-05': 10 });
    });

    it('goes on while its end has not come', async () => {
      expect(await totals(continued({}), history.slice(0, 1), ['2026-01-08'])).toEqual({ '2026-01-08': 16 });
    });
  });

  describe('when it is annulled', () => {
    it('never counted, once that is known', async () => {
      const ask = await askRegime({}, [
        aCase('a', 'P5', '2026-01-01'),
        { type: 'annulment', decidedOn: '2026-02-01', annuls: { record: 'a' } },
      ]);
      expect(ask('2026-01-15').total).toBe(0);
    });
  });

  describe('when it names what there is not', () => {
    it.each([
      ['an item', aCase('a', 'Z', '2026-01-01'), 'unknown_case_item', '/item'],
      ['a date', aCase('a', 'P1', '2026-01-01', { dates: { never: '2026-01-01' } }), 'unknown_date', '/dates/never'],
      ['a tag', aCase('a', 'P1', '2026-01-01', { tags: { nothing: 'x' } }), 'unknown_tag', '/tags/nothing'],
      [
        'a register fact',
        aCase('a', 'P1', '2026-01-01', { facts: { licence: { class: 'full' } } }),
        'register_fact',
        '/facts/licence/class',
      ],
      ['a case', { type: 'milestone', case: 'z', date: 'paid', on: '2026-01-01' }, 'no_such_case', ''],
      ['a credit', { type: 'credit', credit: 'z', on: '2026-01-01' }, 'unknown_credit', '/credit'],
      [
        'a measure',
        { type: 'measure', measure: 'z', event: 'started', on: '2026-01-01' },
        'unknown_measure',
        '/measure',
      ],
      [
        'a fact of a case for a subject',
        { type: 'subject', on: '2026-01-01', facts: { units: 1 } },
        'not_register_fact',
        '/facts',
      ],
    ] as const)('is refused for %s', async (_, document, code, path) => {
      expect(await refusal({}, [document])).toEqual([[code, `/records/0${path}`]]);
    });
  });
});
