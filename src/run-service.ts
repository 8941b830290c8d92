import 'reflect-metadata';
import { readSettings } from './config/read-settings';
import { SettingsError } from './config/settings.error';
import { isConnectionRefused } from './database/database-failure';
import { Service, ServiceOptions, startService } from './service';

/** What makes a program of the service. */
export interface Program {
  /** What there is to do before it listens; ends early once it is told to stop. */
  readonly prepare?: (app: Service['app'], stopping: AbortSignal) => Promise<void>;
  /** Told to the person at the terminal once it listens. */
  readonly announce: (service: Service) => string;
}

/** Errors whose message is written for the person at the terminal; of any other the stack is shown. */
const TOLD = new Set([
  'SettingsError',
  'SecretError',
  'MigrationError',
  'ServingRoleError',
  'EmbeddedPostgresError',
  'RulesInstallError',
  'DemoError',
]);

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs the service as the program of this process, until a signal ends it, and stops what it started. */
export function runService(program: Program): void {
  run(program).catch(fail);
}

async function run({ prepare, announce }: Program): Promise<void> {
  const stopping = new AbortController();
  // A terminal and npm may both pass the same signal on: the first counts.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
  const options: ServiceOptions = { settings: readSettings(), log: say };
  const service = await startService(
    prepare === undefined ? options : { ...options, prepare: (app) => prepare(app, stopping.signal) },
  );
  const stop = (): void => void service.stop().catch(fail);
  if (stopping.signal.aborted) return stop();
  stopping.signal.addEventListener('abort', stop);
  say(announce(service));
}

function fail(error: unknown): void {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof SettingsError ? 2 : 1;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (TOLD.has(error.name)) return error.message;
  if (!isConnectionRefused(error)) return error.stack ?? error.message;
  return [
    `无法连接数据库（${error.message}）。请核对 DATABASE_URL、DATABASE_SERVICE_URL，并确认数据库已启动。`,
    `The database cannot be reached (${error.message}). Check DATABASE_URL and DATABASE_SERVICE_URL, and that the database runs.`,
  ].join('\n');
}
