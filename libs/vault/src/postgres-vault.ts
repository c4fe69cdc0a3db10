/** The town's vault: one for all services, each seeing what its grant opens. */
import { type Instant, type PersonId, personId, type Stop, type Vault } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { masterKeysOf, phoneHash } from './crypto.js';
import { type Grant, noGrant } from './grant.js';
import { vaultItems } from './items.js';
import { personKeys } from './persons.js';
import { readingBook } from './readings.js';
import { migrations, schema } from './schema.js';

type Parts = Readonly<{ database: Database; master: Uint8Array; town: string; now: () => Instant }>;

export type TownVault = Readonly<{
  as: (service: string, grant: Grant) => Vault;
  /** Removes what was kept more than a day ago and what no fact refers to; says how many. */
  forgetUnreferenced: (
    isReferenced: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
  ) => Promise<number>;
  close: Stop;
}>;

const asUuid = (hash: string): string =>
  [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `b${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');

const oldest = `
  select id from ${schema}.item where kept_at < now() - interval '1 day' and id > $1::uuid order by id limit 500`;
const first = '00000000-0000-0000-0000-000000000000';

export const postgresVault = async ({ database, master, town, now }: Parts): Promise<TownVault> => {
  await migrate(database, schema, migrations);
  const keys = masterKeysOf(master);
  const persons = personKeys({ database, town, keys });
  const items = vaultItems({ database, town, persons });
  const readings = readingBook(database);

  const as = (service: string, { kinds, purposes }: Grant): Vault => ({
    keep: items.keep,
    read: async (id, reading) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      const item = await items.open(id);
      if (item === null) return null;
      if (!kinds.includes(item.kind)) throw noGrant();
      await readings.note({ ...reading, service, item: id, at: now() });
      return item.content;
    },
    personOfPhone: async (phone): Promise<PersonId> => personId(asUuid(phoneHash(keys, town, phone))),
    shred: persons.destroy,
  });

  const forgetUnreferenced: TownVault['forgetUnreferenced'] = async (isReferenced) => {
    let removed = 0;
    for (let after = first; ;) {
      const ids = (await database.sql<{ id: string }>(oldest, [after])).map(({ id }) => id);
      const last = ids.at(-1);
      if (last === undefined) return removed;
      const referenced = await isReferenced(ids);
      const loose = ids.filter((id) => !referenced.has(id));
      if (loose.length > 0)
        await database.sql(`delete from ${schema}.item where id = any($1::uuid[])`, [loose]);
      removed += loose.length;
      after = last;
    }
  };

  return { as, forgetUnreferenced, close: readings.close };
};
