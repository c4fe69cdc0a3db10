/**
 * Which tests would not notice a mistake: `npm run mutate`, or `npm run mutate -- --mutate 'libs/vault/src/*.ts'` for a
 * part. It takes hours, and is no part of `npm test`.
 */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    configFile: 'stryker.jest.config.mjs',
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  mutate: [
    'services/*/src/domain/**/*.ts',
    'libs/working-time/src/**/*.ts',
    'libs/kernel/src/{handle,rights,areas}.ts',
    'libs/bus/src/consumer.ts',
    'libs/vault/src/**/*.ts',
    'libs/identity/src/**/*.ts',
    '!**/*.{spec,contract,conformance,fixture}.ts',
    '!**/index.ts',
  ],
  concurrency: 2,
  ignoreStatic: true,
  ignorePatterns: ['.nx', '.mulin*', 'coverage', '**/dist'],
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/sandbox',
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: '.stryker/report.json' },
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  timeoutMS: 5_000,
};
