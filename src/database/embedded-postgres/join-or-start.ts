import { setTimeout as sleep } from 'node:timers/promises';
import { Account } from './account';
import { Binaries, prepareBinaries } from './binaries';
import { ensureCluster, SUPERUSER } from './cluster';
import { EmbeddedPostgresError, errorCode, errorText, USE_DATABASE_URL } from './embedded-postgres.error';
import { Layout, PORT } from './layout';
import { Membership } from './membership';
import { findServer, removeStaleLocks, spawnServer, StartedServer } from './server-process';

export interface StartPlan {
  readonly layout: Layout;
  readonly account: Account;
  readonly native: string;
  readonly durable: boolean;
  readonly timeoutMs: number;
  readonly log: (message: string) => void;
}

export interface Joined {
  readonly membership: Membership;
  readonly socketDir: string;
  readonly pid: number;
  /** Whether this process started the server. */
  readonly isOwn: boolean;
}

/** How long PostgreSQL may take a dead server's lock file for a living one's before the file is removed. */
const STALE_LOCK_MS = 2_000;

/**
 * Not let in, or no such database. Every other error may pass: the socket is not there yet or gone, the server starts,
 * recovers or stops, or its last user is about to stop it.
 */
const FINAL_CODES = /^(28...|3D000|42501|EACCES|EPERM)$/;

/** Another server runs, or one that was killed is not gone altogether, or somebody stopped the new one already. */
const PASSING_REFUSAL = /lock file ".*" already exists|shared memory block .* is still in use|system is shut down/;

/**
 * Joins the server on a cluster, starting one as long as there is none. Processes that do so at the same time are told
 * apart by PostgreSQL's own lock file: the server of one runs, those of the others exit, and all join the one.
 *
 * @throws EmbeddedPostgresError when there is no server to join in time
 */
export async function joinOrStart(plan: StartPlan): Promise<Joined> {
  const { layout, log } = plan;
  const start = Date.now();
  let binaries: Binaries | undefined;
  let child: StartedServer | undefined;
  let firstRefusal: number | undefined;
  while (Date.now() - start < plan.timeoutMs) {
    const server = findServer(layout.cluster);
    if (server?.isReady === true) {
      const membership = await tryToJoin(server.socketDir, layout);
      if (membership !== undefined) return { membership, ...server, isOwn: server.pid === child?.pid };
    }
    if (server === undefined && child?.hasExited() !== false) {
      if (child !== undefined) {
        checkRefusal(child.output(), layout);
        firstRefusal ??= Date.now();
        if (Date.now() - firstRefusal > STALE_LOCK_MS) removeStaleLocks(layout);
        await sleep(200);
      }
      binaries ??= await prepare(plan);
      log(`starting PostgreSQL ${binaries.majorVersion} on ${layout.dataDir}`);
      child = spawnServer(binaries, layout, plan.account, plan.durable);
    }
    await sleep(10);
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL on ${layout.dataDir} was not ready within ${plan.timeoutMs} ms: see ${layout.serverLog}, or ${USE_DATABASE_URL}.`,
  );
}

/**
 * Starts the server again wherever it is found gone, such as killed for want of memory: nobody else would. Of several
 * processes that do, the server of one runs. Called again and again until there is one.
 */
export function restarting(plan: StartPlan): () => Promise<void> {
  let child: StartedServer | undefined;
  let goneSince: number | undefined;
  return async () => {
    const { layout, account, durable, log } = plan;
    if (findServer(layout.cluster) !== undefined || child?.hasExited() === false) {
      goneSince = undefined;
      return;
    }
    goneSince ??= Date.now();
    if (Date.now() - goneSince > STALE_LOCK_MS) removeStaleLocks(layout);
    const binaries = await prepare(plan);
    log(`PostgreSQL on ${layout.dataDir} is gone: starting it again`);
    child = spawnServer(binaries, layout, account, durable);
  };
}

async function prepare({ layout, account, native, durable, log }: StartPlan): Promise<Binaries> {
  const binaries = await prepareBinaries(native, layout.dataDir, account);
  if (await ensureCluster(layout.cluster, binaries, account, durable)) log(`made the database in ${layout.dataDir}`);
  return binaries;
}

/** Undefined when it may be possible a moment later. */
async function tryToJoin(socketDir: string, { dataDir }: Layout): Promise<Membership | undefined> {
  try {
    return await Membership.join({
      host: socketDir,
      port: PORT,
      user: SUPERUSER,
      database: 'postgres',
      ssl: false,
      connectionTimeoutMillis: 5_000,
      application_name: 'jifen supervisor',
    });
  } catch (error) {
    if (!FINAL_CODES.test(errorCode(error) ?? '')) return undefined;
    throw new EmbeddedPostgresError(
      `The PostgreSQL that runs on ${dataDir} refuses the connection (${errorText(error)}): stop it, choose another data directory, or ${USE_DATABASE_URL}.`,
      { cause: error },
    );
  }
}

function checkRefusal(output: string, { dataDir, serverLog }: Layout): void {
  if (PASSING_REFUSAL.test(output)) return;
  const reason = /(?:FATAL|PANIC): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  throw new EmbeddedPostgresError(
    `PostgreSQL does not start on ${dataDir} (${reason || 'without a message'}): see ${serverLog}, or ${USE_DATABASE_URL}.`,
  );
}
