import { readFileSync } from 'node:fs';

const folder = new URL('../../../contracts/samples/', import.meta.url);

/**
 * A message as it already stands on the topics, by its type; a variant by `<type>.<variant>`, such as
 * `intake.case-registered.v1.archive`.
 */
export const sample = (name: string): Record<string, unknown> =>
  // Each sample is parsed by its contract in samples.spec.ts of contracts.
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, unknown>;
