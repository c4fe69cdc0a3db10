import { readdirSync } from 'node:fs';
import { currentPart } from './infra/mutation/parts.mjs';
import config from './jest.config.mjs';

/** As in `npm test`, without what only a whole run needs. */
const { globalTeardown: _, reporters: __, maxWorkers: ___, ...rest } = config;

/** Packages find each other in the copy that has the mutants; `node_modules` would lead out of it. */
const packages = ['libs', 'services'].flatMap((folder) =>
  readdirSync(folder).map((name) => [`^@mulin/${name}$`, `<rootDir>/${folder}/${name}/src/index.ts`]),
);

export default {
  ...rest,
  testMatch: currentPart().specs.map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: [...rest.testPathIgnorePatterns, String.raw`\.property\.spec\.ts$`],
  testEnvironment: './infra/mutation/bailing-environment.cjs',
  moduleNameMapper: { ...rest.moduleNameMapper, ...Object.fromEntries(packages) },
};
