import config from './jest.config.mjs';

/** As in `npm test`, without what only a whole run needs. */
const { globalTeardown: _, reporters: __, ...rest } = config;

export default { ...rest, testEnvironment: '@stryker-mutator/jest-runner/jest-env/node' };
