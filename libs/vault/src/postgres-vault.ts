/** The town's vault: one for all services, each seeing what its grant opens. */
import { type Instant, type PersonId, personId, type Stop, type Vault } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { masterKeysOf, phoneHash, wordHash } from './crypto.js';
import { erasing } from './erasing.js';
import { type Grant, noGrant } from './grant.js';
import { vaultItems } from './items.js';
import { personKeys } from './persons.js';
import { readingBook } from './readings.js';
import { migrations, schema } from './schema.js';
import { type Sweep, sweeping } from './sweeping.js';

type Parts = Readonly<{ database: Database; master: Uint8Array; town: string; now: () => Instant }>;

export type TownVault = Readonly<{
  as: (service: string, grant: Grant) => Vault;
  /**
   * Removes what was kept more than a day ago and what no fact refers to; says how many. An id that was
   * once found to be referred to is not asked for again.
   */
  forgetUnreferenced: Sweep;
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

export const postgresVault = async ({ database, master, town, now }: Parts): Promise<TownVault> => {
  await migrate(database, schema, migrations);
  const keys = masterKeysOf(master);
  const persons = personKeys({ database, town, keys });
  const items = vaultItems({ database, town, persons });
  const readings = readingBook(database);
  const erase = erasing(database, persons);

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
    personCalled: async (source, word) => personId(asUuid(wordHash(keys, [town, source, word]))),
    personOfPhone: async (phone): Promise<PersonId> => personId(asUuid(phoneHash(keys, town, phone))),
    shred: async (person, reading) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      await erase(person, { ...reading, service, at: now() });
    },
  });

  return { as, forgetUnreferenced: sweeping(database), close: readings.close };
};
