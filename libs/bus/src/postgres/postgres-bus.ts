import type { Bus } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { consume, type ConsumerOptions } from '../consumer/consumer.js';
import { type Logger, silent } from '../log.js';
import { assertSendable } from '../publishing/message.js';
import { postgresDriver } from './driver.js';
import { postgresTopicLog } from './topic-log.js';
import { busMigrations } from './schema.js';
import { publisher } from '../publishing/publisher.js';

type Parts = Readonly<{
  database: Database;
  /** Where its tables are; made if it is not there. Default: `bus`. */
  schema?: string;
  /** How many partitions a new topic has; a topic keeps the number it was made with. Default: 8. */
  partitions?: number;
  /** Default: nothing is logged. */
  log?: Logger;
  /** Of the consumers of `subscribe`. */
  pace?: Partial<ConsumerOptions>;
}>;

/** A bus in PostgreSQL, with what keeps its tables small. */
export interface PostgresBus extends Bus {
  /** Deletes messages older than so many days that every group of the topic has committed; answers how many. */
  trim(olderThanDays: number): Promise<number>;
}

/**
 * Opens the bus in PostgreSQL, after it has migrated its tables. Any number of processes may publish and read; the
 * partitions of a process that ends or hangs are taken over by the others of its group.
 */
export const postgresBus = async (parts: Parts): Promise<PostgresBus> => {
  const { database, schema = 'bus', partitions = 8, log = silent, pace = {} } = parts;
  await migrate(database, schema, busMigrations);
  const messages = postgresTopicLog({ database, schema, partitions });
  const append = publisher(messages.append);

  return {
    publish: async (topic, said) => {
      assertSendable(said);
      return said.length === 0 ? [] : append(topic, said);
    },
    subscribe: (group, topics, receive) => {
      const driver = postgresDriver({ database, schema, messages, group, topics, log });
      return consume({ driver, receive, log, pace });
    },
    offsets: messages.offsets,
    lag: messages.lag,
    trim: messages.trim,
  };
};
