const path = require('node:path');

const rootDir = path.resolve(__dirname, '..');

// Types are checked once, by `npm run check`; the tests only transpile.
const transform = {
  '^.+\\.ts$': [
    'ts-jest',
    { tsconfig: '<rootDir>/tsconfig.json', transpilation: true, diagnostics: { ignoreCodes: [151002] } },
  ],
};

const tier = (name, settings = {}) => ({
  displayName: name,
  rootDir,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.spec.ts`],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform,
  ...settings,
});

module.exports = {
  rootDir,
  passWithNoTests: true,
  projects: [tier('unit'), tier('property'), tier('integration'), tier('e2e'), tier('faults')],
};
