import { readFileSync } from 'node:fs';

/** Of the project that this town runs. */
export const versionOfProject = (): string => {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};
