/** The key of each person, wrapped by the master key; opened ones are kept for a while. */
import { type PersonId, recent, Unavailable } from '@mulin/kernel';
import { batcher, type Database } from '@mulin/postgres';
import { type MasterKeys, newKey, open, seal } from './crypto.js';
import { schema } from './schema.js';

/** The opened key of a person. Each erasure begins another generation: what an older one locked opens for nobody. */
type PersonKey = Readonly<{ generation: number; key: Buffer }>;

type Row = { id: string; generation: number; wrapped: Buffer | null; master: string };
type Parts = Readonly<{ database: Database; town: string; keys: MasterKeys }>;

/** Bounds the memory of a process (about 10 MB); one that was forgotten is unwrapped again. */
const openedAtMost = 50_000;

const insertNew = `
  insert into ${schema}.person as p (id, wrapped, master, town)
  select *, $4 from unnest($1::uuid[], $2::bytea[], $3::text[])
  on conflict (id) do update
    set wrapped = excluded.wrapped, master = excluded.master, generation = p.generation + 1
    where p.wrapped is null
  returning id, generation, wrapped, master`;
const selectErased = `
  select id from ${schema}.person where id = any($1::uuid[]) and (wrapped is null or generation > 1)`;
const selectAll = `select id, generation, wrapped, master from ${schema}.person where id = any($1::uuid[])`;

/** A key is bound to its person, so that a row moved to another person opens nothing. */
const bound = (town: string, id: string) => `${town}\n${id}`;

const unwrapping =
  ({ town, keys }: Parts) =>
  ({ id, generation, wrapped, master }: Row): PersonKey | null => {
    if (wrapped === null) return null;
    // Whoever reads waits until the right key is put back: nothing is given up meanwhile.
    if (master !== keys.id)
      throw new Unavailable({
        en: `the vault was sealed with the master key ${master}, not ${keys.id}`,
        zh: `保险库由主密钥 ${master} 加密，与现用的 ${keys.id} 不符`,
      });
    return { generation, key: open(keys.wrapping, wrapped, bound(town, id)) };
  };

/** Whether a person was ever erased, also if they have come back since. */
const wasErased = ({ sql }: Database) =>
  batcher<string, boolean>({
    carry: async (ids) => {
      const erased = await sql<{ id: string }>(selectErased, [ids], { name: 'vault-erased' });
      const known = new Set(erased.map(({ id }) => id));
      return ids.map((id) => known.has(id));
    },
  });

/**
 * The keys of persons: made when something is first kept for them, wrapped by the master key, and opened ones
 * remembered (at most 50,000).
 *
 * @param parts.keys those of the master key; rows that another one wrapped throw `Unavailable`, until the right key
 *   is put back.
 */
export const personKeys = (parts: Parts) => {
  const { database, town, keys } = parts;
  const opened = recent<string, PersonKey>(openedAtMost / 2);
  const unwrap = unwrapping(parts);

  const remember = (id: string, key: PersonKey) => {
    opened.set(id, key);
    return key;
  };

  return {
    /** A key for each of these persons: theirs, or a new one. */
    ensure: async (persons: readonly PersonId[]): Promise<ReadonlyMap<string, PersonKey>> => {
      const found = new Map<string, PersonKey>();
      const unknown = [...new Set(persons)].filter((id) => {
        const known = opened.get(id);
        if (known) found.set(id, known);
        return !known;
      });
      if (unknown.length === 0) return found;

      // In one order, so that two writers of the same persons never wait for each other.
      const ids = unknown.sort();
      const wrapped = ids.map((id) => seal(keys.wrapping, newKey(), bound(town, id)));
      const made = await database.sql<Row>(insertNew, [ids, wrapped, ids.map(() => keys.id), town]);
      const there = made.length === ids.length ? [] : await database.sql<Row>(selectAll, [ids]);
      // Read after they were made: whoever was erased in between has another key since.
      for (const row of [...made, ...there]) {
        const key = unwrap(row);
        if (key) found.set(row.id, remember(row.id, key));
      }
      return found;
    },

    wasErased: wasErased(database),

    /** From a row that was read just now: whoever was erased elsewhere is erased here. */
    of: (row: Row): PersonKey | null => {
      const known = opened.get(row.id);
      if (known && row.wrapped !== null && known.generation === row.generation) return known;
      const key = unwrap(row);
      if (key) remember(row.id, key);
      else opened.delete(row.id);
      return key;
    },

    /** What is opened here may have been destroyed elsewhere. */
    forget: (person: string): void => void opened.delete(person),
  };
};

/** What `personKeys` gives. */
export type PersonKeys = ReturnType<typeof personKeys>;
