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
  schema?: string;
  /** Of topics that are new; a topic keeps the number it was made with. */
  partitions?: number;
  log?: Logger;
  pace?: Partial<ConsumerOptions>;
}>;

export interface PostgresBus extends Bus {
  /** Drops what every group that reads a topic has passed, once it is this old; says how many messages. */
  trim(olderThanDays: number): Promise<number>;
}

/** A partitioned log in PostgreSQL. Several programs may publish and read; what one stops reading, others take on. */
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
