/** The town's vault: one for all services, each seeing what its grant opens. */
import { type Instant, type PersonId, personId, type Readings, type Stop, type Vault } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { asUuid, masterKeysOf, phoneHash, wordHash } from './crypto.js';
import { emptyErased, erasing } from './erasing.js';
import { type Grant, noGrant } from './grant.js';
import { vaultItems } from './items.js';
import { nameTown } from './name-town.js';
import { personKeys } from './persons.js';
import { readingList } from './reading-list.js';
import { readingBook, type Troubled } from './readings.js';
import { migrations, schema } from './schema.js';
import { type GarbageCollection, itemGarbageCollection } from './sweeping.js';

type Parts = Readonly<{
  database: Database;
  master: Uint8Array;
  town: string;
  now: () => Instant;
  /** Told when the counts of services' own readings cannot be kept for now. */
  troubled?: Troubled;
}>;

/** The vault of one town. */
export type TownVault = Readonly<{
  /** The vault as `service` may use it. What it opens is on record under its name. */
  as: (service: string, grant: Grant) => Vault;
  /** Who read what, for auditors. */
  readings: Readings;
  /**
   * Removes what was kept more than a day ago and what no event refers to; says how many. An id that was once found
   * to be referred to is not removed by a later run. Removes nothing, and throws, when the one who is asked throws,
   * or does not know of items any more that were referred to before: who is asked may have lost a log.
   */
  forgetUnreferenced: GarbageCollection;
  /** Empties items whose key is destroyed already; says how many. */
  emptyErased: () => Promise<number>;
  /** Writes the counts of readings that are still in memory. */
  close: Stop;
}>;

const selectContacts = `
  select id from ${schema}.item where person = $1 and kind = 'contact' order by kept_at desc, id limit 1000`;

const selectOwner = `
  select i.person from ${schema}.item i join ${schema}.person p on p.id = i.person
  where i.id = $1 and i.sealed <> '' and i.generation = p.generation and p.wrapped is not null`;

const ownerOf = async ({ sql }: Database, id: string): Promise<PersonId | null> => {
  const [owner] = await sql<{ person: string }>(selectOwner, [id]);
  return owner === undefined ? null : personId(owner.person);
};

const contactsOf = async ({ sql }: Database, person: PersonId): Promise<readonly string[]> =>
  (await sql<{ id: string }>(selectContacts, [person])).map(({ id }) => id);

/** Whoever was erased is found by nothing any more: who comes after them is somebody new. */
const firstNotErased =
  (wasErased: (id: PersonId) => Promise<boolean>) =>
  async (hash: (nth: number) => string): Promise<PersonId> => {
    for (let nth = 0; ; nth++) {
      const person = personId(asUuid(hash(nth)));
      if (!(await wasErased(person))) return person;
    }
  };

const recordOf = (
  database: Database,
): Pick<TownVault, 'readings' | 'forgetUnreferenced' | 'emptyErased'> => ({
  readings: readingList(database),
  forgetUnreferenced: itemGarbageCollection(database),
  emptyErased: () => emptyErased(database),
});

/**
 * Opens the vault of a town: makes or migrates its tables, and names the town in rows from before. Content is
 * encrypted under a key of its person (`crypto.ts`), and what a person reads is on record before they see it.
 *
 * @param parts.master the master key, as `masterKeyFor` gives it: at least 32 bytes.
 * @param parts.town its slug; it is part of what is sealed, so that rows of another town do not open.
 * @throws `MigrationRefused` where the tables are newer than the program; `Unavailable` where PostgreSQL is not
 *   reached.
 */
export const postgresVault = async (parts: Parts): Promise<TownVault> => {
  const { database, master, town, now, troubled = () => undefined } = parts;
  await migrate(database, schema, migrations);
  await nameTown(database, town);
  const keys = masterKeysOf(master);
  const persons = personKeys({ database, town, keys });
  const items = vaultItems({ database, town, persons });
  const readings = readingBook(database, town, troubled);
  const erase = erasing({ database, persons, town });

  const personBy = firstNotErased(persons.wasErased);
  const personOfPhone = (phone: string) => personBy((nth) => phoneHash(keys, town, phone, nth));

  const as = (service: string, { kinds, purposes }: Grant): Vault => ({
    keep: items.keep,
    ownerOf: (id) => ownerOf(database, id),
    read: async (id, reading) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      const item = await items.open(id);
      if (item === null) return null;
      if (!kinds.includes(item.kind)) throw noGrant();
      await readings.note({ ...reading, service, item: id, at: now() });
      return item.content;
    },
    personBySourceId: (source, word) => personBy((nth) => wordHash(keys, [town, source, word], nth)),
    personOfPhone,
    contactsOf: async (phone, reading) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      const person = await personOfPhone(phone);
      await readings.note({ ...reading, service, item: null, at: now() });
      return contactsOf(database, person);
    },
    shred: async (person, reading, alsoItems = []) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      return erase({ person, alsoItems }, { ...reading, service, at: now() });
    },
  });

  return { as, ...recordOf(database), close: readings.close };
};
