import { aCase, askRegime, regimeRules, totals } from '../../../support/regime.builder';
import { aText } from '../../../support/rule-set.builder';
import { Life } from '../../../../src/core/rule-set/regime.types';
import { readHistory } from '../../../../src/core/ledger/read-history';
import { foldHistory } from '../../../../src/core/ledger/standing';
import { civilDate } from '../../../../src/core/dates/civil-date';

const scored = (life: Life) => ({ scores: [{ code: 'points', text: aText('Points'), life }] });

describe('the life of a posting', () => {
  describe('when a window has a bound', () => {
    it.each([
      ['[)' as const, { '2027-02-27': 5, '2027-02-28': 0, '2027-03-01': 0 }],
      ['[]' as const, { '2027-02-27': 5, '2027-02-28': 5, '2027-03-01': 0 }],
    ])('%s decides about the anniversary, which clamps to the end of the month', async (bounds, expected) => {
      const life = { window: { length: { months: 12 }, bounds } };
      expect(await totals(scored(life), [aCase('a', 'P5', '2026-02-28')], Object.keys(expected))).toEqual(expected);
    });
  });

  describe('when a window ends with the last case', () => {
    const life = { window: { length: { years: 3 }, bounds: '[]' as const, ending: 'last_case' as const } };

    it('keeps what the calendar alone would let go, until a case comes', async () => {
      const history = [aCase('a', 'P3', '2021-01-01'), aCase('b', 'P5', '2024-01-02')];
      const days = ['2024-01-01', '2024-01-02', '2030-01-01'];
      expect(await totals(scored(life), history, days)).toEqual({ '2024-01-01': 3, '2024-01-02': 5, '2030-01-01': 5 });
    });

    it('does not count a case that is recorded late and lies too far back', async () => {
      const counting = { posted: 'decided', window: 'on' };
      const history = [
        aCase('b', 'P5', '2024-01-02', { dates: { decided: '2024-01-02' } }),
        aCase('a', 'P3', '2021-01-01', { dates: { decided: '2024-06-01' } }),
      ];
      const days = ['2024-01-02', '2024-06-01'];
      expect(await totals({ ...scored(life), counting }, history, days)).toEqual({ '2024-01-02': 5, '2024-06-01': 5 });
    });
  });

  describe('when a cycle ends', () => {
    const cycle = (clears: NonNullable<NonNullable<Life['cycle']>['end']>['clears'], below?: number): Life => ({
      cycle: { anchor: { month: 1, day: 1 }, months: 12, end: { clears, ...(below === undefined ? {} : { below }) } },
    });
    const paid = { happened: 'paid' };
    const history = [
      aCase('a', 'P5', '2026-03-01', { dates: { paid: '2026-12-31' } }),
      aCase('b', 'P3', '2026-03-01', { dates: { paid: '2027-01-01' } }),
    ];
    const days = ['2026-12-31', '2027-01-01', '2028-01-01'];

    it.each([
      ['clears all', cycle('all'), [8, 0, 0]],
      ['clears none', cycle('none'), [8, 8, 8]],
      ['clears each that was paid on its last day, and the rest a cycle later', cycle({ each: paid }), [8, 3, 0]],
      ['clears all or nothing', cycle({ allIfEach: paid }), [8, 8, 0]],
      ['clears nothing from a value on', cycle('all', 8), [8, 8, 8]],
      ['clears below that value', cycle('all', 9), [8, 0, 0]],
    ])('%s', async (_, life, expected) => {
      expect(Object.values(await totals(scored(life), history, days))).toEqual(expected);
    });

    it('treats a case recorded after the end as if it had been there', async () => {
      const parts = { ...scored(cycle('all')), counting: { posted: 'decided', window: 'on' } };
      const late = aCase('a', 'P5', '2026-12-31', { dates: { decided: '2027-01-05' } });
      expect(await totals(parts, [late], ['2027-01-05'])).toEqual({ '2027-01-05': 0 });
    });

    it('begins a cycle on the anniversary of a date of the subject, clamped', async () => {
      const life: Life = { cycle: { anchor: { subject: 'licence.issued' }, months: 12 } };
      const subject = { type: 'subject' as const, on: '2024-02-29', facts: { licence: { issued: '2024-02-29' } } };
      const parts = scored(life);
      const found = await totals(parts, [subject, aCase('a', 'P5', '2026-02-27')], ['2026-02-27', '2026-02-28']);
      expect(found).toEqual({ '2026-02-27': 5, '2026-02-28': 0 });
    });

    it('names the register fact that nobody has recorded', async () => {
      const life: Life = { cycle: { anchor: { subject: 'licence.issued' }, months: 12 } };
      const ask = await askRegime(scored(life), [aCase('a', 'P5', '2026-02-27')]);
      expect(ask('2026-02-27').regime?.missingFacts).toEqual(['licence.issued']);
    });
  });

  describe('when a clean period has passed', () => {
    it('gives a credit again and again, down to the floor, and begins anew with a case', async () => {
      const clean = [{ code: 'c', length: { months: 6 }, then: { credit: 2 }, repeats: true }];
      const parts = { scores: [{ code: 'points', text: aText('Points'), floor: 0, life: { clean } }] };
      const history = [aCase('a', 'P5', '2026-01-01'), aCase('b', 'P1', '2026-06-30')];
      const days = ['2026-07-01', '2026-12-29', '2026-12-30', '2027-06-30', '2027-12-30', '2028-12-30'];
      expect(Object.values(await totals(parts, history, days))).toEqual([6, 6, 4, 2, 0, 0]);
    });
  });

  describe('when versions differ', () => {
    it('lets each posting live by the version that made it', async () => {
      const version = (months: number) => regimeRules(scored({ validity: { length: { months } } }));
      const [older, newer] = [version(12), version(18)];
      const documents = [aCase('a', 'P3', '2025-06-01'), aCase('b', 'P5', '2026-02-01')];
      const records = await readHistory(documents, (day) => (day < '2026-01-01' ? older : newer), 'Asia/Shanghai');
      const total = (asOf: string) => foldHistory({ records, rules: newer, asOf: civilDate(asOf) }).total;
      expect([total('2026-05-31'), total('2026-06-01'), total('2027-07-31'), total('2027-08-01')]).toEqual([
        8, 5, 5, 0,
      ]);
    });
  });
});
