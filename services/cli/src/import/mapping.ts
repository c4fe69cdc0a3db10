/** How the columns of somebody else's file become demands of this town. */
import { readFile } from 'node:fs/promises';
import { channels, Verdict } from '@mulin/contracts';
import { z } from 'zod';
import { WrongCall } from '../terminal.js';

const Column = z.string().min(1);
const local = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'a local time is written 2016-01-12T16:00');

export const Mapping = z.strictObject({
  /** The name of the source. With a row's id it makes the case, so it must never change. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  format: z.enum(['csv', 'jsonl']),
  /** IANA zone of the times in the file that name none. */
  zone: z.string().min(1),
  /** `archive`: history, judged as of `asOf`. `live`: demands that the town must answer now. */
  mode: z.enum(['archive', 'live']),
  asOf: local,
  columns: z.strictObject({
    id: Column,
    reportedAt: Column,
    closedAt: Column.optional(),
    dueAt: Column.optional(),
    claim: Column.optional(),
    words: z.array(Column).min(1),
    lat: Column.optional(),
    lon: Column.optional(),
    address: Column.optional(),
    person: Column.optional(),
    channel: Column.optional(),
    menuItem: Column.optional(),
  }),
  /** What the words of the `claim` column mean; others mean that the source does not say. */
  claims: z.record(z.string(), Verdict).default({}),
  channels: z.strictObject({
    default: z.enum(channels),
    of: z.record(z.string(), z.enum(channels)).default({}),
  }),
  menuItems: z.strictObject({
    default: z.string().min(1),
    of: z.record(z.string(), z.string().min(1)).default({}),
  }),
});
export type Mapping = z.infer<typeof Mapping>;

const shipped = new URL('../../../../infra/mappings/', import.meta.url);

/** A mapping that comes with Mulin, by name, or anybody's, by path. */
export const readMapping = async (
  nameOrPath: string,
  resolve: (path: string) => string,
): Promise<Mapping> => {
  const isName = /^[a-z0-9-]+$/.test(nameOrPath);
  const file = isName ? new URL(`${nameOrPath}.json`, shipped) : resolve(nameOrPath);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WrongCall(`There is no mapping ${nameOrPath}.`);
  });
  return parseMapping(nameOrPath, text);
};

export const parseMapping = (name: string, text: string): Mapping => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new WrongCall(`The mapping ${name} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = Mapping.safeParse(json);
  if (parsed.success) return knownZone(name, parsed.data);
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
  throw new WrongCall(`The mapping ${name} is not one: ${problems.join('; ')}`);
};

const knownZone = (name: string, mapping: Mapping): Mapping => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: mapping.zone });
    return mapping;
  } catch {
    throw new WrongCall(`The mapping ${name} names a zone that does not exist: ${mapping.zone}.`);
  }
};
