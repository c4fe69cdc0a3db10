/** Which mistakes no test would notice: `npm run mutate`, which runs this part by part. See docs/mutation.md. */
import { currentPart } from './infra/mutation/parts.mjs';

const { name, mutate } = currentPart();

export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { projectType: 'custom', configFile: 'stryker.jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: [...mutate, '!**/*.{spec,testing}.ts', '!**/index.ts'],
  concurrency: 1,
  // Jest keeps the modules of every run; a process that has too many of them crawls.
  maxTestRunnerReuse: 40,
  ignorePatterns: ['.nx', '.mulin*', '.stryker', 'coverage', '**/dist'],
  incremental: true,
  incrementalFile: `.stryker/${name}.incremental.json`,
  tempDirName: `.stryker/sandbox-${name}`,
  reporters: ['json', 'progress'],
  jsonReporter: { fileName: `.stryker/${name}.json` },
  timeoutMS: 5_000,
};
