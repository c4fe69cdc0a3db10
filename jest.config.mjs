/** One configuration for every package: ESM, sources through the `source` condition, so that no dist is needed. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.stryker/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testTimeout: 60_000,
  maxWorkers: 2,
  // A worker keeps the modules of every suite that it has run; with gigabytes of them it does little but collect garbage.
  workerIdleMemoryLimit: '1200MB',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // A killed run of the same process number may have left a folder behind, which is no part of this one.
  globalSetup: '<rootDir>/infra/scripts/stop-test-database.mjs',
  globalTeardown: '<rootDir>/infra/scripts/stop-test-database.mjs',
  reporters: [['default', { summaryThreshold: 1000 }], '<rootDir>/infra/scripts/plain-line-reporter.mjs'],
};
