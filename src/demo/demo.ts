import { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../common/clock';
import { Settings } from '../config/settings';
import { runService, say } from '../run-service';
import { demoOf } from './demo-of';
import { closing, opening } from './words';

/** Makes the district where it is not there yet, and tells of it. */
async function prepare(app: INestApplicationContext, stopping: AbortSignal): Promise<void> {
  const { creator, summary, teller } = demoOf(app);
  say('示例辖区：正在准备…… Demonstration district: being made ready …');
  const started = Date.now();
  const isNew = await creator.create(stopping);
  if (stopping.aborted) return;
  say(opening(isNew, (Date.now() - started) / 1000));
  say(await summary.tell());
  say(await teller.tell());
}

function today(app: INestApplicationContext): string {
  return app.get(Clock, { strict: false }).today(app.get(Settings, { strict: false }).jurisdictionTimeZone);
}

runService({ prepare, announce: ({ url, app }) => closing(url, today(app)) });
