import { DynamicModule } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/bootstrap';
import { readSettings } from '../../src/config/read-settings';
import { Client } from './client';
import { TestDatabase, testServer } from './database';
import { logLines, LogLines } from './log-lines';
import { TempFolder } from './temp-folder';
import { EVERY_SCOPE } from './test-callers';
import { TestClock } from './test-clock';

/** The service on a test database. Known once the tests run, not while they are declared. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  /** Sends requests to it, without a socket, as a machine that may do all that machines may. */
  readonly client: Client;
  readonly clock: TestClock;
  /** What it logged so far. */
  readonly log: LogLines;
}

export interface TestAppOptions {
  /** The instant the clock stands at. */
  readonly now?: string;
  /** Variables of the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly extra?: NonNullable<DynamicModule['imports']>;
  /** False lets answers through that are not what their route declares; there is hardly a reason. */
  readonly checkResponses?: boolean;
}

/** All requests of a test come from one address at once: the limits on that are for the tests of the limits. */
const TEST_SETTINGS = {
  LOG_LEVEL: 'info',
  POOL_SIZE: '5',
  QUEUE_LIMIT: '10000',
  RATE_LIMIT: '0',
  ADDRESS_RATE_LIMIT: '0',
};

/** Makes the service before the tests of the file, or of the `describe` it is called in, and closes it after them. */
export function useTestApp(database: TestDatabase, options: TestAppOptions = {}): TestApp {
  const clock = new TestClock(options.now ?? '2026-06-15T09:00:00+08:00');
  const log = logLines();
  let app: NestFastifyApplication | undefined;
  let data: TempFolder | undefined;

  beforeAll(async () => {
    data = new TempFolder();
    app = await createApp({
      settings: readSettings({
        ...TEST_SETTINGS,
        DATA_DIR: data.path,
        RULES_DIR: testServer().rulesDir,
        ...options.environment,
      }),
      connection: { url: database.serviceUrl },
      clock,
      log: log.destination,
      checkResponses: options.checkResponses ?? true,
      extra: options.extra ?? [],
    });
  }, 60_000);

  afterAll(async () => {
    await app?.close();
    data?.remove();
  });

  const running = (): NestFastifyApplication => {
    if (app === undefined) throw new Error('the application exists only while the tests run');
    return app;
  };
  const client = new Client(running, () => Promise.resolve({})).as(EVERY_SCOPE);
  return {
    get app() {
      return running();
    },
    client,
    clock,
    log,
  };
}
