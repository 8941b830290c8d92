import { prepareServer, startTemporaryServer, TEST_SERVER } from './test-server';

/** What the teardown undoes; both run in the process that runs the tests, not in those that are the tests. */
export interface TestRun {
  stop(): Promise<void>;
}

declare global {
  var testRun: TestRun | undefined;
}

/**
 * Provides one PostgreSQL for all tests of a run: that of TEST_DATABASE_URL (a superuser's; PostgreSQL 15 or newer),
 * or an embedded one that lasts as long as the run.
 */
export default async function setUp(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  const { adminUrl, stop } = given ? { adminUrl: given, stop: () => Promise.resolve() } : await startTemporaryServer();
  globalThis.testRun = { stop };
  // Ctrl-C ends a run without its teardown.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    process.env[TEST_SERVER] = JSON.stringify(await prepareServer(adminUrl));
  } catch (error) {
    await stop();
    throw error;
  }
}
