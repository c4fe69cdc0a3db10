/** Which version of Mulin runs. */
import { readFileSync } from 'node:fs';

/** The version of the project that runs here, as its `package.json` says. */
export const versionOfProject = (): string => {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};
