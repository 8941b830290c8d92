import { FURNACE, standing } from '../../support/furnace.builder';
import { BatchAnswer, entriesOf, outcomesOf, useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00' });
const { client, clock, stored } = service;
const LEAK = { 'furnaces.withLeakAlarm': 1 };
const WATER = { 'site.waterZones': 1 };

let subjects = 0;
const subject = () => service.register((subjects += 1));
const send = async (entries: readonly unknown[]): Promise<BatchAnswer> =>
  (await client.post<BatchAnswer>('/inspections/batch', { entries })).body;

beforeEach(() => clock.set('2026-06-15T09:00:00+08:00'));

describe('an import that states when a record became known', () => {
  it('keeps that and the own instant of the service', async () => {
    const code = await subject();
    const a = entriesOf(code);
    await send([
      a.inspection('day', '2026-01-05', {}, '2026-01-06'),
      a.inspection('instant', '2026-01-07', {}, '2026-01-07T12:00:00.123+08:00'),
      a.inspection('now', '2026-01-08'),
    ]);
    const rows = await stored.rows(
      `SELECT r.key, r.known_at AS known, r.recorded_at AS recorded FROM record r JOIN subject s ON s.id = r.subject_id
        WHERE s.code = $1 ORDER BY number`,
      [code],
    );
    const recorded = new Date('2026-06-15T01:00:00.000Z');
    expect(rows).toEqual([
      // A day means its end, in the time zone of the rule set.
      { key: 'day', known: new Date('2026-01-06T15:59:59.999Z'), recorded },
      { key: 'instant', known: new Date('2026-01-07T04:00:00.123Z'), recorded },
      { key: 'now', known: recorded, recorded },
    ]);
  });

  it('changes what is answered as known then, and nothing else does', async () => {
    const code = await subject();
    const a = entriesOf(code);
    const at = async (known: string) => (await standing(client, code, '2026-02-01', known)).total;
    expect([await at('2026-01-10'), await at('2026-01-20')]).toEqual([0, 0]);
    await send([a.inspection('import', '2026-01-05', LEAK, '2026-01-15')]);
    expect([await at('2026-01-10'), await at('2026-01-20')]).toEqual([0, 3]);
    await send([a.inspection('late', '2026-01-06', WATER)]);
    expect([await at('2026-01-10'), await at('2026-01-20'), await at('2026-06-15')]).toEqual([0, 3, 9]);
  });

  it.each([
    ['in the future', '2026-06-15T09:00:00.001+08:00', '422 future_instant at /knownAt'],
    ['tomorrow', '2026-06-16', '422 future_instant at /knownAt'],
    ['before the day of the record', '2026-01-04', '422 known_before_day at /knownAt'],
    ['on no day', '2026-02-30', '400 no_such_instant at /knownAt'],
    ['without an offset', '2026-01-05T09:00:00', '400 no_such_instant at /knownAt'],
  ])('may not state it %s', async (_, known, told) => {
    const code = await subject();
    expect(outcomesOf(await send([entriesOf(code).inspection('K', '2026-01-05', {}, known)]))).toEqual([told]);
  });

  it('may state the present instant', async () => {
    const a = entriesOf(await subject());
    expect(outcomesOf(await send([a.inspection('K', '2026-06-15', {}, '2026-06-15T09:00:00+08:00')]))).toEqual(['201']);
  });

  it('may not state it before the latest that was known before the request, but the same instant', async () => {
    const code = await subject();
    const a = entriesOf(code);
    await send([a.inspection('first', '2026-01-05', {}, '2026-02-01T12:00:00+08:00')]);
    const answer = await send([
      a.inspection('before', '2026-01-06', {}, '2026-02-01T11:59:59.999+08:00'),
      a.inspection('equal', '2026-01-06', {}, '2026-02-01T04:00:00Z'),
      a.inspection('after', '2026-01-06', {}, '2026-03-01'),
      // Later in the request, yet not before what was known before it.
      a.inspection('between', '2026-01-06', {}, '2026-02-15'),
    ]);
    expect(outcomesOf(answer)).toEqual(['409 known_too_early at /knownAt', '201', '201', '201']);
    const numbers = await stored.rows(
      `SELECT r.key FROM record r JOIN subject s ON s.id = r.subject_id WHERE s.code = $1 ORDER BY r.number`,
      [code],
    );
    expect(numbers.map(({ key }) => key)).toEqual(['first', 'equal', 'between', 'after']);
  });

  it('is bound by what was recorded over the API, of any kind, but not by the register', async () => {
    const code = await subject();
    const a = entriesOf(code);
    clock.set('2026-05-01T09:00:00+08:00');
    const { findings } = await service.inspected(code, '2026-04-01', LEAK);
    clock.set('2026-06-01T09:00:00+08:00');
    await service.taken(`/findings/${findings[0]?.id}/rectification`, { completedOn: '2026-04-05' });
    clock.set('2026-06-15T09:00:00+08:00');
    expect(await client.patch(`/subjects/${code}`, { validFrom: '2026-06-10', name: '新名称' })).toMatchObject({
      status: 200,
    });
    const answer = await send([
      a.inspection('too-early', '2026-04-02', {}, '2026-05-20'),
      a.inspection('right', '2026-04-02', {}, '2026-06-01'),
    ]);
    expect(outcomesOf(answer)).toEqual(['409 known_too_early at /knownAt', '201']);
  });

  it('of two rule sets in one request is bound by what was known before the request only', async () => {
    const second = 'second-rules';
    await stored.rows('INSERT INTO rule_set SELECT $1, created_at FROM rule_set WHERE id = $2', [second, FURNACE]);
    await stored.rows(
      `INSERT INTO rule_set_version (id, rule_set_id, version, hash, canonical, status, shipped, published_at)
       SELECT gen_random_uuid(), $1, version, hash, canonical, status, shipped, published_at
         FROM rule_set_version WHERE rule_set_id = $2`,
      [second, FURNACE],
    );
    await stored.rows(
      `INSERT INTO rule_set_period (rule_set_id, version_id, days)
       SELECT $1, id, '[2021-10-01,)' FROM rule_set_version WHERE rule_set_id = $1`,
      [second],
    );
    const code = await subject();
    const a = entriesOf(code);
    const answer = await send([
      a.inspection('K1', '2026-03-01', LEAK, '2026-03-01'),
      { ...a.inspection('K1', '2026-02-01', LEAK, '2026-02-01'), ruleSet: second },
    ]);
    expect(outcomesOf(answer)).toEqual(['201', '201']);
    const again = await send([{ ...a.inspection('K2', '2026-02-01', {}, '2026-02-02'), ruleSet: second }]);
    expect(outcomesOf(again)).toEqual(['409 known_too_early at /knownAt']);
  });
});
