import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../contracts/samples/', import.meta.url);

/** `<type>.json`, or `<type>.<variant>.json` where one sample cannot show all that is told. */
const sampleFile = /^(?<type>[^.]+\.[^.]+\.v\d+)(?:\.[^.]+)?\.json$/;

/** Every type of event that has a frozen sample in `contracts/samples`. */
export const sampleTypes = (): readonly string[] => [
  ...new Set(readdirSync(folder).map((file) => sampleFile.exec(file)?.groups?.['type'] ?? file)),
];

/**
 * A message as it already stands on the topics, by its type; a variant by `<type>.<variant>`, such as
 * `intake.case-registered.v1.archive`.
 */
export const sample = (name: string): Record<string, unknown> =>
  // Each sample is parsed by its contract in samples.spec.ts of contracts.
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Record<string, unknown>;
