/** What the bus asks a Kafka, and tells it of topics. */
import type { KafkaClient, NewTopic } from '../client.js';
import { requestMs } from '../timing.js';
import { byBroker, type Cluster } from './cluster.js';
import { isOnly, kafkaError } from './errors.js';

/** As many brokers as keep a topic, where there are so many. */
const replicas = 3;
/** How the protocol names the ends of a partition. */
const oldest = -2n;
const newest = -1n;

/** By partition, the offset at one end. */
const endsOf = async (cluster: Cluster, topic: string, end: bigint): Promise<readonly number[]> => {
  const leaders = await cluster.leaders(topic);
  const offsets: number[] = [];
  const asked = byBroker([...leaders.keys()], (partition) => leaders[partition]).map(
    async ([broker, partitions]) => {
      const wanted = partitions.map((partitionIndex) => ({
        partitionIndex,
        currentLeaderEpoch: -1,
        timestamp: end,
      }));
      const answer = await cluster.library.listOffsetsV7.api.async(await cluster.to(broker), -1, 0, [
        { name: topic, partitions: wanted },
      ]);
      for (const { partitions: found } of answer.topics)
        for (const { partitionIndex, offset } of found) offsets[partitionIndex] = Number(offset);
    },
  );
  await Promise.all(asked);
  return offsets;
};

/** By partition, the offset of the oldest message that is kept. */
export const oldestOf = (cluster: Cluster, topic: string): Promise<readonly number[]> =>
  endsOf(cluster, topic, oldest);

/** By topic and partition, what a group has committed; `null`: nothing yet. */
export const committedOf = async (
  cluster: Cluster,
  group: string,
  topics: readonly string[],
): Promise<ReadonlyMap<string, readonly (number | null)[]>> => {
  const wanted = await Promise.all(
    topics.map(async (name) => ({ name, partitionIndexes: [...(await cluster.leaders(name)).keys()] })),
  );
  const coordinator = await cluster.to(await cluster.coordinator(group));
  const { groups } = await cluster.library.offsetFetchV8.api.async(
    coordinator,
    [{ groupId: group, memberEpoch: -1, topics: wanted }],
    false,
  );
  const committed = new Map<string, (number | null)[]>();
  for (const { topics: found } of groups)
    for (const { name, partitions } of found) {
      const offsets: (number | null)[] = [];
      for (const { partitionIndex, committedOffset } of partitions)
        offsets[partitionIndex] = committedOffset < 0n ? null : Number(committedOffset);
      committed.set(name, offsets);
    }
  return committed;
};

const create = async (cluster: Cluster, wanted: readonly NewTopic[]): Promise<void> => {
  const { brokers } = await cluster.metadata([]);
  const [some] = brokers;
  if (some === undefined) throw kafkaError('BROKER_NOT_AVAILABLE');
  const topics = wanted.map(({ topic, partitions, settings }) => ({
    name: topic,
    numPartitions: partitions,
    replicationFactor: Math.min(replicas, brokers.length),
    assignments: [],
    configs: Object.entries(settings).map(([name, value]) => ({ name, value })),
  }));
  const asked = cluster.library.createTopicsV7.api.async(await cluster.to(some), topics, requestMs, false);
  await asked.catch((error: unknown) => {
    // Somebody else was first, or this is the second try of a first one that did arrive.
    if (!isOnly(error, 'TOPIC_ALREADY_EXISTS')) throw error;
  });
};

const groupsOf = async (cluster: Cluster): Promise<readonly string[]> => {
  const { brokers } = await cluster.metadata([]);
  const found = await Promise.all(
    brokers.map(async (broker) => cluster.library.listGroupsV4.api.async(await cluster.to(broker), [], [])),
  );
  return found.flatMap(({ groups }) => groups.map(({ groupId }) => groupId));
};

/** The questions of `KafkaClient`, on a cluster that is opened with the first of them. */
export const questionsTo = (
  opened: () => Promise<Cluster>,
): Pick<KafkaClient, 'topics' | 'createTopics' | 'watermarks' | 'groups' | 'committed'> => {
  const asking = async <Answer>(ask: (cluster: Cluster) => Promise<Answer>): Promise<Answer> => {
    const cluster = await opened();
    return cluster.trying(() => ask(cluster));
  };
  return {
    topics: () =>
      asking(async (cluster) => {
        const { topics } = await cluster.metadata(null);
        const there = topics.filter(({ partitions }) => partitions.length > 0);
        return new Map(there.map(({ name, partitions }) => [name, partitions.length]));
      }),
    createTopics: (wanted) => asking((cluster) => create(cluster, wanted)),
    watermarks: (topic) =>
      asking(async (cluster) => {
        const [lows, highs] = await Promise.all([
          endsOf(cluster, topic, oldest),
          endsOf(cluster, topic, newest),
        ]);
        return highs.map((high, partition) => ({ low: lows[partition] ?? 0, high }));
      }),
    groups: () => asking(groupsOf),
    committed: (group, topics) => asking((cluster) => committedOf(cluster, group, topics)),
  };
};
