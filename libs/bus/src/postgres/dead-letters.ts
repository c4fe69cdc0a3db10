import type { Instant, DeadLetter } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { busMigrations } from './schema.js';
import { deadLetterQueue, type DeadLetterQueueWithOffer } from '../dead-letters.js';

type Row = Readonly<{
  id: string;
  group_name: string;
  topic: string;
  partition: number;
  place: number;
  key: string;
  value: string;
  reason: string;
  /** Written from an `Instant` and by nobody else. */
  at: Instant;
}>;

const itemOf = (row: Row): DeadLetter => {
  const { id, group_name: group, topic, partition, place: offset, key, value, reason, at } = row;
  return { id, group, message: { topic, partition, offset, key, value }, reason, at };
};

const columns = 'id, group_name, topic, partition, place, key, value, reason, at';

/** Dead letters in the table `set_aside` of a schema, which is migrated first. Default: `bus`, beside the topics. */
export const postgresDeadLetters = async (parts: {
  database: Database;
  schema?: string;
}): Promise<DeadLetterQueueWithOffer> => {
  const { database, schema = 'bus' } = parts;
  const { sql } = database;
  await migrate(database, schema, busMigrations);

  return deadLetterQueue({
    put: async ({ id, group, message: { topic, partition, offset, key, value }, reason, at }) => {
      await sql(
        `insert into ${schema}.set_aside (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (id) do update set reason = excluded.reason, at = excluded.at`,
        [id, group, topic, partition, offset, key, value, reason.replaceAll('\0', '␀'), at],
      );
    },
    list: async (group) => {
      const rows = await sql<Row>(
        `select ${columns} from ${schema}.set_aside where $1::text is null or group_name = $1 order by at, id`,
        [group ?? null],
      );
      return rows.map(itemOf);
    },
    find: async (id) => {
      const [row] = await sql<Row>(`select ${columns} from ${schema}.set_aside where id = $1`, [id]);
      return row === undefined ? null : itemOf(row);
    },
    remove: async (id) => {
      const rows = await sql(`delete from ${schema}.set_aside where id = $1 returning id`, [id]);
      return rows.length > 0;
    },
  });
};
