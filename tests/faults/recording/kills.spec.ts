import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/database/embedded-postgres/embedded-postgres';
import { anInspection, furnaceFacts, RecordedInspection } from '../../support/furnace.builder';
import { aSubject, creditCode } from '../../support/register.builder';
import { TempFolder } from '../../support/temp-folder';
import { query } from '../database/servers';
import { accountFor } from '../support/account-for';
import { created, HttpAnswer, send } from '../support/http-client';
import { Load } from '../support/load';
import { ServiceProcess } from '../support/service-process';

// Processes start and recover in it, on a machine that may be busy.
jest.setTimeout(900_000);

const folder = new TempFolder();
// PostgreSQL may run as another account, which has to get in.
chmodSync(folder.path, 0o755);
const dataDir = join(folder.path, 'data');
const service = new ServiceProcess(dataDir);
const load = new Load(service, 8);

/** Recorded between one fault and the next. */
const BETWEEN = 40;

beforeAll(async () => {
  await service.start();
  await load.prepare();
  load.start();
}, 900_000);

afterAll(async () => {
  await load.stop();
  await service.stop();
  folder.remove();
}, 900_000);

/** Looks into the database beside the service. */
async function beside<T>(look: (server: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    return await look(server);
  } finally {
    await server.stop();
  }
}

describe('in the middle of a load', () => {
  it('the service is killed, and goes on after its next start', async () => {
    await load.until(BETWEEN);
    await service.kill();
    await service.start();
    await load.until(BETWEEN);
  });

  it('the database is killed, and the service starts it again and goes on by itself', async () => {
    const killed = service.postmaster();
    service.killDatabase();
    await load.until(BETWEEN);
    expect(service.postmaster()).not.toBe(killed);
  });

  it('both are killed, and go on after the next start', async () => {
    service.killDatabase();
    await service.kill();
    await service.start();
    await load.until(BETWEEN);
  });

  it('the database is killed again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      service.killDatabase();
      await load.until(10);
    }
  });
});

describe('afterwards', () => {
  it('everything acknowledged is there once and whole, and answered under its key as before', async () => {
    await load.stop();
    expect(load.unexpected.concat(service.failures)).toEqual([]);
    const { acknowledged, lost, doubled, half } = await beside(({ url: ownerUrl }) =>
      accountFor(load.acknowledged, { origin: service.url, ownerUrl }),
    );
    process.stdout.write(
      `kills: acknowledged ${acknowledged}, lost ${lost.length}, doubled ${doubled}, half ${half}; ` +
        `${load.failures} attempts failed and were sent again\n`,
    );
    expect({ lost, doubled, half }).toEqual({ lost: [], doubled: 0, half: 0 });
    expect(acknowledged).toBeGreaterThanOrEqual(4 * BETWEEN);
    expect(load.failures).toBeGreaterThan(0);
  });
});

describe('requests that race', () => {
  const record = (n: number, key: string): Promise<HttpAnswer<RecordedInspection>> =>
    send(service.url, ['POST', '/inspections'], {
      key,
      body: anInspection(creditCode(n), '2026-06-12', furnaceFacts({ 'site.waterZones': 1 })),
    });

  it('make each measure once', async () => {
    await created(service.url, '/subjects', aSubject(101));
    const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => record(101, `race-${n}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const measures = await beside(({ url }) =>
      query(
        url,
        `SELECT rung, count(*)::int AS n FROM measure m JOIN subject s ON s.id = m.subject_id
          WHERE s.code = '${creditCode(101)}' GROUP BY 1`,
      ),
    );
    expect(measures.length).toBeGreaterThan(0);
    expect(measures.every(({ n }) => n === 1)).toBe(true);
  });

  it('with one key record once, and are all answered the same', async () => {
    await created(service.url, '/subjects', aSubject(102));
    const answers = await Promise.all(Array.from({ length: 24 }, () => record(102, 'race-one-key')));
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], status: 201 });
    const [{ n } = { n: NaN }] = await beside(({ url }) =>
      query(
        url,
        `SELECT count(*)::int AS n FROM record r JOIN subject s ON s.id = r.subject_id
          WHERE s.code = '${creditCode(102)}'`,
      ),
    );
    expect(n).toBe(1);
  });
});
