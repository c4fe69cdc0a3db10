/** Which bus a process is on: Kafka where its brokers are named, else PostgreSQL. */
import {
  type KafkaAccess,
  type KafkaBus,
  kafkaBus,
  kafkaTopics,
  nameOnSharedBus,
  type PostgresBus,
  postgresBus,
  townOnSharedBus,
} from '@mulin/bus';
import { contracts } from '@mulin/contracts';
import { type Bus, Rejection, type Stop, Unavailable } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { ConfigurationError } from '../host/config.js';
import { topicOf } from '../host/service-host.js';
import { busLog } from '../observability/bus-log.js';
import type { Logger } from './platform.js';

/** As the services of a town name them: one for each service that has contracts. */
const ownTopics = (): readonly string[] => [
  ...new Set(contracts.map(({ type }) => topicOf(type.split('.', 1)[0] ?? ''))),
];

/** The topics that a town must have on a Kafka, as they are called there. @param whose the town, and the prefix of all. */
export const townTopics = (whose: Parameters<typeof nameOnSharedBus>[0]): readonly string[] =>
  ownTopics().map((topic) => nameOnSharedBus(whose, topic));

/** A bus, and what its engine is asked. */
type MessageBus = Readonly<{
  bus: Bus;
  /** Of the messages in PostgreSQL, also of those that a town on Kafka still has there. */
  trim: PostgresBus['trim'];
  /** Absent: messages are in PostgreSQL. */
  kafka: Pick<KafkaBus, 'ping'> | undefined;
  closeBus: Stop;
}>;

type Parts = Readonly<{
  kafkaBrokers?: readonly string[] | undefined;
  kafkaAccess?: KafkaAccess | undefined;
  topicPrefix?: string | undefined;
  town: string;
  log: Logger;
}>;

const notReached = (reason: Unavailable): ConfigurationError =>
  new ConfigurationError('kafka-not-reached', {
    en: `The Kafka of KAFKA_BROKERS cannot be used: ${reason.sentence.en}`,
    zh: `无法使用 KAFKA_BROKERS 指定的 Kafka：${reason.sentence.zh}`,
  });

const waitingIn = async (bus: Bus): Promise<number> => {
  let waiting = 0;
  for (const topic of ownTopics()) {
    const { ends, groups } = await bus.offsets(topic);
    for (const next of groups.values())
      waiting += ends.reduce((sum, end, at) => sum + Math.max(0, end - (next[at] ?? 0)), 0);
  }
  return waiting;
};

/** What waits in PostgreSQL would wait there for ever, since nobody reads it any more. */
const refuseUndrained = async (bus: Bus) => {
  const count = await waitingIn(bus);
  if (count > 0)
    throw new Rejection('messages-left-in-postgres', {
      en: `${count} messages still wait in PostgreSQL: start without KAFKA_BROKERS until they are handled.`,
      zh: `PostgreSQL 中还有 ${count} 条消息未处理：请先不设 KAFKA_BROKERS 启动，待处理完毕。`,
    });
};

const assertUsable = async (where: Parameters<typeof kafkaTopics>[0], names: readonly string[]) => {
  const topics = kafkaTopics(where);
  try {
    await topics.check(names);
  } catch (error) {
    throw error instanceof Unavailable ? notReached(error) : error;
  } finally {
    await topics.close();
  }
};

/**
 * Opens the bus of a process. On Kafka it is made sure first that the brokers answer, that they have the topics of the
 * town, and that nothing is left behind in PostgreSQL.
 *
 * @throws `ConfigurationError` `kafka-not-reached`; `Rejection` `topic-missing`, `topic-too-few-partitions` or
 *   `messages-left-in-postgres`.
 */
export const messageBusOf = async (
  database: Database,
  { kafkaBrokers: brokers, kafkaAccess: access, topicPrefix: prefix, town, log }: Parts,
): Promise<MessageBus> => {
  const inPostgres = await postgresBus({ database, log: busLog(log) });
  const { trim } = inPostgres;
  if (brokers === undefined)
    return { bus: inPostgres, trim, kafka: undefined, closeBus: async () => undefined };
  await assertUsable({ brokers, access }, townTopics({ prefix, town }));
  await refuseUndrained(inPostgres);
  const groupPrefix = nameOnSharedBus({ prefix, town }, '');
  const kafka = kafkaBus({ brokers, access, groupPrefix, log: busLog(log) });
  return { bus: townOnSharedBus(kafka, { prefix, town }), trim, kafka, closeBus: kafka.close };
};
