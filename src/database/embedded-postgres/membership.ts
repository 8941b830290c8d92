import { setTimeout as sleep } from 'node:timers/promises';
import { Client, ClientConfig } from 'pg';

/** Any number, the same for all processes. */
const MEMBERS = 1_785_292_900;

const REJOIN_MS = 500;

/** Which pg has and its types lack: whether an open connection keeps the process alive. */
interface Referable {
  ref(): void;
  unref(): void;
}

/**
 * This process's share in a server that several processes may use: a shared advisory lock, held by a connection of its
 * own. The server itself keeps the count, and drops a process the moment it dies, however it dies; there is no file to
 * go stale.
 */
export class Membership {
  private client: (Client & Referable) | undefined;
  private revive: (() => Promise<void>) | undefined;
  private readonly leaving = new AbortController();
  private rejoining: Promise<void> | undefined;

  private constructor(private readonly config: ClientConfig) {}

  /**
   * Joins the users of a server.
   *
   * @throws the error of pg when the server is not there, not ready, or about to be stopped by its last user
   */
  static async join(config: ClientConfig): Promise<Membership> {
    const membership = new Membership(config);
    await membership.connect();
    return membership;
  }

  /** From here on the connection does not keep the process alive. */
  rest(): void {
    this.client?.unref();
  }

  /** What to do while the server that was there does not answer any more. */
  reviveBy(revive: () => Promise<void>): void {
    this.revive = revive;
  }

  /** The superuser's session, for work on the server. */
  get session(): Client {
    if (this.client === undefined) throw new Error('the connection to the embedded PostgreSQL was lost');
    return this.client;
  }

  /**
   * Leaves. 'last' means that nobody else uses the server, and nobody can join it until `close` is called; 'unknown',
   * that it does not answer. The own share is given up before the others are counted: of two that leave at once, one
   * finds itself the last.
   */
  async leave(): Promise<'last' | 'others' | 'unknown'> {
    this.leaving.abort();
    await this.rejoining;
    try {
      if (this.client === undefined) await this.connect();
      this.client?.ref();
      await this.session.query('select pg_advisory_unlock_shared($1)', [MEMBERS]);
      const { rows } = await this.session.query<{ isLast: boolean }>('select pg_try_advisory_lock($1) as "isLast"', [
        MEMBERS,
      ]);
      return rows[0]?.isLast === true ? 'last' : 'others';
    } catch {
      return 'unknown';
    }
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client(this.config) as Client & Referable;
    // The loss of a connection is dealt with at 'end'; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      // Waits for as long as the last user takes to stop the server; this connection then ends, too.
      await client.query(`set lock_timeout = '60s'`);
      await client.query('select pg_advisory_lock_shared($1)', [MEMBERS]);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.on('end', () => this.onEnd());
    this.client = client;
  }

  /** When a backend crashes, PostgreSQL cuts off all sessions and recovers: the share has to be taken anew. */
  private onEnd(): void {
    this.client = undefined;
    if (!this.hasLeft) this.rejoining ??= this.rejoin().finally(() => (this.rejoining = undefined));
  }

  private async rejoin(): Promise<void> {
    while (this.client === undefined) {
      await sleep(REJOIN_MS, undefined, { ref: false, signal: this.leaving.signal }).catch(() => undefined);
      if (this.hasLeft) return;
      const isBack = await this.connect().then(
        () => true,
        () => false,
      );
      // Whoever leaves meanwhile wants no server. What hinders a start is in the server's own log; the next round tries again.
      if (!isBack && !this.leaving.signal.aborted) await this.revive?.().catch(() => undefined);
    }
    this.rest();
  }

  private get hasLeft(): boolean {
    return this.leaving.signal.aborted;
  }
}
