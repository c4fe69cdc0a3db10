/** What was kept, sealed: many at once in one statement, the same id with the same content once. */
import { canonical, type Kept, type Reference, Rejection, reused } from '@mulin/kernel';
import { type Database, gathered } from '@mulin/postgres';
import { newSalt, open, saltedHash, seal } from './crypto.js';
import { refuseTooLarge } from './grant.js';
import type { PersonKeys } from './persons.js';
import { schema } from './schema.js';

type Parts = Readonly<{ database: Database; town: string; persons: PersonKeys }>;

export type Opened = Readonly<{ kind: string; content: unknown }>;

type Stored = Readonly<{ id: string; person: string; salt: Buffer; hash: string; kind: string }>;
type Sealed = Stored &
  Readonly<{
    sealed: Buffer;
    item_generation: number;
    generation: number;
    wrapped: Buffer | null;
    master: string;
  }>;

const insert = `
  insert into ${schema}.item (id, person, generation, kind, sealed, salt, hash)
  select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bytea[], $6::bytea[], $7::text[])
  on conflict (id) do nothing
  returning id`;
const selectStored = `select id, person, kind, salt, hash from ${schema}.item where id = any($1::uuid[])`;
const selectSealed = `
  select i.id, i.person, i.kind, i.salt, i.hash, i.sealed, i.generation as item_generation,
    p.generation, p.wrapped, p.master
  from ${schema}.item i join ${schema}.person p on p.id = i.person
  where i.id = any($1::uuid[])`;

const reusedId = () => reused({ en: 'The id of what is to be kept', zh: '待保存内容的编号' });

export const vaultItems = ({ database, town, persons }: Parts) => {
  const bound = ({ id, person, kind }: { id: string; person: string; kind: string }) =>
    [town, id, person, kind].join('\n');

  const sealItem = async (kept: readonly Kept[]) => {
    const keys = await persons.ensure(kept.map(({ person }) => person));
    return kept.map((item) => {
      const key = keys.get(item.person);
      if (!key) throw new Error('every person has a key');
      const [text, salt] = [canonical(item.content), newSalt()];
      const sealed = seal(key.key, Buffer.from(text), bound(item));
      return { ...item, text, salt, sealed, generation: key.generation, hash: saltedHash(salt, text) };
    });
  };

  type SealedNow = Awaited<ReturnType<typeof sealItem>>[number];

  /** What is there already under the id: the same, or something else. */
  const compare = (item: SealedNow, there: Stored | undefined): Reference | Rejection => {
    if (!there) throw new Error('what could not be kept is there');
    const isSame =
      there.person === item.person &&
      there.kind === item.kind &&
      there.hash === saltedHash(there.salt, item.text);
    return isSame ? { id: there.id, hash: there.hash } : reusedId();
  };

  const carry = async (kept: readonly Kept[]): Promise<readonly (Reference | Rejection)[]> => {
    const items = await sealItem(kept);
    const made = await database.sql<{ id: string }>(
      insert,
      [
        items.map(({ id }) => id),
        items.map(({ person }) => person),
        items.map(({ generation }) => generation),
        items.map(({ kind }) => kind),
        items.map(({ sealed }) => sealed),
        items.map(({ salt }) => salt),
        items.map(({ hash }) => hash),
      ],
      { name: 'vault-keep' },
    );
    if (made.length === items.length) return items.map(({ id, hash }) => ({ id, hash }));

    const rows = await database.sql<Stored>(selectStored, [items.map(({ id }) => id)]);
    const there = new Map(rows.map((row) => [row.id, row]));
    return items.map((item) => compare(item, there.get(item.id)));
  };

  const openItem = (row: Sealed): Opened => {
    const { id, person, kind, sealed, item_generation, generation, wrapped, master } = row;
    const key = persons.of({ id: person, generation, wrapped, master });
    if (!key || key.generation !== item_generation) return { kind, content: null };
    return {
      kind,
      content: JSON.parse(open(key.key, sealed, bound({ id, person, kind })).toString()) as unknown,
    };
  };

  const fetch = async (ids: readonly string[]): Promise<readonly (Opened | null)[]> => {
    const rows = await database.sql<Sealed>(selectSealed, [[...new Set(ids)]], { name: 'vault-read' });
    const opened = new Map(rows.map((row) => [row.id, openItem(row)]));
    return ids.map((id) => opened.get(id) ?? null);
  };

  const keepOne = gathered<Kept, Reference>(carry);
  return {
    /** Refuses what is too large before anything is kept. */
    keep: (kept: readonly Kept[]): Promise<readonly Reference[]> => {
      for (const { content } of kept) refuseTooLarge(canonical(content));
      return Promise.all(kept.map(keepOne));
    },
    /** `null`: nothing was kept under this id. */
    open: gathered<string, Opened | null>(fetch),
  };
};
