import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { Account, run } from './account';
import { Binaries } from './binaries';
import { EmbeddedPostgresError, errorCode, USE_DATABASE_URL } from './embedded-postgres.error';
import { makePrivate } from './layout';

/** The superuser of the cluster, for the supervisor's own use. */
export const SUPERUSER = 'postgres';

/**
 * Makes the cluster when there is none yet. It is made under another name and renamed when complete: a process that is
 * killed meanwhile leaves no half cluster behind, and of two processes that do it at once one wins.
 *
 * The collation is C, which sorts alike on every system and under every version.
 *
 * @returns whether it was made
 * @throws EmbeddedPostgresError when it cannot be made, or was made by another major version of PostgreSQL
 */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<boolean> {
  if (fs.existsSync(join(cluster, 'PG_VERSION'))) {
    checkVersion(cluster, binaries);
    return false;
  }
  const partial = fs.mkdtempSync(`${cluster}-`);
  try {
    makePrivate(partial, account);
    const settings = ['--username', SUPERUSER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C'];
    const options = ['--pgdata', partial, ...settings, '--no-instructions', ...(durable ? [] : ['--no-sync'])];
    const { status, output } = await run(binaries.initdb, options, account);
    if (status !== 0) throw initdbFailed(cluster, output);
    return rename(partial, cluster);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
}

function checkVersion(cluster: string, { majorVersion }: Binaries): void {
  const found = fs.readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new EmbeddedPostgresError(
    `The database in ${cluster} was written by PostgreSQL ${found} and this is PostgreSQL ${majorVersion}: dump it with the former version and restore it, or ${USE_DATABASE_URL}.`,
  );
}

function rename(partial: string, cluster: string): boolean {
  try {
    fs.renameSync(partial, cluster);
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error;
    if (fs.existsSync(join(cluster, 'PG_VERSION'))) return false;
    throw new EmbeddedPostgresError(
      `The directory ${cluster} holds something that is not a PostgreSQL database: move it away, or choose another data directory.`,
      { cause: error },
    );
  }
  // Without this a power failure may undo the renaming, though not what PostgreSQL wrote since.
  const parent = fs.openSync(dirname(cluster), 'r');
  fs.fsyncSync(parent);
  fs.closeSync(parent);
  return true;
}

function initdbFailed(cluster: string, output: string): EmbeddedPostgresError {
  const lines = output.trim().split('\n');
  const reason = lines.find((line) => /error|fatal|could not/i.test(line)) ?? lines.at(-1) ?? '';
  return new EmbeddedPostgresError(
    `The database in ${cluster} cannot be made (${reason.trim()}): choose another data directory, or ${USE_DATABASE_URL}.`,
  );
}
