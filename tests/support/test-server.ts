import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { createApp } from '../../src/bootstrap';
import { SystemClock } from '../../src/common/clock';
import { readSettings } from '../../src/config/read-settings';
import { EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres/embedded-postgres';
import {
  ensureDatabase,
  ensureRoles,
  OWNER_ROLE,
  SERVICE_ROLE,
} from '../../src/database/embedded-postgres/prepare-database';
import { migrate } from '../../src/database/migrate';
import { TempFolder } from './temp-folder';

/** What the test processes need to know of the server; it reaches them through the environment. */
export interface TestServer {
  /** For a superuser. */
  readonly adminUrl: string;
  /** The migrated, empty database the tests copy. Nobody can connect to it. */
  readonly template: string;
  /** The same with the shipped rule sets installed: proving them takes seconds, which not every file has to spend. */
  readonly templateWithRules: string;
  /** What the names of this run's databases begin with. */
  readonly prefix: string;
  /** The rules folder without the examples: proving them at the start of every file would take a second each. */
  readonly rulesDir: string;
}

export const TEST_SERVER = 'JIFEN_TEST_SERVER';

const FOLDER = 'jifen-tests-';
const RULES = resolve(__dirname, '../../rules');

/** Starts a server of this run in a temporary folder. Durable it is not, and does not have to be. */
export async function startTemporaryServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  await removeAbandoned();
  const dataDir = join(tmpdir(), `${FOLDER}${process.pid}-${randomBytes(4).toString('hex')}`);
  const server = await startIn(dataDir);
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { adminUrl: urlFor(server.url, { user: 'postgres', database: 'postgres' }), stop };
}

/** Runs that were killed could not stop their servers. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    if (isAlive(Number(name.slice(FOLDER.length).split('-')[0]))) continue;
    // Another account's, or another run is at it: not ours to remove, and no reason not to test.
    await removeServer(join(tmpdir(), name)).catch(() => undefined);
  }
}

async function removeServer(dataDir: string): Promise<void> {
  await (await startIn(dataDir)).stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function startIn(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the roles and the template on a server. */
export async function prepareServer(adminUrl: string): Promise<TestServer> {
  const prefix = `jifen_test_${randomBytes(4).toString('hex')}_`;
  const template = `${prefix}template`;
  const templateWithRules = `${prefix}with_rules`;
  await asAdmin(adminUrl, async (admin) => {
    await ensureRoles(admin);
    // The roles come in with the password of the superuser, where there is one.
    const password = admin.password ? admin.escapeLiteral(admin.password) : 'null';
    for (const role of [OWNER_ROLE, SERVICE_ROLE]) await admin.query(`alter role ${role} login password ${password}`);
    await ensureDatabase(admin, template);
    await migrateTemplate(urlFor(adminUrl, { user: OWNER_ROLE, database: template }));
    // A database somebody is connected to cannot be copied.
    await admin.query(`alter database ${template} allow_connections false`);
    await ensureDatabase(admin, templateWithRules, template);
    await installRules(urlFor(adminUrl, { user: SERVICE_ROLE, database: templateWithRules }));
    await admin.query(`alter database ${templateWithRules} allow_connections false`);
  });
  return { adminUrl, template, templateWithRules, prefix, rulesDir: copyRules() };
}

async function migrateTemplate(url: string): Promise<void> {
  await migrate(url);
}

/** Of all the rules, examples included, as the service does when it starts. */
async function installRules(url: string): Promise<void> {
  const data = new TempFolder();
  const settings = readSettings({ LOG_LEVEL: 'error', DATA_DIR: data.path });
  const app = await createApp({ settings, connection: { url }, clock: new SystemClock() });
  await app.close();
  data.remove();
}

function copyRules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jifen-rules-'));
  const examples = join(RULES, 'examples');
  cpSync(RULES, folder, { recursive: true, filter: (source) => source !== examples });
  return folder;
}

/** Removes what a run made on the server, but for the roles. */
export async function cleanServer({ adminUrl, prefix, rulesDir }: TestServer): Promise<void> {
  rmSync(rulesDir, { recursive: true, force: true });
  await asAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await admin.query(`drop database ${name} with (force)`);
  });
}

export async function asAdmin<T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client(adminUrl);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** The URL with another role and database. The form with an empty host, for a socket, is none a URL object takes. */
export function urlFor(url: string, { user, database }: { user: string; database: string }): string {
  const parts = /^(postgres(?:ql)?:\/\/)(?:[^@/:]*(:[^@/]*)?@)?([^/?]*)[^?]*(\?.*)?$/.exec(url);
  if (parts === null)
    throw new Error('TEST_DATABASE_URL must have the form postgres://user:password@host:port/database');
  const [, scheme, password = '', host, query = ''] = parts;
  return `${scheme}${user}${password}@${host}/${database}${query}`;
}
