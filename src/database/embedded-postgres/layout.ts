import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Account, chooseAccount, run } from './account';
import { EmbeddedPostgresError, errorCode, errorText, USE_DATABASE_URL } from './embedded-postgres.error';

/** Where things are. All of it is below the data directory, but for the socket of a data directory with a long path. */
export interface Layout {
  readonly dataDir: string;
  readonly cluster: string;
  readonly socketDir: string;
  readonly serverLog: string;
}

export const PORT = 5432;

/** The limit for a socket's path is 103 bytes on macOS and 107 on Linux. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Makes the directories that are missing and chooses the account PostgreSQL runs as.
 *
 * As root the data directory and the parents made for it can be passed by every account, as PostgreSQL has to, but not
 * listed; what PostgreSQL keeps in it is closed to all but its account. Directories that exist stay as they are.
 *
 * @throws EmbeddedPostgresError when a directory cannot be made, or not be reached by the account
 */
export async function prepareLayout(givenDataDir: string): Promise<{ layout: Layout; account: Account }> {
  const requested = resolve(givenDataDir);
  makeDataDir(requested);
  const dataDir = realpathSync(requested);
  const cluster = join(dataDir, 'cluster');
  const account = await chooseAccount(cluster);
  await checkReach(dataDir, account);
  const layout = { dataDir, cluster, socketDir: chooseSocketDir(dataDir), serverLog: join(dataDir, 'server.log') };
  makePrivate(layout.socketDir, account);
  return { layout, account };
}

function makeDataDir(dataDir: string): void {
  const isRoot = process.getuid?.() === 0;
  const missing: string[] = [];
  for (let path = dataDir; !existsSync(path); path = dirname(path)) missing.unshift(path);
  try {
    for (const path of missing) {
      mkdirSync(path, { recursive: true });
      if (isRoot) chmodSync(path, 0o711);
      else if (path === dataDir) chmodSync(path, 0o700);
    }
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data directory ${dataDir} cannot be made (${errorText(error)}): choose another one, or ${USE_DATABASE_URL}.`,
      { cause: error },
    );
  }
}

async function checkReach(dataDir: string, account: Account): Promise<void> {
  const canPass = async (path: string): Promise<boolean> => (await run('test', ['-x', path], account)).status === 0;
  if (await canPass(dataDir)) return;
  const closed = await firstClosed(dataDir, canPass);
  throw new EmbeddedPostgresError(
    `The data directory ${dataDir} is out of reach for the account "${account.name}" that PostgreSQL runs as, because ${closed} is closed to it: choose another data directory, or ${USE_DATABASE_URL}.`,
  );
}

async function firstClosed(path: string, canPass: (path: string) => Promise<boolean>): Promise<string> {
  const parent = dirname(path);
  return parent === path || (await canPass(parent)) ? path : firstClosed(parent, canPass);
}

/** The name depends on the data directory alone: a later process has to find the socket of a server left running. */
function chooseSocketDir(dataDir: string): string {
  const usual = join(dataDir, 'run');
  if (fits(usual)) return usual;
  const name = `jifen-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  return [join(tmpdir(), name), join('/tmp', name)].find(fits) ?? usual;
}

function fits(socketDir: string): boolean {
  return Buffer.byteLength(join(socketDir, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH;
}

/**
 * Makes a directory that only the account can enter: whoever can reach the socket is let in without a password.
 *
 * @throws EmbeddedPostgresError when something else has the name, which in /tmp can be anybody's doing
 */
export function makePrivate(path: string, { switchTo }: Account): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw new EmbeddedPostgresError(
        `The directory ${path} cannot be made (${errorText(error)}): choose another data directory, or ${USE_DATABASE_URL}.`,
        { cause: error },
      );
    }
  }
  const found = lstatSync(path);
  const ours = [process.getuid?.(), switchTo?.uid];
  if (!found.isDirectory() || !ours.includes(found.uid)) {
    throw new EmbeddedPostgresError(
      `${path} is not a directory of the account PostgreSQL runs as: remove it, choose another data directory, or ${USE_DATABASE_URL}.`,
    );
  }
  chmodSync(path, 0o700);
  if (switchTo !== undefined) chownSync(path, switchTo.uid, switchTo.gid);
}
