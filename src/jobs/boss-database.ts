import { DataSource } from 'typeorm';

/** What pg-boss asks for in place of a pool of its own. */
export interface BossConnection {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** The statements by which pg-boss reports what became of a job, and what they answer where nothing was changed. */
const REPORT = /SELECT COUNT\(\*\)/i;
const NOTHING_REPORTED = [{ count: 0 }];

/**
 * Lets pg-boss work on the connections of the service: the serving role, its limits, and no second pool.
 *
 * pg-boss does not wait for its reports on finished jobs. One that failed would end the process as an unhandled
 * rejection, so it is only told of: the job is then given up in time and run again, which changes nothing.
 */
export class BossDatabase implements BossConnection {
  private readonly running = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly onLostReport: (error: unknown) => void,
  ) {}

  async executeSql(text: string, values: readonly unknown[] = []): Promise<{ readonly rows: unknown[] }> {
    if (this.closed) return { rows: REPORT.test(text) ? NOTHING_REPORTED : [] };
    const query = this.query(text, values);
    this.running.add(query);
    try {
      return { rows: await query };
    } catch (error) {
      if (!REPORT.test(text)) throw error;
      this.onLostReport(error);
      return { rows: NOTHING_REPORTED };
    } finally {
      this.running.delete(query);
    }
  }

  /** Waits for the statements that run, such as the report on a finished job, which pg-boss does not wait for. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
  }

  private async query(text: string, values: readonly unknown[]): Promise<unknown[]> {
    // Each on a connection of its own: some are several statements with BEGIN and COMMIT among them.
    const runner = this.dataSource.createQueryRunner();
    try {
      // Several statements take no parameters, not even an empty list of them.
      const result = await runner.query(text, values.length === 0 ? undefined : [...values], true);
      return (result.records as unknown[] | undefined) ?? [];
    } finally {
      await runner.release();
    }
  }
}
