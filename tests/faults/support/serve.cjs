// The service as a process that can be killed: node --require <register-typescript> serve.cjs
// As src/main.ts starts it, but for two things: it takes a key that the tests know, and today is always the same day.
require('reflect-metadata');
const { createApp } = require('../../../src/bootstrap.ts');
const { readSettings } = require('../../../src/config/read-settings.ts');
const { openDatabaseServer } = require('../../../src/database/database-server.ts');
const { migrate } = require('../../../src/database/migrate.ts');
const { DataSource } = require('typeorm');
const { ensureKnownKey } = require('../../support/test-callers.ts');
const { TestClock } = require('../../support/test-clock.ts');

async function serve() {
  const settings = readSettings();
  const database = await openDatabaseServer(settings, () => undefined);
  await migrate(database.ownerUrl);
  const clock = new TestClock('2026-06-15T09:00:00+08:00');
  const app = await createApp({ settings, clock, connection: database.service });
  await ensureKnownKey(app.get(DataSource));
  await app.listen(0, '127.0.0.1');
  process.once('SIGTERM', () => void app.close().then(() => database.stop()));
  process.stdout.write(`listening ${await app.getUrl()}\n`);
}

serve().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
