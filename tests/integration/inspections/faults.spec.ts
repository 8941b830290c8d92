import { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { Answer, refusal } from '../../support/client';
import { anInspection, furnaceFacts, inspect } from '../../support/furnace.builder';
import { endConnections, entriesOf, findingOf, holding, untilLocked, useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00' });
const { client, stored, database } = service;
const WATER = { 'site.waterZones': 1 };

let subjects = 0;
const subject = () => service.register((subjects += 1));
const count = async (table: string): Promise<number> =>
  (await stored.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? NaN;

describe('what is stored', () => {
  let serving: DataSource;
  beforeAll(async () => {
    serving = await createDataSource({ url: database.serviceUrl }).initialize();
    const { findings } = await service.inspected(await subject(), '2026-06-12', WATER);
    await service.taken(`/findings/${findings[0]?.id}/rectification`, { completedOn: '2026-06-12' });
    await inspect(client, anInspection(await subject(), '2026-06-12'));
  });
  afterAll(() => serving.destroy());

  it.each(['record', 'inspection', 'finding', 'measure_event', 'audit_event', 'idempotency_key'])(
    'in %s is changed or deleted by nobody',
    async (table) => {
      const before = await count(table);
      expect(before).toBeGreaterThan(0);
      const [column] = await stored.rows<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns
          WHERE table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position LIMIT 1`,
        [table],
      );
      for (const statement of [`UPDATE ${table} SET ${column?.name} = ${column?.name}`, `DELETE FROM ${table}`]) {
        await expect(serving.query(statement)).rejects.toThrow('permission denied');
        await expect(stored.rows(statement)).rejects.toThrow('never changed or deleted');
      }
      await expect(serving.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('permission denied');
      expect(await count(table)).toBe(before);
    },
  );
});

describe('when the audit event of a change cannot be stored', () => {
  const refuse = (action: string): Promise<unknown> =>
    stored.rows(`
      CREATE FUNCTION refuse_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'audit is full'; END $$;
      CREATE TRIGGER refuse_audit BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.action = '${action}')
        EXECUTE FUNCTION refuse_audit()`);
  afterEach(() => stored.rows('DROP TRIGGER refuse_audit ON audit_event; DROP FUNCTION refuse_audit()'));

  it.each([
    ['inspection.recorded', (code: string) => inspect(client, anInspection(code, '2026-06-13', furnaceFacts(WATER)))],
    ['measure.created', (code: string) => inspect(client, anInspection(code, '2026-06-13', furnaceFacts(WATER)))],
    [
      'inspection.recorded',
      (code: string) => {
        const a = entriesOf(code);
        return client.post('/inspections/batch', {
          entries: [a.inspection('K1', '2026-06-13', WATER), a.inspection('K2', '2026-06-14')],
        });
      },
    ],
  ])('(%s) the inspection is not recorded', async (action, send) => {
    const code = await subject();
    await refuse(action);
    expect(await service.refused(() => send(code))).toBe('500 internal_error: internal_error at /');
  });

  it.each([
    ['annulment.recorded', 'annulment', { decidedOn: '2026-06-15', reason: '复核' }],
    ['measure.withdrawn', 'annulment', { decidedOn: '2026-06-15', reason: '复核' }],
    ['rectification.recorded', 'rectification', { completedOn: '2026-06-15' }],
    ['extension.recorded', 'extensions', { decidedOn: '2026-06-13', newDeadline: '2026-07-01', reason: '延期' }],
  ])('(%s) the %s is not recorded', async (action, call, body) => {
    const finding = findingOf(await service.inspected(await subject(), '2026-06-13', WATER), 'F14');
    await refuse(action);
    const send = () => client.post(`/findings/${finding}/${call}`, body);
    expect(await service.refused(send)).toBe('500 internal_error: internal_error at /');
  });

  it('(measure.completed) the measure stays open', async () => {
    const { standing } = await service.inspected(await subject(), '2026-06-13', WATER);
    await refuse('measure.completed');
    const send = () => client.post(`/measures/${standing.measures[0]?.id}/completion`, { completedOn: '2026-06-15' });
    expect(await service.refused(send)).toBe('500 internal_error: internal_error at /');
  });
});

describe('when the connection to the database is lost', () => {
  it('in the middle of recording, answers 503 with Retry-After, records nothing, and goes on', async () => {
    const code = await subject();
    const body = anInspection(code, '2026-06-13', furnaceFacts(WATER));
    let sent = Promise.resolve<Answer>({ status: 0, headers: {}, body: undefined });
    await holding(stored, code, async () => {
      sent = inspect(client, body, 'lost');
      await untilLocked(stored, 1);
      expect(await endConnections(stored, 'waiting')).toBe(1);
      await sent;
    });
    const answer = await sent;
    expect(refusal(answer)).toBe('503 unavailable: database_unavailable at /');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(
      await stored.rows('SELECT 1 FROM record r JOIN subject s ON s.id = r.subject_id WHERE code = $1', [code]),
    ).toEqual([]);
    expect(await inspect(client, body, 'lost')).toMatchObject({ status: 201, body: { points: 6 } });
  });

  it('while nothing runs, opens new ones', async () => {
    const code = await subject();
    await Promise.all([1, 2, 3, 4].map(() => client.get(`/measures`)));
    const ended = await endConnections(stored, 'all');
    expect(ended).toBeGreaterThan(0);
    const statuses: number[] = [];
    // The loss may be noticed only by whoever uses the connection next: it is answered 503, and the one after it is not.
    for (let n = 0; n <= ended; n += 1) {
      statuses.push((await inspect(client, anInspection(code, '2026-06-13'), `idle-${n}`)).status);
    }
    expect(statuses.every((status) => status === 201 || status === 503)).toBe(true);
    expect(statuses.at(-1)).toBe(201);
  });
});
