/** What is known of a Kafka's brokers: who leads which partition, and who coordinates a group. */
import { backoff } from '@mulin/kernel';
import type { Connections } from './connections.js';
import { answerIn, isPassing, kafkaError } from './errors.js';
import type { Broker, Connection, Library, Metadata } from './protocol.js';

const pauses = backoff({ firstMs: 100, longestMs: 500 });
/** Since what is asked is only a question, it is given up soon: whoever asks knows what to do. */
const mostTries = 4;
/** For so long nothing is asked anew of a topic that makes no trouble. */
const freshMs = 30_000;

/** After the nth failure in a row. */
export const pauseAfter = (failures: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, pauses(failures)));

/** By partition, the broker that leads it; `null`: none does just now. */
type Leaders = readonly (Broker | null)[];

/** What is known of the brokers, and what is asked of it. */
export interface Cluster {
  readonly library: Library;
  /** All brokers and topics (`null`), or of some topics. */
  metadata(topics: readonly string[] | null): Promise<Metadata>;
  /** @throws `UNKNOWN_TOPIC_OR_PARTITION`, which passes where the topic was made a moment ago. */
  leaders(topic: string): Promise<Leaders>;
  coordinator(group: string): Promise<Broker>;
  to(broker: Broker): Promise<Connection>;
  /** What is known may be old: it is asked anew. */
  forget(): void;
  /** Tries some times, while it fails of what passes, and asks anew what it knew. */
  trying<Answer>(work: () => Promise<Answer>): Promise<Answer>;
}

const leadersIn = ({ brokers, topics }: Metadata, topic: string): Leaders => {
  const found = topics.find(({ name }) => name === topic);
  if (found === undefined || found.partitions.length === 0) throw kafkaError('UNKNOWN_TOPIC_OR_PARTITION');
  const byId = new Map(brokers.map((broker) => [broker.nodeId, broker]));
  return [...found.partitions]
    .sort((one, other) => one.partitionIndex - other.partitionIndex)
    .map(({ leaderId }) => byId.get(leaderId) ?? null);
};

/** What is said of some topics is said also where others are in trouble. */
const metadataBy =
  (library: Library, connections: Connections) =>
  async (topics: readonly string[] | null): Promise<Metadata> => {
    const asked = library.metadataV12.api.async(await connections.any(), topics, false, false);
    const answer = await asked.catch((error: unknown) => {
      const partly = answerIn<Metadata>(error);
      if (partly === null) throw error;
      return partly;
    });
    connections.learn(answer.brokers);
    return answer;
  };

const coordinatorBy =
  (library: Library, connections: Connections) =>
  async (group: string): Promise<Broker> => {
    const asked = await library.findCoordinatorV4.api.async(await connections.any(), 0, [group]);
    const [found] = asked.coordinators;
    if (found === undefined) throw kafkaError('COORDINATOR_NOT_AVAILABLE');
    return found;
  };

const tryingWith =
  (onFailure: () => void): Cluster['trying'] =>
  async (work) => {
    for (let failures = 1; ; failures++) {
      try {
        return await work();
      } catch (error) {
        onFailure();
        if (failures >= mostTries || !isPassing(error)) throw error;
        await pauseAfter(failures);
      }
    }
  };

/** Of these connections; nothing is asked before it is needed. */
export const clusterOf = (library: Library, connections: Connections): Cluster => {
  const leaders = new Map<string, Readonly<{ its: Leaders; at: number }>>();
  const coordinators = new Map<string, Broker>();
  const metadata = metadataBy(library, connections);
  const find = coordinatorBy(library, connections);

  const forget = () => {
    leaders.clear();
    coordinators.clear();
    // Who was asked may be the one that does not answer.
    connections.pass();
  };

  return {
    library,
    metadata,
    forget,
    to: (broker) => connections.to(broker),
    leaders: async (topic) => {
      const known = leaders.get(topic);
      if (known !== undefined && performance.now() - known.at < freshMs) return known.its;
      const its = leadersIn(await metadata([topic]), topic);
      leaders.set(topic, { its, at: performance.now() });
      return its;
    },
    coordinator: async (group) => {
      const its = coordinators.get(group) ?? (await find(group));
      coordinators.set(group, its);
      return its;
    },
    trying: tryingWith(forget),
  };
};

const nameOf = ({ host, port }: Broker): string => `${host}:${port}`;

/** What falls to each broker. @throws `LEADER_NOT_AVAILABLE` where something falls to none. */
export const byBroker = <Of>(
  all: readonly Of[],
  brokerOf: (one: Of) => Broker | null | undefined,
): readonly (readonly [Broker, readonly Of[]])[] => {
  const parts = new Map<string, [Broker, Of[]]>();
  for (const one of all) {
    const broker = brokerOf(one);
    if (broker === undefined || broker === null) throw kafkaError('LEADER_NOT_AVAILABLE');
    const [, part] = parts.get(nameOf(broker)) ?? [broker, []];
    part.push(one);
    parts.set(nameOf(broker), [broker, part]);
  }
  return [...parts.values()];
};
