import { Injectable, Logger } from '@nestjs/common';

/** Resolves when the part is ready; throws otherwise, with a message for the log. */
export type ReadinessCheck = () => Promise<void>;

/** Longest that one check may take, in milliseconds. */
const CHECK_TIMEOUT = 3000;

/** What has to be in order before requests are sent here. Features add their own checks when they start. */
@Injectable()
export class Readiness {
  private readonly log = new Logger('Readiness');
  private readonly checks = new Map<string, ReadinessCheck>();
  private isStopping = false;

  get stopping(): boolean {
    return this.isStopping;
  }

  /** Adds a check under a short stable name such as `rule_sets`. */
  add(name: string, check: ReadinessCheck): void {
    if (this.checks.has(name)) throw new Error(`two readiness checks are called ${name}`);
    this.checks.set(name, check);
  }

  /** From now on the service is not ready: it is about to stop. */
  stop(): void {
    this.isStopping = true;
  }

  /** Runs all checks and tells which passed, by name. */
  async examine(): Promise<ReadonlyMap<string, boolean>> {
    const results = [...this.checks].map(async ([name, check]) => [name, await this.passes(name, check)] as const);
    return new Map(await Promise.all(results));
  }

  private async passes(name: string, check: ReadinessCheck): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('not done in time')), CHECK_TIMEOUT);
    });
    try {
      await Promise.race([check(), late]);
      return true;
    } catch (error) {
      this.log.warn(`${name}: ${error instanceof Error ? error.message : 'failed'}`);
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
