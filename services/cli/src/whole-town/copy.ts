/** What a copy of a town is made of, and in which form it lies in a file. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The first line of a file. `keys`: what opens the vault, apart from what it opens. */
export const Head = z.strictObject({
  mulin: z.literal(1),
  holds: z.enum(['town', 'keys']),
  town: z.string().min(1),
  at: z.iso.datetime(),
});
export type Head = z.infer<typeof Head>;

/** Rows of one table, as PostgreSQL wrote them. */
export const Rows = z.strictObject({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });
/** A file of the home: a key. */
export const KeyFile = z.strictObject({ file: z.string().regex(/^[a-z.-]+$/), text: z.string() });
/** Which copy these keys open: the hash of all of it. */
export const Opens = z.strictObject({ opens: z.string() });
/** The last line: a copy without it is a part of one. */
export const Foot = z.strictObject({ facts: z.int(), subjects: z.int(), sha256: z.string() });
export type Foot = z.infer<typeof Foot>;

export const vaultTables = [
  'vault.item',
  'vault.reading',
  'vault.reading_count',
  'identity.account',
  'identity.password',
  'identity.sign_in',
] as const;
export const personTable = 'vault.person';
export const eventsTable = 'facts';
export const masterKeyFile = 'vault.key';
export const keyFiles = [masterKeyFile, 'signing.json', 'local.key'] as const;

export const keysBeside = (file: string): string => `${file}.keys`;

/** Counts what goes by, and adds it up to a hash of every line. */
export const tally = () => {
  const hash = createHash('sha256');
  let events = 0;
  const subjects = new Set<unknown>();
  return {
    line: (line: string) => void hash.update(line).update('\n'),
    rows: (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => {
      if (table.endsWith(`.${eventsTable}`)) events += rows.length;
      if (table === 'vault.item') for (const { person } of rows) subjects.add(person);
    },
    foot: (): Foot => ({ facts: events, subjects: subjects.size, sha256: hash.digest('hex') }),
  };
};
