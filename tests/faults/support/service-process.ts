import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The service in a process of its own, on the embedded PostgreSQL of a data folder, which outlives it when it is killed. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private exited: Promise<unknown> | undefined;
  private origin = '';
  /** What it logged about requests that it answered 500. */
  readonly failures: string[] = [];

  constructor(
    private readonly dataDir: string,
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /** Where it listens: another port after each start. */
  get url(): string {
    return this.origin;
  }

  async start(): Promise<void> {
    const env = {
      ...process.env,
      DATABASE_URL: '',
      DATABASE_SERVICE_URL: '',
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'error',
      RATE_LIMIT: '0',
      ADDRESS_RATE_LIMIT: '0',
      ...this.environment,
    };
    const args = ['--require', resolve('tests/support/register-typescript.cjs'), resolve(__dirname, 'serve.cjs')];
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    this.exited = once(child, 'exit');
    const [said] = (await Promise.race([once(child.stdout, 'data'), this.exited])) as unknown[];
    const origin = /^listening (\S+)/.exec(String(said))?.[1];
    if (origin === undefined) throw new Error(`the service does not start: ${String(said)}`);
    this.origin = origin;
    child.stdout.on('data', (part: Buffer) => {
      if (part.includes('internal_error')) this.failures.push(part.toString());
    });
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<void> {
    if (this.child?.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await this.exited;
  }

  /** `kill -9` of PostgreSQL, whoever started it. */
  killDatabase(): void {
    process.kill(this.postmaster(), 'SIGKILL');
  }

  postmaster(): number {
    return Number(readFileSync(join(this.dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  }
}
