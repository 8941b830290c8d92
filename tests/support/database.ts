import { randomBytes } from 'node:crypto';
import { ensureDatabase, OWNER_ROLE, SERVICE_ROLE } from '../../src/database/embedded-postgres/prepare-database';
import { asAdmin, TEST_SERVER, TestServer, urlFor } from './test-server';

/** A migrated, empty database of a spec file's own. The URLs are known once the tests run, not while they are declared. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

export interface TestDatabaseOptions {
  /** With the shipped rule sets installed already. */
  readonly withRules?: boolean;
}

/** Creates a database before the tests of the file, or of the `describe` it is called in, and drops it after them. */
export function useTestDatabase({ withRules = false }: TestDatabaseOptions = {}): TestDatabase {
  let name: string | undefined;

  beforeAll(async () => {
    const { adminUrl, template, templateWithRules, prefix } = testServer();
    const database = `${prefix}${randomBytes(6).toString('hex')}`;
    await asAdmin(adminUrl, (admin) => ensureDatabase(admin, database, withRules ? templateWithRules : template));
    name = database;
  }, 30_000);

  afterAll(async () => {
    const dropped = name;
    name = undefined;
    if (dropped === undefined) return;
    await asAdmin(testServer().adminUrl, (admin) => admin.query(`drop database ${dropped} with (force)`));
  }, 30_000);

  const urlOf = (user: string): string => {
    if (name === undefined) throw new Error('the test database exists only while the tests run');
    return urlFor(testServer().adminUrl, { user, database: name });
  };
  return {
    get ownerUrl() {
      return urlOf(OWNER_ROLE);
    },
    get serviceUrl() {
      return urlOf(SERVICE_ROLE);
    },
  };
}

export function testServer(): TestServer {
  const told = process.env[TEST_SERVER];
  if (told === undefined) throw new Error('no test server: only the tiers with a global setup have one');
  return JSON.parse(told) as TestServer;
}
