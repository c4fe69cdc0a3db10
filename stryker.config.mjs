/** Which mistakes no test would notice: `npm run mutate`, which runs this part by part. See docs/mutation.md. */
import { currentPart } from './infra/mutation/parts.mjs';

const { name, mutate, specs } = currentPart();

export default {
  testRunner: 'specs',
  plugins: ['./infra/mutation/spec-runner.mjs'],
  testRunnerNodeArgs: ['--no-warnings'],
  testFiles: specs,
  coverageAnalysis: 'perTest',
  mutate: [...mutate, '!**/*.{spec,testing}.ts', '!**/index.ts'],
  concurrency: 1,
  ignorePatterns: ['.nx', '.mulin*', '.stryker', 'coverage', '**/dist'],
  incremental: true,
  incrementalFile: `.stryker/${name}.incremental.json`,
  tempDirName: `.stryker/sandbox-${name}`,
  reporters: ['json', 'progress'],
  jsonReporter: { fileName: `.stryker/${name}.json` },
  timeoutMS: 5_000,
};
