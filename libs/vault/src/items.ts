/** What was kept, sealed: many at once in one statement, the same id with the same content once. */
import { canonical, type VaultItem, type VaultRef, type Rejection, reused } from '@mulin/kernel';
import { batcher, type Database } from '@mulin/postgres';
import { open, saltedHash, seal } from './crypto.js';
import { bytesWithin } from './grant.js';
import type { PersonKeys } from './persons.js';
import { schema } from './schema.js';

type Parts = Readonly<{ database: Database; town: string; persons: PersonKeys }>;

/** What was kept under an id; the content is `null` where the person, or the item alone, was erased. */
type Opened = Readonly<{ kind: string; content: unknown }>;

type Named = Readonly<{ id: string; person: string; kind: string }>;
type Stored = Named & Readonly<{ generation: number; hash: string }>;
type Sealed = Named &
  Readonly<{
    sealed: Buffer;
    item_generation: number;
    generation: number;
    wrapped: Buffer | null;
    master: string;
  }>;
type SealedNow = Stored & Readonly<{ sealed: Buffer }>;

// A key that was destroyed a moment ago, by another program, must lock nothing any more: so it is joined here.
const insert = `
  insert into ${schema}.item as there (id, person, generation, kind, sealed, hash, town)
  select asked.*, $7 from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bytea[], $6::text[])
    as asked (id, person, generation, kind, sealed, hash)
  join ${schema}.person p on p.id = asked.person and p.generation = asked.generation and p.wrapped is not null
  order by asked.id
  on conflict (id) do nothing
  returning id`;
// Whoever asks again needs it for another day.
const selectStored = `
  update ${schema}.item set kept_at = now() where id = any($1::uuid[])
  returning id, person, generation, kind, hash`;
const selectSealed = `
  select i.id, i.person, i.kind, i.sealed, i.generation as item_generation,
    p.generation, p.wrapped, p.master
  from ${schema}.item i join ${schema}.person p on p.id = i.person
  where i.id = any($1::uuid[])`;

/** A key may be destroyed again while the next one is made. */
const attempts = 4;

const reusedId = () => reused({ en: 'The id of what is to be kept', zh: '待保存内容的编号' });

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const boundTo =
  (town: string) =>
  ({ id, person, kind }: Named): string =>
    [town, id, person, kind].join('\n');

const sealing =
  ({ town, persons }: Parts) =>
  async (kept: readonly VaultItem[]): Promise<readonly SealedNow[]> => {
    const keys = await persons.ensure(kept.map(({ person }) => person));
    return kept.map(({ id, person, kind, content }) => {
      const key = keys.get(person);
      if (!key) throw new Error('every person has a key');
      const text = canonical(content);
      const sealed = seal(key.key, Buffer.from(text), boundTo(town)({ id, person, kind }));
      return { id, person, kind, generation: key.generation, sealed, hash: saltedHash(key.key, id, text) };
    });
  };

/** What is there already under the id: the same, or something else. What was erased cannot be compared. */
const compare = (item: SealedNow, there: Stored): VaultRef | Rejection => {
  const isOfOne = there.person === item.person && there.kind === item.kind;
  const isSame = isOfOne && (there.hash === item.hash || there.generation !== item.generation);
  return isSame ? { id: there.id, hash: there.hash } : reusedId();
};

const keeping = (parts: Parts) => {
  const { database, persons, town } = parts;
  const sealAll = sealing(parts);

  const store = async (items: readonly SealedNow[]): Promise<ReadonlySet<string>> => {
    const column = <Name extends keyof SealedNow>(name: Name) => items.map((item) => item[name]);
    const values = (['id', 'person', 'generation', 'kind', 'sealed', 'hash'] as const).map(column);
    const made = await database.sql<{ id: string }>(insert, [...values, town], { name: 'vault-keep' });
    return new Set(made.map(({ id }) => id));
  };

  const attempt = async (kept: readonly VaultItem[]): Promise<readonly (VaultRef | Rejection | null)[]> => {
    const items = await sealAll(kept);
    const made = await store(items);
    if (made.size === items.length) return items.map(({ id, hash }) => ({ id, hash }));

    const rows = await database.sql<Stored>(selectStored, [items.map(({ id }) => id)]);
    const there = new Map(rows.map((row) => [row.id, row]));
    return items.map((item) => {
      const found = there.get(item.id);
      if (found) return compare(item, found);
      persons.forget(item.person);
      return null;
    });
  };

  return async (kept: readonly VaultItem[]): Promise<readonly (VaultRef | Rejection)[]> => {
    const answers = [...(await attempt(kept))];
    for (let left = attempts; left > 1 && answers.includes(null); left--) {
      const open = answers.flatMap((answer, place) => (answer === null ? [place] : []));
      const again = await attempt(open.flatMap((place) => kept[place] ?? []));
      for (const [nth, place] of open.entries()) answers[place] = again[nth] ?? null;
    }
    return answers.map((answer) => {
      if (answer === null) throw new Error('the key of a person is destroyed again and again');
      return answer;
    });
  };
};

const opening = ({ database, town, persons }: Parts) => {
  const openItem = (row: Sealed): Opened => {
    const { id, person, kind, sealed, item_generation, generation, wrapped, master } = row;
    const key = persons.of({ id: person, generation, wrapped, master });
    // Of an item that was erased alone, nothing is left to open.
    if (!key || key.generation !== item_generation || sealed.length === 0) return { kind, content: null };
    // Sealed by `keep`, from canonical JSON; the seal proves it.
    const text = open(key.key, sealed, boundTo(town)({ id, person, kind })).toString();
    return { kind, content: JSON.parse(text) as unknown };
  };

  const openAlone = (row: Sealed): Opened | Error => {
    try {
      return openItem(row);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  return async (ids: readonly string[]): Promise<readonly (Opened | Error | null)[]> => {
    const known = [...new Set(ids)].filter(isId);
    const rows = await database.sql<Sealed>(selectSealed, [known], { name: 'vault-read' });
    const opened = new Map(rows.map((row) => [row.id, openAlone(row)]));
    return ids.map((id) => opened.get(id) ?? null);
  };
};

type Sized = Readonly<{ kept: VaultItem; bytes: number }>;

/** How large each is shows only when it is there; so many of the largest are not too much. */
const openedAtOnce = 200;

/**
 * The items of a vault in PostgreSQL. What is kept or opened while another statement is under way goes together in
 * the next one.
 *
 * @param parts.persons gives the key of each person, under which their items are sealed.
 */
export const vaultItems = (parts: Parts) => {
  const keep = keeping(parts);
  const keepOne = batcher<Sized, VaultRef>({
    carry: (sized) => keep(sized.map(({ kept }) => kept)),
    bytesOf: ({ bytes }) => bytes,
  });
  return {
    /**
     * Refuses what is too large before anything is kept.
     *
     * @returns a reference for each, in order. The same id with the same content is kept once.
     * @throws `Rejection` `too-large`, or the one of `reused` where another content is there under the id; of those
     *   that came with it some may be kept.
     */
    keep: (kept: readonly VaultItem[]): Promise<readonly VaultRef[]> => {
      const sized = kept.map((its) => ({ kept: its, bytes: bytesWithin(canonical(its.content), its.kind) }));
      return Promise.all(sized.map(keepOne));
    },
    /** `null`: nothing was kept under this id. */
    open: batcher<string, Opened | null>({ carry: opening(parts), mostItems: openedAtOnce }),
  };
};
