/** `mulin topics apply|list`: the topics of the town on the Kafka of `KAFKA_BROKERS`. */
import { type KafkaTopics, kafkaTopics } from '@mulin/bus';
import { ConfigurationError, kafkaEnvironment, readConfig, readPack, townTopics } from '@mulin/service';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table, WrongCall } from '../terminal.js';

type Options = Readonly<{ partitions?: string; retentionDays?: string }>;

const accessIn = (variables: Surroundings['kafkaVariables']) => {
  try {
    return readConfig(kafkaEnvironment, variables);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new WrongCall(error.sentence, error.code);
    throw error;
  }
};

const on = async <Answer>(
  { kafkaBrokers, kafkaVariables }: Surroundings,
  work: (topics: KafkaTopics) => Promise<Answer>,
): Promise<Answer> => {
  const topics = kafkaTopics({ brokers: kafkaBrokers(), access: accessIn(kafkaVariables) });
  return work(topics).finally(topics.close);
};

const namesFor = ({ topicsOf: { prefix, pack } }: Surroundings): readonly string[] =>
  townTopics({ prefix, town: readPack(pack).town.town });

/** Beyond it no broker would keep a topic. */
const mostAtOnce = 10_000;
/** As many as a topic must have, so that order and sharing are those of PostgreSQL. */
const fewestPartitions = 8;

const whole = (text: string | undefined, least: number, name: string): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > mostAtOnce)
    throw new WrongCall(({ topics }) => topics.notWhole(name, least, mostAtOnce));
  return value;
};

/** Makes the topics that are not there; those that are stay as they are. */
export const topicsApplyCommand = async (at: Surroundings, options: Options): Promise<Outcome> => {
  const partitions = whole(options.partitions, fewestPartitions, '--partitions');
  const retentionDays = whole(options.retentionDays, 1, '--retention-days');
  const { topics, made } = await on(at, (kafka) =>
    kafka.apply(namesFor(at), {
      ...(partitions === undefined ? {} : { partitions }),
      ...(retentionDays === undefined ? {} : { retentionDays }),
    }),
  );
  const { heads, made: isMade, there } = at.texts.topics;
  const rows = topics.map((it) => [
    it.topic,
    String(it.partitions),
    made.includes(it.topic) ? isMade : there,
  ]);
  return { json: { topics, made }, lines: table(heads, rows) };
};

/** The topics that the town must have, and whether they are there; exit code 1 where one lacks. */
export const topicsListCommand = async (at: Surroundings): Promise<Outcome> => {
  const names = namesFor(at);
  const known = new Map((await on(at, (kafka) => kafka.list())).map((it) => [it.topic, it.partitions]));
  const topics = names.map((topic) => ({ topic, partitions: known.get(topic) ?? null }));
  const { heads, missing, there } = at.texts.topics;
  const rows = topics.map(({ topic, partitions }) => [
    topic,
    partitions === null ? '' : String(partitions),
    partitions === null ? missing : there,
  ]);
  const isWhole = topics.every(({ partitions }) => partitions !== null);
  return { json: { topics }, lines: table(heads, rows), exit: isWhole ? exits.done : exits.notAsItShould };
};
