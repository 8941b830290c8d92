// Runs tests/bench/<name>.bench.ts as plain compiled JavaScript, or every bench in turn when no name is given.
//   npm run bench -- [name] [arguments]
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runBuilt } from './run-built.mjs';

const suffix = '.bench.ts';
const folder = resolve(import.meta.dirname, '../tests/bench');
const files = existsSync(folder) ? readdirSync(folder) : [];
const known = files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length));

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !known.includes(name)) {
  console.error(`No bench named "${name}". Known: ${known.join(', ') || 'none'}.`);
  process.exit(2);
}
for (const bench of name === undefined ? known : [name]) {
  console.log(`\n== ${bench}`);
  process.exitCode = await runBuilt('tsconfig.bench.json', `tests/bench/${bench}${suffix}`, args);
  if (process.exitCode !== 0) break;
}
