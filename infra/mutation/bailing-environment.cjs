/**
 * Skips what is left once one test has found the active mutant: Jest itself can stop at the first failure only by
 * ending its process, which Stryker needs.
 */
const { TestEnvironment } = require('jest-environment-node');

/** The environments of all spec files of a run live in one process. */
let found;

module.exports = class BailingEnvironment extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (name === 'test_done' && test.errors.length > 0) found = mutant;
    if (name === 'test_start' && found === mutant) test.mode = 'skip';
  }
};
