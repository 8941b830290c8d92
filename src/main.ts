import 'reflect-metadata';
import { readSettings } from './config/read-settings';
import { SettingsError } from './config/settings.error';
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
  const text = error instanceof Error ? (TOLD.has(error.name) ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof SettingsError ? 2 : 1;
}

main().catch(fail);
