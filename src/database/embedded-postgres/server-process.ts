import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Account, CHILD } from './account';
import { Binaries } from './binaries';
import { EmbeddedPostgresError, errorCode } from './embedded-postgres.error';
import { Layout, PORT } from './layout';

/** A server that runs on a cluster, as its lock file describes it. */
export interface RunningServer {
  readonly pid: number;
  readonly socketDir: string;
  readonly isReady: boolean;
}

/** A server this process started; it may exit at once because another one runs. */
export interface StartedServer {
  readonly pid: number | undefined;
  hasExited(): boolean;
  /** What it wrote to its log since it was started. */
  output(): string;
}

const LARGEST_LOG = 10_000_000;

/** The server on a cluster, whoever started it. Lock files that outlived their server do not count. */
export function findServer(cluster: string): RunningServer | undefined {
  const lines = readLines(lockFile(cluster));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServer(pid, cluster)) return undefined;
  return { pid, socketDir: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Removes lock files that name a process which is no server: a number given anew after a restart of the system, or a
 * dead process nobody reaps. PostgreSQL itself gives way only when no process has the number; it is still held back by
 * the shared memory of a server that lives, so nothing is at risk.
 */
export function removeStaleLocks({ cluster, socketDir }: Layout): void {
  if (findServer(cluster) !== undefined) return;
  fs.rmSync(lockFile(cluster), { force: true });
  fs.rmSync(join(socketDir, `.s.PGSQL.${PORT}.lock`), { force: true });
}

/** Starts a server that outlives this process and is out of reach of the terminal's Ctrl-C. */
export function spawnServer(binaries: Binaries, layout: Layout, account: Account, durable: boolean): StartedServer {
  const log = openLog(layout.serverLog);
  const start = fs.fstatSync(log).size;
  const options = {
    ...account.switchTo,
    ...CHILD,
    detached: true,
    stdio: ['ignore', log, log] as ['ignore', number, number],
  };
  const child = spawn(binaries.postgres, ['-D', layout.cluster, ...settings(layout, durable)], options);
  fs.closeSync(log);
  let exited = false;
  child.on('error', () => (exited = true));
  child.on('exit', () => (exited = true));
  child.unref();
  const output = (): string => fs.readFileSync(layout.serverLog).subarray(start).toString('utf8');
  return { pid: child.pid, hasExited: () => exited, output };
}

/** Nothing listens on TCP. Logs name no values: statements and details of errors hold personal data. */
function settings({ socketDir }: Layout, durable: boolean): string[] {
  const values = {
    listen_addresses: '',
    port: String(PORT),
    // A list: quoted, a comma in the path does not split it.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    cluster_name: 'jifen',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function openLog(path: string): number {
  const size = fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) fs.renameSync(path, `${path}.1`);
  return fs.openSync(path, 'a', 0o600);
}

/**
 * Stops a server: fast (sessions are cut off, everything is written out), then, when it takes longer than the given
 * time, immediate (the next start recovers from the log; what was committed is kept).
 *
 * @throws EmbeddedPostgresError when it runs on nevertheless
 */
export async function stopServer(
  cluster: string,
  pid: number,
  patienceMs: number,
  log: (message: string) => void,
): Promise<void> {
  if (await signalAndWait(cluster, pid, 'SIGINT', patienceMs)) return;
  log(`PostgreSQL did not stop within ${patienceMs} ms and is stopped immediately; the next start recovers`);
  // After 5 s PostgreSQL itself kills what did not heed an immediate shutdown.
  if (await signalAndWait(cluster, pid, 'SIGQUIT', 10_000)) return;
  throw new EmbeddedPostgresError(
    `PostgreSQL on ${cluster} (process ${pid}) does not stop: look at its log, and kill the process before you start jifen again.`,
  );
}

async function signalAndWait(cluster: string, pid: number, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return true;
    throw error;
  }
  for (const end = Date.now() + ms; Date.now() < end; await sleep(10)) {
    if (findServer(cluster)?.pid !== pid) return true;
  }
  return false;
}

function lockFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

function readLines(path: string): string[] {
  try {
    return fs.readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Whether a process is alive and PostgreSQL's, on this cluster as far as can be seen. */
function isServer(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return isPostgresByPs(pid);
  const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readLines(`/proc/${pid}/stat`).join('\n')) ?? [];
  if (name !== 'postgres' || state === 'Z' || state === 'X') return false;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch (error) {
    // In a container root may not look at another account's process: its name has to do.
    return errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM';
  }
}

function isPostgresByPs(pid: number): boolean {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,ucomm=', '-p', String(pid)], { encoding: 'utf8' });
    return /^\s*[^Z\s]\S*\s+postgres\s*$/.test(line);
  } catch {
    // No such process.
    return false;
  }
}
