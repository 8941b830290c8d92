// TypeScript to JavaScript, each file once: for jest in every tier and worker, and for plain Node processes of tests.
// Types are checked by `npm run check`; here they are only taken away.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const tsconfig = resolve(__dirname, '../../tsconfig.json');
const settings = [readFileSync(tsconfig), readFileSync(__filename), require('typescript/package.json').version];
const folder = resolve(__dirname, '../../node_modules/.cache/jifen-transpiled');

let compilerOptions;

/** What the output of a file depends on. */
function keyOf(source, fileName) {
  const hash = createHash('sha256');
  for (const part of [...settings, fileName, source]) hash.update(part).update('\0');
  return hash.digest('hex');
}

function compile(source, fileName) {
  // Loaded only when needed: it takes as long as some hundred files.
  const ts = require('typescript');
  compilerOptions ??= ts.convertCompilerOptionsFromJson(
    ts.parseConfigFileTextToJson(tsconfig, readFileSync(tsconfig, 'utf8')).config.compilerOptions,
    dirname(tsconfig),
  ).options;
  const options = { ...compilerOptions, isolatedModules: true, inlineSourceMap: true, sourceMap: false };
  return ts.transpileModule(source, { compilerOptions: options, fileName }).outputText;
}

function transpile(source, fileName) {
  const file = join(folder, `${keyOf(source, fileName)}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const output = compile(source, fileName);
    mkdirSync(folder, { recursive: true });
    // Whole or not at all: others read it at the same time.
    writeFileSync(`${file}.${process.pid}`, output);
    renameSync(`${file}.${process.pid}`, file);
    return output;
  }
}

module.exports = {
  transpile,
  // What jest asks a transformer for.
  process: (source, fileName) => ({ code: transpile(source, fileName) }),
  getCacheKey: keyOf,
};
