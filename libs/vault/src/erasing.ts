/** Erasing a person: their key is destroyed, and with it goes what it locked. */
import type { Instant, PersonId, Reading } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import type { PersonKeys } from './persons.js';
import { schema } from './schema.js';

// All or nothing in one statement, and on record: who erased, and what for.
const erase = `
  with gone as (update ${schema}.person set wrapped = null where id = $1),
    emptied as (update ${schema}.item set sealed = '' where person = $1)
  insert into ${schema}.reading (at, service, actor, purpose, item, erased)
  values ($2, $3, $4, $5, null, $1)`;

export const erasing =
  (database: Database, persons: PersonKeys) =>
  async (person: PersonId, by: Reading & Readonly<{ service: string; at: Instant }>): Promise<void> => {
    await database.sql(erase, [person, by.at, by.service, by.actor, by.purpose]);
    persons.forget(person);
  };
