import { locateBinaries } from './binaries';
import { EmbeddedPostgresError, errorText, USE_DATABASE_URL } from './embedded-postgres.error';
import { joinOrStart, Joined, restarting } from './join-or-start';
import { PORT, prepareLayout } from './layout';
import { ensureDatabase, ensureRoles, OWNER_ROLE, SERVICE_ROLE } from './prepare-database';
import { findServer, stopServer } from './server-process';

export interface EmbeddedPostgresOptions {
  /** Belongs to the server altogether; made when missing. */
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** False gives up safety against power failures for speed: for tests only. */
  readonly durable?: boolean;
  /** The directory `native` of the npm package with the binaries; found by itself. */
  readonly native?: string;
  /** How long a start may take, recovery included. */
  readonly startTimeoutMs?: number;
  /** How long a fast shutdown may take before it becomes an immediate one. */
  readonly stopTimeoutMs?: number;
}

export interface EmbeddedPostgres {
  /** For the role that owns and migrates the database. `host` is the directory of the Unix socket. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** The same as a URL. */
  readonly url: string;
  /** For the role that serves. */
  readonly serviceUrl: string;
  /** Whether the server was already running. */
  readonly adopted: boolean;
  /**
   * Gives the server up, and stops it when no other process uses it. Close your connections before: a shutdown cuts
   * them off.
   *
   * @throws EmbeddedPostgresError when it does not stop
   */
  stop(): Promise<void>;
}

const DATABASE = 'jifen';

/**
 * Starts PostgreSQL on a data directory, or joins the server that runs on it, with the database `jifen` and its two
 * roles ready.
 *
 * The server is a process of its own and lives on when this one is killed; whoever starts next on the same data
 * directory takes it over. Several processes on one data directory use one server, and the last of them that calls
 * `stop` stops it, whichever started it (see `Membership`): none takes it from under another. A server that is gone
 * although nobody stopped it is started again.
 *
 * @throws EmbeddedPostgresError when there can be no server; its message is for the person who starts jifen
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable = true, startTimeoutMs = 120_000, stopTimeoutMs = 30_000, log } = options;
  const native = options.native ?? locateBinaries();
  const { layout, account } = await prepareLayout(options.dataDir);
  const plan = { layout, account, native, durable, timeoutMs: startTimeoutMs, log };
  const joined = await joinOrStart(plan);
  joined.membership.reviveBy(restarting(plan));
  if (!joined.isOwn) log(`joined the PostgreSQL that runs on ${layout.dataDir} already`);
  const stop = (): Promise<void> => release(joined, layout.cluster, stopTimeoutMs, log);
  try {
    await ensureRoles(joined.membership.session);
    await ensureDatabase(joined.membership.session, DATABASE);
    joined.membership.rest();
  } catch (error) {
    await stop();
    throw new EmbeddedPostgresError(
      `The database in ${layout.dataDir} cannot be prepared (${errorText(error)}): see ${layout.serverLog}, or ${USE_DATABASE_URL}.`,
      { cause: error },
    );
  }
  let stopped: Promise<void> | undefined;
  return {
    connection: { host: joined.socketDir, port: PORT, user: OWNER_ROLE, database: DATABASE },
    url: socketUrl(OWNER_ROLE, joined.socketDir),
    serviceUrl: socketUrl(SERVICE_ROLE, joined.socketDir),
    adopted: !joined.isOwn,
    stop: () => (stopped ??= stop()),
  };
}

function socketUrl(role: string, socketDir: string): string {
  return `postgres://${role}@/${DATABASE}?host=${encodeURIComponent(socketDir)}&port=${PORT}`;
}

async function release(
  { membership, pid, isOwn }: Joined,
  cluster: string,
  stopTimeoutMs: number,
  log: (message: string) => void,
): Promise<void> {
  const standing = await membership.leave();
  try {
    const server = findServer(cluster);
    if (server === undefined) return;
    // A server that does not answer cannot tell whether others use it: only who started it stops it then.
    const isOurs = standing === 'last' || (standing === 'unknown' && isOwn && server.pid === pid);
    if (isOurs) await stopServer(cluster, server.pid, stopTimeoutMs, log);
    else log('PostgreSQL runs on: another process uses it');
  } finally {
    await membership.close();
  }
}
