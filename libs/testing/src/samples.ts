import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../contracts/samples/', import.meta.url);

/** The frozen samples of `contracts/samples`: messages as they already stand on the topics. */
export const sampleTypes = (): readonly string[] =>
  readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

export const sample = (type: string): Record<string, unknown> =>
  // Each sample is parsed by its contract in contracts.spec.ts.
  JSON.parse(readFileSync(new URL(`${type}.json`, folder), 'utf8')) as Record<string, unknown>;
