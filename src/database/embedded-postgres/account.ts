import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedPostgresError, USE_DATABASE_URL } from './embedded-postgres.error';

/** The system account PostgreSQL runs as; `switchTo` is set when this process is root and has to hand over to it. */
export interface Account {
  readonly name: string;
  readonly switchTo: { readonly uid: number; readonly gid: number } | undefined;
}

export interface Outcome {
  /** Null when the program could not be started or was killed. */
  readonly status: number | null;
  readonly output: string;
}

const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, and a cluster belongs to the account that made it: so it is the owner of the
 * cluster where there is one, else this process's own account or, as root, an unprivileged one every system has.
 * Nothing is added to the system.
 *
 * @throws EmbeddedPostgresError when no account fits
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const own = process.getuid?.();
  if (own !== 0) return { name: ownName(cluster, own, owner), switchTo: undefined };
  if (owner === 0) {
    throw new EmbeddedPostgresError(
      `The database in ${cluster} belongs to root, as which PostgreSQL refuses to run: give the directory back to the account that made it (chown -R).`,
    );
  }
  for (const candidate of owner === undefined ? UNPRIVILEGED : [String(owner)]) {
    const account = await lookUp(candidate);
    if (account !== undefined) return account;
  }
  const wanted = owner === undefined ? UNPRIVILEGED.join(' or ') : `number ${owner}, which owns ${cluster}`;
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root and this system has no account ${wanted}: start jifen as another account, or ${USE_DATABASE_URL}.`,
  );
}

function ownName(cluster: string, own: number | undefined, owner: number | undefined): string {
  if (owner !== undefined && owner !== own) {
    throw new EmbeddedPostgresError(
      `The database in ${cluster} belongs to account number ${owner} and this process runs as number ${own}: start jifen as the owner or as root, choose another data directory, or ${USE_DATABASE_URL}.`,
    );
  }
  try {
    return userInfo().username;
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL cannot run as account number ${own}, which has no entry in /etc/passwd: start jifen as an account with a name, or ${USE_DATABASE_URL}.`,
      { cause: error },
    );
  }
}

async function lookUp(nameOrNumber: string): Promise<Account | undefined> {
  const [name, uid, gid] = await Promise.all(['-un', '-u', '-g'].map((flag) => run('id', [flag, nameOrNumber])));
  if (name?.status !== 0 || uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { name: name.output.trim(), switchTo: { uid: Number(uid.output), gid: Number(gid.output) } };
}

/**
 * Runs a program to its end, as the account when one is given. Never rejects: a program that cannot be started has
 * status null and the reason as output.
 */
export function run(program: string, args: readonly string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...account?.switchTo, ...CHILD, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => resolve({ status: null, output: error.message }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

/**
 * An environment of their own, so that PGDATA, PGOPTIONS or a locale without messages we can read do not get in; and a
 * working directory every account may enter.
 */
export const CHILD = { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
