const corePackages = ['ajv', 'ajv-formats', 'json-rules-engine', 'json-canonicalize', '@js-joda/[^/]+'];

const OPERATORS_SHELL = '^src/cli/(read-database|commands/audit-verify[.]command|texts/audit[.]labels)[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'The core knows no framework, database, file system, process or other feature.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: {
        pathNot: [
          '^src/core/',
          '^rules/schema/[^/]+[.]json$',
          `^node_modules/(${corePackages.join('|')})/`,
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'core-through-its-index',
      comment: 'The rest of the source sees the core through src/core/index.ts only.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/core/' },
      to: { path: '^src/core/', pathNot: '^src/core/index[.]ts$' },
    },
    {
      name: 'one-file-touches-the-engine',
      comment: 'json-rules-engine stays behind its adapter.',
      severity: 'error',
      from: {
        pathNot: [
          '^src/core/conditions/rules-engine[.]adapter[.]ts$',
          // The yardstick: the library as its manual shows it.
          '^tests/bench/support/furnace-by-manual[.]ts$',
        ],
      },
      to: { path: '^node_modules/json-rules-engine/' },
    },
    {
      name: 'cli-uses-core-and-config',
      comment: 'The shell works on files and the core, without the service.',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: OPERATORS_SHELL },
      to: { path: '^src/', pathNot: '^src/(cli|core|config)/' },
    },
    {
      name: 'operators-shell-reads-the-database',
      comment: 'What looks into the database does so without the service too.',
      severity: 'error',
      from: { path: OPERATORS_SHELL },
      to: { path: '^src/', pathNot: '^src/(cli|core|config|database|audit/verification)/' },
    },
    {
      name: 'no-tests-in-source',
      comment: 'What ships does not depend on tests.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-development-packages-in-source',
      comment: 'What ships needs only production dependencies.',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        // Types and nothing else: none of it is left when compiled.
        pathNot: '^node_modules/json-schema-to-ts/',
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
