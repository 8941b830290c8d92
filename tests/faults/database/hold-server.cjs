// A process of its own that holds the embedded PostgreSQL: node --require <register-typescript> hold-server.cjs <data dir>
// Says in one line of JSON what it got, gives the server up when told anything, and can be killed at any time.
const { startEmbeddedPostgres } = require('../../../src/database/embedded-postgres/embedded-postgres.ts');

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

startEmbeddedPostgres({ dataDir: process.argv[2], log: () => undefined }).then(
  ({ url, adopted, stop }) => {
    process.stdin.once('data', () => stop().then(() => process.exit(0)));
    say({ url, adopted });
  },
  (error) => {
    say({ error: error.message });
    process.exit(1);
  },
);
