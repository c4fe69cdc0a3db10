/**
 * A producer of its own on the library's requests. That of the library numbers what is sent at once for several callers
 * before it knows in which order it arrives (platformatic/kafka#326), and goes on with a new identity where it has lost the
 * old one, so that what had arrived would arrive again (#309).
 */
import { perKey } from '@mulin/kernel';
import type { KafkaOptions, KafkaRecord } from '../client.js';
import { renewable } from '../renewable.js';
import { requestMs } from '../timing.js';
import { byBroker, type Cluster, clusterOf, pauseAfter } from './cluster.js';
import { connectionsOf } from './connections.js';
import { answerIn, isPassing, kafkaError } from './errors.js';
import type { Appended, Broker, Library, SentRecord } from './protocol.js';

/** A batch is repeated for so long, in milliseconds; whoever waits for it does so for less. */
const giveUpMs = 30_000;

type Identity = Readonly<{ producerId: bigint; producerEpoch: number }>;

const recordsOf = (topic: string, records: readonly KafkaRecord[]): readonly SentRecord[] =>
  records.map(({ partition, key, value, headers }) => ({
    topic,
    partition,
    key: Buffer.from(key),
    value: Buffer.from(value),
    headers: new Map(
      Object.entries(headers).map(([name, text]) => [Buffer.from(name), Buffer.from(text)] as const),
    ),
  }));

/** One batch of a topic: what of it is not acknowledged yet, and what is. */
type Batch = Readonly<{
  topic: string;
  waiting: Map<number, readonly SentRecord[]>;
  numbers: ReadonlyMap<string, number>;
  bases: Map<number, number>;
}>;

const lane = (topic: string, partition: number): string => `${topic}:${partition}`;

/** The broker drops what it has by its number, so each batch is given its numbers once, and repeated with them. */
const numbering = () => {
  const next = new Map<string, number>();
  return (topic: string, records: readonly SentRecord[]): Batch => {
    const waiting = new Map<number, SentRecord[]>();
    for (const record of records)
      waiting.set(record.partition, [...(waiting.get(record.partition) ?? []), record]);
    const numbers = new Map<string, number>();
    for (const [partition, its] of waiting) {
      const first = next.get(lane(topic, partition)) ?? 0;
      numbers.set(lane(topic, partition), first);
      // They begin again at 0 when their 31 bits are used up.
      next.set(lane(topic, partition), (first + its.length) % 2 ** 31);
    }
    return { topic, waiting, numbers, bases: new Map() };
  };
};

const acknowledge = ({ topic, waiting, bases }: Batch, { responses }: Appended): void => {
  for (const { name, partitionResponses } of responses)
    for (const { index, errorCode, baseOffset } of name === topic ? partitionResponses : [])
      if (errorCode === 0) {
        bases.set(index, Number(baseOffset));
        waiting.delete(index);
      }
};

type Producing = Readonly<{ cluster: Cluster; identity: Identity }>;

const append = async (
  { cluster, identity }: Producing,
  batch: Batch,
  [broker, partitions]: readonly [Broker, readonly number[]],
): Promise<void> => {
  const records = partitions.flatMap((partition) => batch.waiting.get(partition) ?? []);
  const sequences = {
    getWithDefault: (its: string, fallback: number) => batch.numbers.get(its) ?? fallback,
  };
  const connection = await cluster.to(broker);
  const sent = cluster.library.produceV9.api.async(connection, -1, requestMs, records, {
    ...identity,
    sequences,
  });
  const appended = await sent.catch((error: unknown) => {
    const answer = answerIn<Appended>(error);
    if (answer !== null) acknowledge(batch, answer);
    throw error;
  });
  acknowledge(batch, appended);
};

/** @returns what failed of it. When it resolves nothing of it is on its way. */
const attempt = async (producing: Producing, batch: Batch): Promise<readonly unknown[]> => {
  try {
    const leaders = await producing.cluster.leaders(batch.topic);
    const parts = byBroker([...batch.waiting.keys()], (partition) => leaders[partition]);
    const sent = await Promise.allSettled(parts.map((part) => append(producing, batch, part)));
    return sent.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
  } catch (error) {
    return [error];
  }
};

const delivered = async (producing: Producing, batch: Batch): Promise<ReadonlyMap<number, number>> => {
  const end = performance.now() + giveUpMs;
  for (let failures = 1; ; failures++) {
    const errors = await attempt(producing, batch);
    if (batch.waiting.size === 0) return batch.bases;
    const lasting = errors.find((error) => !isPassing(error));
    // An answer that leaves a partition out is asked for again like one that did not come.
    const [first = kafkaError('UNKNOWN_SERVER_ERROR')] = errors;
    if (lasting !== undefined || performance.now() > end) throw lasting ?? first;
    producing.cluster.forget();
    await pauseAfter(failures);
  }
};

const made = async (load: () => Promise<Library>, options: KafkaOptions) => {
  const library = await load();
  const connections = connectionsOf(library, options, requestMs);
  const cluster = clusterOf(library, connections);
  try {
    const identity = await cluster.trying(async () =>
      library.initProducerIdV4.api.async(await connections.any(), null, requestMs, -1n, -1),
    );
    const numbered = numbering();
    const inTurn = perKey();
    return {
      send: (topic: string, records: readonly KafkaRecord[]) =>
        inTurn(topic, () => delivered({ cluster, identity }, numbered(topic, recordsOf(topic, records)))),
      disconnect: async () => connections.close(),
    };
  } catch (error) {
    connections.close();
    throw error;
  }
};

/**
 * One that gave a batch up is never used again: its next one would have the same numbers, and be dropped for it. Batches of
 * a topic are sent one after the other.
 */
export const producerOf = (load: () => Promise<Library>, options: KafkaOptions) => {
  const producer = renewable(() => made(load, options));
  return {
    send: (topic: string, records: readonly KafkaRecord[]) => producer.use((it) => it.send(topic, records)),
    close: producer.close,
  };
};
