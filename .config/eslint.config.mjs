import { resolve } from 'node:path';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '..');

const restricted = (...selectors) => ['error', ...selectors.map(([selector, message]) => ({ selector, message }))];

const clockAndChance = [
  [
    "MemberExpression[object.name='Date'][property.name='now']",
    'The core has no clock: take the as-of date as an argument.',
  ],
  [
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'The core has no clock: take the as-of date as an argument.',
  ],
  [
    'CallExpression[callee.object.name=/^(LocalDate|LocalDateTime|ZonedDateTime|Instant|Clock)$/][callee.property.name=/^(now|system.*)$/]',
    'The core has no clock: take the as-of date as an argument.',
  ],
  ["MemberExpression[object.name='Math'][property.name='random']", 'The core has no randomness.'],
  ['CallExpression[callee.name=/^(randomUUID|randomBytes|randomInt)$/]', 'The core has no randomness.'],
];

const focusedOrSkipped = [
  [
    'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
    'Every test runs: no only, skip, todo or failing.',
  ],
  [
    'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
    'Every test runs: no focused or disabled tests.',
  ],
];

export default defineConfig(
  { ignores: ['**/node_modules/', 'dist/', 'dist-*/', 'coverage/', '.data/', 'rules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': ['error', { props: false }],
      'prefer-const': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Nest reads constructor parameter types at run time, so an import may not be turned into a type import.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, in src/config.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-syntax': restricted(...clockAndChance),
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch'],
    },
  },
  {
    files: ['src/cli/**/*.ts', 'src/demo/**/*.ts', 'tests/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': restricted(...focusedOrSkipped),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.{js,cjs,mjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
