/** Erasing a person: their key is destroyed, and with it goes what it locked. */
import type { Instant, PersonId, Reading } from '@mulin/kernel';
import type { Database, Sql } from '@mulin/postgres';
import type { PersonKeys } from './persons.js';
import { schema } from './schema.js';

// Also a person who has nothing here gets a row: by it they are known to be erased.
const insertErased = `
  insert into ${schema}.person (id, wrapped, master, town) values ($1, null, '', $2) on conflict do nothing`;
const destroyKey = `
  update ${schema}.person set wrapped = null where id = $1 and wrapped is not null returning 1`;
const emptyItems = `
  update ${schema}.item set sealed = ''
  where (person = $1 or id = any($2::uuid[])) and sealed <> '' returning 1`;
const record = `
  insert into ${schema}.reading (at, service, actor, purpose, item, erased, town, about)
  values ($2, $3, $4, $5, null, $1, $6, $7)`;

type By = Reading & Readonly<{ service: string; at: Instant }>;
/** Who is erased, and what others have of them. */
type Erased = Readonly<{ person: PersonId; alsoItems: readonly string[] }>;
type Parts = Readonly<{ database: Database; persons: PersonKeys; town: string }>;

const eraseIn = async (sql: Sql, town: string, { person, alsoItems }: Erased, by: By): Promise<boolean> => {
  await sql(insertErased, [person, town]);
  const keys = await sql(destroyKey, [person]);
  // A statement of its own: it sees what was kept until the key was destroyed.
  const items = await sql(emptyItems, [person, alsoItems]);
  if (keys.length + items.length === 0) return false;
  await sql(record, [person, by.at, by.service, by.actor, by.purpose, town, by.about ?? null]);
  return true;
};

/**
 * Makes the function that erases a person, all or nothing, and on record: who erased, and what for.
 *
 * @param erased.alsoItems ids of items that are kept for somebody else and are about this person.
 * @returns `false`: there was nothing (more) to erase.
 */
export const erasing =
  ({ database, persons, town }: Parts) =>
  async (erased: Erased, by: By): Promise<boolean> => {
    const hasErased = await database.transaction((sql) => eraseIn(sql, town, erased, by));
    persons.forget(erased.person);
    return hasErased;
  };

const leftovers = `
  update ${schema}.item i set sealed = '' from ${schema}.person p
  where p.id = i.person and i.sealed <> '' and (p.wrapped is null or i.generation < p.generation)
  returning 1`;

/**
 * Empties what was kept in the moment in which its key was destroyed: it opens for nobody, and need not lie there.
 * Says how many.
 */
export const emptyErased = async ({ sql }: Database): Promise<number> => (await sql(leftovers)).length;
