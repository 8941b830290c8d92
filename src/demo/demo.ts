import { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../common/clock';
import { secretFile } from '../config/secrets';
import { Settings } from '../config/settings';
import { runService, say } from '../run-service';
import { Service } from '../service';
import { DemoCredentials } from './demo-callers';
import { demoOf } from './demo-of';
import { closing, opening } from './words';

/** Who may call the demonstration, once it is made ready. */
let credentials: DemoCredentials | undefined;

/** Makes the district where it is not there yet, and tells of it. */
async function prepare(app: INestApplicationContext, stopping: AbortSignal): Promise<void> {
  const { creator, summary, teller, callers } = demoOf(app);
  say('示例辖区：正在准备…… Demonstration district: being made ready …');
  const started = Date.now();
  const isNew = await creator.create(stopping);
  if (stopping.aborted) return;
  say(opening(isNew, (Date.now() - started) / 1000));
  say(await summary.tell());
  say(await teller.tell());
  const { dataDir } = app.get(Settings, { strict: false });
  credentials = await callers.ensure(secretFile(dataDir, 'demo'));
}

function today(app: INestApplicationContext): string {
  return app.get(Clock, { strict: false }).today(app.get(Settings, { strict: false }).jurisdictionTimeZone);
}

function announce({ url, app }: Service): string {
  if (credentials === undefined) throw new Error('nobody may call the demonstration');
  return closing(url, today(app), credentials);
}

runService({ prepare, announce });
