// Runs a TypeScript entry point as compiled JavaScript, compiling only when an input is newer than the output.
//   node .config/run-built.mjs <tsconfig> <entry.ts> [arguments]
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Directories count too: their time changes when a file in them is deleted or renamed. */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  const inside = stats.isDirectory() ? readdirSync(path).map((name) => newestChange(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...inside);
}

async function compileIfStale(tsconfig, inputs, output) {
  const newestInput = Math.max(...inputs.map((path) => newestChange(join(root, path))));
  if (existsSync(output) && statSync(output).mtimeMs > newestInput) return 0;
  return node([tsc, '--project', join(root, tsconfig)]);
}

/** Runs Node and passes on the signals that ask to end, so that whoever is told to stop is the program itself. */
function node(args) {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const watch = watchShell(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, pass);
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}

/** npm passes a signal on to the shell it runs a script in, and the shell dies of it without passing it on. */
function watchShell(onGone) {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return setInterval(() => process.ppid !== shell && onGone(), 200);
}

/** The exit code of the program, or that of the compiler when it finds an error. */
export async function runBuilt(tsconfig, entry, args) {
  const { include, compilerOptions } = JSON.parse(readFileSync(join(root, tsconfig), 'utf8'));
  const inputs = [
    ...include.map((glob) => glob.replace(/\/\*.*$/, '')),
    tsconfig,
    'tsconfig.json',
    'package-lock.json',
  ];
  const output = join(root, compilerOptions.outDir, entry.replace(/\.ts$/, '.js'));
  return (await compileIfStale(tsconfig, inputs, output)) || node(['--enable-source-maps', output, ...args]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tsconfig, entry, ...args] = process.argv.slice(2);
  process.exitCode = await runBuilt(tsconfig, entry, args);
}
