/** Where kafkajs goes on when nothing is at the offset that it asked for. It holds for 2.2.4 alone. */
import type { TopicPartition } from '../../consumer/driver.js';

type Commit = Readonly<{
  topics: readonly Readonly<{
    topic: string;
    partitions: readonly Readonly<{ partition: number; offset: string | number }>[];
  }>[];
}>;

type Coordinator = Readonly<{ offsetCommit: (commit: Commit) => Promise<unknown> }>;

/** What is used of the cluster that kafkajs hands to an assigner of partitions. */
type Cluster = {
  findGroupCoordinator: (wanted: { groupId: string }) => Promise<object>;
  findBroker: (wanted: { nodeId: string }) => Promise<object>;
};

/** What kafkajs would commit where nothing is at the offset that it asked for: a sign for "the oldest". */
const resetIn = ({ topics }: Commit): TopicPartition | null => {
  const resets = topics.flatMap(({ topic, partitions }) =>
    partitions.filter(({ offset }) => Number(offset) < 0).map(({ partition }) => ({ topic, partition })),
  );
  return resets[0] ?? null;
};

/** Has the same broker as kafkajs does, but for what it would do behind our back. */
const watched = (broker: Coordinator, onReset: (its: TopicPartition) => Promise<void>): Coordinator =>
  new Proxy(broker, {
    get: (its, name) => {
      const value: unknown = Reflect.get(its, name, its);
      if (name !== 'offsetCommit') return typeof value === 'function' ? (value.bind(its) as unknown) : value;
      return async (commit: Commit) => {
        const reset = resetIn(commit);
        return reset === null ? its.offsetCommit(commit) : onReset(reset);
      };
    },
  });

/**
 * Where kafkajs is told that nothing is at the offset it asked for, it commits a sign for "the oldest" in its place, and
 * where the group was is lost, with it what the group has lost. Here it is told where to go on instead.
 */
export const resetsThrough = (onReset: (its: TopicPartition) => Promise<void>) => {
  const made = new WeakSet<object>();
  const through = (broker: object): object => {
    // The types leave out what a broker can be asked.
    const its = watched(broker as Coordinator, onReset);
    made.add(its);
    return its;
  };
  return (cluster: Cluster): void => {
    const find = cluster.findGroupCoordinator.bind(cluster);
    cluster.findGroupCoordinator = async (wanted) => through(await find(wanted));
    const findBroker = cluster.findBroker.bind(cluster);
    // A coordinator whose connection was lost is looked for by itself.
    cluster.findBroker = async (wanted) => {
      const broker = await findBroker(wanted);
      return made.has(wanted) ? through(broker) : broker;
    };
  };
};
