import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '../../../src/bootstrap';
import { readSettings } from '../../../src/config/read-settings';
import { OWNER_ROLE, SERVICE_ROLE } from '../../../src/database/embedded-postgres/prepare-database';
import { cli } from '../../support/cli';
import { Client } from '../../support/client';
import { anInspection, furnaceFacts, inspect, standing } from '../../support/furnace.builder';
import { TempFolder } from '../../support/temp-folder';
import { asAdmin, TEST_SERVER, TestServer, urlFor } from '../../support/test-server';
import { useService } from '../inspections/service';

jest.setTimeout(180_000);

/** The embedded PostgreSQL brings no such programs, and those of the system are seldom of its version. */
const isPossible = Boolean(process.env['TEST_DATABASE_URL']) && hasProgram('pg_dump') && hasProgram('pg_restore');
if (!isPossible) {
  process.stdout.write('SKIPPED, not passed: pg_dump and pg_restore. Needs TEST_DATABASE_URL and both programs.\n');
}

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

// eslint-disable-next-line no-restricted-syntax -- where it cannot be tested that is said, never passed
(isPossible ? describe : describe.skip)('a dump of the running service', () => {
  const service = useService();
  const folder = new TempFolder();
  const restored = `jifen_restored_${randomBytes(4).toString('hex')}`;
  const { adminUrl } = JSON.parse(process.env[TEST_SERVER] ?? '{}') as TestServer;
  const ownerUrl = () => urlFor(adminUrl, { user: OWNER_ROLE, database: restored });

  afterAll(async () => {
    folder.remove();
    await asAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${restored} WITH (FORCE)`));
  });

  it('restored as docs/operations.md says, serves the same standing and the same answers, and goes on', async () => {
    const code = await service.register(1);
    const body = anInspection(code, '2026-06-12', furnaceFacts({ 'site.waterZones': 1 }));
    const first = await inspect(service.client, body, 'before-dump');
    expect(first.status).toBe(201);
    const before = await standing(service.client, code, '2026-06-15');

    const file = join(folder.path, 'jifen.dump');
    execFileSync('pg_dump', ['--format=custom', `--file=${file}`, service.database.ownerUrl]);
    await asAdmin(adminUrl, async (admin) => {
      await admin.query(
        `CREATE DATABASE ${restored} OWNER ${OWNER_ROLE} ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0`,
      );
      await admin.query(`REVOKE ALL ON DATABASE ${restored} FROM PUBLIC`);
      await admin.query(`GRANT CONNECT ON DATABASE ${restored} TO ${SERVICE_ROLE}`);
    });
    execFileSync('pg_restore', ['--single-transaction', `--dbname=${ownerUrl()}`, file]);

    const serviceUrl = urlFor(adminUrl, { user: SERVICE_ROLE, database: restored });
    const settings = { DATABASE_URL: ownerUrl(), DATABASE_SERVICE_URL: serviceUrl, DATA_DIR: folder.path };
    const verified = await cli(settings, 'audit', 'verify');
    expect([verified.stderr, verified.exitCode]).toEqual(['', 0]);

    const app = await createApp({
      settings: readSettings({ LOG_LEVEL: 'error', DATA_DIR: folder.path }),
      connection: { url: serviceUrl },
      clock: service.clock,
    });
    try {
      // Who may call is restored too.
      const client = new Client(() => app, service.client.credential);
      expect(await standing(client, code, '2026-06-15')).toEqual(before);
      expect((await inspect(client, body, 'before-dump')).body).toEqual(first.body);
      expect((await inspect(client, body, 'after-restore')).status).toBe(201);
      expect((await client.get('/health/ready')).status).toBe(200);
    } finally {
      await app.close();
    }
  });
});
