// Lets a plain Node process require the project's TypeScript: node --require tests/support/register-typescript.cjs
const { readFileSync } = require('node:fs');
const { transpile } = require('./transpile.cjs');

require.extensions['.ts'] = (module, fileName) =>
  module._compile(transpile(readFileSync(fileName, 'utf8'), fileName), fileName);
