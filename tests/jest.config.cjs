const path = require('node:path');

const rootDir = path.resolve(__dirname, '..');

// Packages that are ES modules only. Node loads them by require; jest does not, before Node 24.
const esModules = 'node_modules/(openid-client|oauth4webapi|jose)/';

const transform = { [`^.+\\.ts$|/${esModules}.+\\.js$`]: '<rootDir>/tests/support/transpile.cjs' };

// Each look-up of a global costs a call out of the context that a test file has to itself, unless it is handed to every
// module: js-joda and json-rules-engine look up millions.
const sandboxInjectedGlobals = [
  ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'Date', 'Error', 'Function', 'Infinity', 'Intl', 'JSON', 'Map'],
  ...['Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol'],
  ...['TypeError', 'Uint8Array', 'WeakMap', 'WeakSet', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
];

const tier = (name, settings = {}) => ({
  displayName: name,
  rootDir,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.spec.ts`],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform,
  transformIgnorePatterns: [`/node_modules/(?!${esModules.slice('node_modules/'.length)})`],
  sandboxInjectedGlobals,
  ...settings,
});

// One PostgreSQL for the run, started only when a test of such a tier runs.
const withDatabase = {
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
};

module.exports = {
  rootDir,
  // Every core: jest would leave one idle, which on two is half of them.
  maxWorkers: '100%',
  // A machine that does other work too is slow, not wrong. No test measures time.
  testTimeout: 60_000,
  projects: [
    tier('unit'),
    tier('property', { setupFiles: ['<rootDir>/tests/support/seed-properties.ts'] }),
    tier('integration', withDatabase),
    tier('e2e', withDatabase),
    tier('faults', withDatabase),
  ],
};
