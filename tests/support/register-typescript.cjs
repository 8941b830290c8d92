// Lets a plain Node process require the project's TypeScript: node --require tests/support/register-typescript.cjs
const { readFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const ts = require('typescript');

const tsconfig = resolve(__dirname, '../../tsconfig.json');
const { compilerOptions } = ts.parseConfigFileTextToJson(tsconfig, readFileSync(tsconfig, 'utf8')).config;
const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, dirname(tsconfig));

require.extensions['.ts'] = (module, fileName) => {
  const source = readFileSync(fileName, 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { ...options, inlineSourceMap: true },
    fileName,
  });
  module._compile(outputText, fileName);
};
