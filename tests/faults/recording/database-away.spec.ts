import { Client as Session } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Answer, refusal } from '../../support/client';
import { anInspection, furnaceFacts, inspect } from '../../support/furnace.builder';
import { aSubject, creditCode } from '../../support/register.builder';
import { TempFolder } from '../../support/temp-folder';
import { query } from '../database/servers';
import { useOwnService } from '../support/own-service';

jest.setTimeout(180_000);

const folder = new TempFolder();
const STATEMENT_TIMEOUT = '1500';
const service = useOwnService(() => folder.path, {
  ...{ POOL_SIZE: '3', POOL_TIMEOUT: '1000', QUEUE_LIMIT: '4' },
  STATEMENT_TIMEOUT,
});
// After the service has ended: hooks run in the order they were declared.
afterAll(() => folder.remove());
const { client } = service;
const code = creditCode(1);
const body = anInspection(code, '2026-06-12', furnaceFacts({ 'site.waterZones': 1 }));

beforeAll(async () => {
  expect((await client.post('/subjects', aSubject(1))).status).toBe(201);
});

function expectUnavailable(answer: Answer, codes: readonly string[]): void {
  expect(answer.status).toBe(503);
  expect(codes).toContain(refusal(answer).split(' ')[2]);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.headers['content-type']).toContain('application/problem+json');
}

const records = async (): Promise<unknown> =>
  (await query(service.ownerUrl, `SELECT count(*)::int AS n FROM inspection`))[0]?.n;

/** Sends until it is taken: the connections that were lost are noticed one by one. */
async function untilTaken(key: string): Promise<Answer> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answer = await inspect(client, body, key);
    if (answer.status !== 503) return answer;
    await sleep(100);
  }
  throw new Error('the service did not recover');
}

describe('a database that is stopped', () => {
  it('is answered 503 with Retry-After by everything that needs it; the service lives, and is not ready', async () => {
    await service.stopDatabase();
    expectUnavailable(await inspect(client, body, 'stopped-1'), ['database_unavailable']);
    expectUnavailable(await client.get(`/subjects/${code}`), ['database_unavailable']);
    expect((await client.get('/health/live')).status).toBe(200);
    expect(refusal(await client.get('/health/ready'))).toContain('check_failed');
    expect(await client.get('/metrics')).toMatchObject({
      status: 200,
      body: expect.stringContaining('_up 0') as string,
    });
    // Only who was known before: of anybody else nobody can say who they are.
    const stranger = client.with({ authorization: `Bearer jf_${'x'.repeat(43)}` });
    expectUnavailable(await stranger.get('/metrics'), ['database_unavailable']);
  });

  it('is used again as soon as it is there, without a restart of the service', async () => {
    await service.startDatabase();
    expect((await untilTaken('stopped-1')).status).toBe(201);
    expect((await client.get('/health/ready')).status).toBe(200);
    expect(await records()).toBe(1);
  });
});

describe('a database that is slow', () => {
  let session: Session;
  beforeAll(async () => {
    session = new Session(service.ownerUrl);
    await session.connect();
  });
  afterAll(() => session.end());

  it('is answered 503 with Retry-After after its time, and nothing is recorded by halves', async () => {
    await session.query('BEGIN');
    await session.query('LOCK TABLE finding IN ACCESS EXCLUSIVE MODE');
    const before = await records();
    expectUnavailable(await inspect(client, body, 'slow-1'), ['database_unavailable']);
    expect(await records()).toBe(before);
  });

  it('refuses what can no longer wait, at once', async () => {
    const sent = Date.now();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => inspect(client, body, `slow-many-${n}`)));
    for (const answer of answers) expectUnavailable(answer, ['database_unavailable', 'too_busy']);
    // Three work and four wait.
    expect(answers.filter((answer) => refusal(answer).includes('too_busy'))).toHaveLength(13);
    expect(Date.now() - sent).toBeLessThan(30_000);
  });

  it('is used again as soon as it is quick', async () => {
    await session.query('ROLLBACK');
    expect((await untilTaken('slow-1')).status).toBe(201);
    expect(await records()).toBe(2);
  });
});
