/**
 * Ends a run with what failed, a line each, and with the line that people and scripts look for: `N passed, N failed`,
 * and how many were skipped. Whoever keeps only the end of a long run still reads what is to be mended.
 */
import path from 'node:path';

const firstLine = (message) =>
  (message ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('●'))
    .slice(0, 3)
    .join(' ');

const failedIn = ({ testFilePath, testExecError, failureMessage, testResults }) => {
  const failed = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`);
  // A file that does not load, or whose end failed, has no test of that name.
  if (testExecError !== undefined && testExecError !== null)
    failed.push(`outside its tests: ${firstLine(testExecError.message ?? failureMessage)}`);
  return failed.map((what) => `FAILED ${path.relative('.', testFilePath)}: ${what}`);
};

export default class PlainLineReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults } =
      results;
    // A file that does not even load is a failure, although none of its tests ran.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    const lines = [...testResults.flatMap(failedIn), `${numPassedTests} passed, ${failed} failed${skipped}`];
    process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
  }
}
