import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../../src/bootstrap';
import { readSettings } from '../../../src/config/read-settings';
import { EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/database/embedded-postgres/embedded-postgres';
import { migrate } from '../../../src/database/migrate';
import { Client } from '../../support/client';
import { setUpOffices } from '../../support/register.builder';
import { EVERY_SCOPE } from '../../support/test-callers';
import { TestClock } from '../../support/test-clock';

/** The service in this process on a PostgreSQL of its own, which the tests may take away. */
export interface OwnService {
  readonly client: Client;
  readonly ownerUrl: string;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
}

const NOBODY = () => Promise.resolve({});

/** Begins before the tests of the file, or of the `describe` it is called in, and ends after them. */
export function useOwnService(folder: () => string, environment: Readonly<Record<string, string>> = {}): OwnService {
  let app: NestFastifyApplication | undefined;
  let server: EmbeddedPostgres | undefined;
  const dataDir = (): string => join(folder(), 'data');
  const startDatabase = async (): Promise<void> => {
    server = await startEmbeddedPostgres({ dataDir: dataDir(), log: () => undefined });
  };
  const stopDatabase = async (): Promise<void> => server?.stop();
  const running = (): EmbeddedPostgres => {
    if (server === undefined) throw new Error('there is a database only while the tests run');
    return server;
  };
  const client = new Client(() => {
    if (app === undefined) throw new Error('there is a service only while the tests run');
    return app;
  }, NOBODY).as(EVERY_SCOPE);

  beforeAll(async () => {
    // PostgreSQL may run as another account, which has to get in.
    chmodSync(folder(), 0o755);
    await startDatabase();
    await migrate(running().url);
    const limits = { RATE_LIMIT: '0', ADDRESS_RATE_LIMIT: '0' };
    app = await createApp({
      settings: readSettings({ LOG_LEVEL: 'silent', DATA_DIR: dataDir(), ...limits, ...environment }),
      connection: { url: running().serviceUrl },
      clock: new TestClock('2026-06-15T09:00:00+08:00'),
    });
    await setUpOffices(client);
  }, 180_000);

  afterAll(async () => {
    await app?.close();
    await stopDatabase();
  }, 60_000);

  return {
    client,
    get ownerUrl() {
      return running().url;
    },
    stopDatabase,
    startDatabase,
  };
}
