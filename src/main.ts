import 'reflect-metadata';
import { readSettings } from './config/read-settings';
import { SettingsError } from './config/settings.error';
import { isConnectionRefused } from './database/database-failure';
import { startService } from './service';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Errors whose message is written for the person at the terminal; of any other the stack is shown. */
const TOLD = new Set(['SettingsError', 'MigrationError', 'ServingRoleError', 'EmbeddedPostgresError']);

async function main(): Promise<void> {
  const { stop, url } = await startService({ settings: readSettings(), log: say });
  say(`记分服务已启动，接口文档见 ${url}/docs · jifen listens on ${url}, documentation at ${url}/docs`);
  let stopping: Promise<void> | undefined;
  // A terminal and npm may both pass the same signal on: the first counts.
  const onSignal = (): void => {
    stopping ??= stop().catch(fail);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
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

main().catch(fail);
