/** Reads the partitions that a member was given, from each broker what it leads. */
import { waiters } from '@mulin/kernel';
import { type TopicPartition, partitionKey } from '../../consumer/driver.js';
import type { GroupMember } from '../client.js';
import { fetchWaitMs } from '../timing.js';
import { byBroker, type Cluster, pauseAfter } from './cluster.js';
import type { Connections } from './connections.js';
import { answerIn, isPassing, typeOf } from './errors.js';
import type { Broker, Read, ReadPartition } from './protocol.js';
import { committedOf, oldestOf } from './questions.js';
import { messagesIn } from './records.js';

const mostBytes = 10_000_000;
const mostBytesOfPartition = 2_000_000;
/** How often it may fail in a row before the member is given up, which says so aloud; about ten seconds. */
const mostFailures = 20;
/** For so long nobody looks whether there is something to read, in milliseconds, unless they are woken. */
const idleMs = 1_000;
/** Whose failures are counted where nobody says who leads what. */
const everybody = 'all brokers';
/** Kafka's number for an offset at which nothing is: deleted, or never written. */
const outOfRange = 1;

/** Where a partition is read. `from`: what is handed on next begins there; `next`: what is asked for, which may be behind it. */
type Lane = TopicPartition & { from: number; next: number; isPaused: boolean };

type Parts = Readonly<{
  cluster: Cluster;
  /** Of their own: a broker that has nothing to read keeps its answer back, and others behind it. */
  fetching: Connections;
  group: string;
  member: Pick<GroupMember, 'onFetched' | 'onOutOfRange'>;
}>;

/** What reads for one sharing of the group after the other. */
export interface Reader {
  /** Reads these until `end`. Rejects with what it failed of; resolves when it was ended. */
  read(assigned: readonly TopicPartition[]): Promise<void>;
  /** Nothing more is handed on. */
  end(): void;
  seek(its: TopicPartition, offset: number): void;
  pause(its: TopicPartition): void;
  resume(its: TopicPartition): void;
}

/** Each from where the group left off, else from the oldest message there is. */
const lanesOf = async (
  { cluster, group }: Parts,
  assigned: readonly TopicPartition[],
): Promise<readonly Lane[]> => {
  const topics = [...new Set(assigned.map(({ topic }) => topic))];
  if (topics.length === 0) return [];
  const committed = await cluster.trying(() => committedOf(cluster, group, topics));
  const oldest = new Map(
    await cluster.trying(() =>
      Promise.all(topics.map(async (topic) => [topic, await oldestOf(cluster, topic)] as const)),
    ),
  );
  return assigned.map(({ topic, partition }) => {
    const from = committed.get(topic)?.[partition] ?? oldest.get(topic)?.[partition] ?? 0;
    return { topic, partition, from, next: from, isPaused: false };
  });
};

const fetched = async (
  { cluster, fetching }: Parts,
  [broker, lanes]: readonly [Broker, readonly Lane[]],
): Promise<Read> => {
  const topics = [...new Set(lanes.map(({ topic }) => topic))].map((topic) => ({
    topicId: topic,
    partitions: lanes
      .filter((lane) => lane.topic === topic)
      .map(({ partition, next }) => ({
        partition,
        currentLeaderEpoch: -1,
        fetchOffset: BigInt(next),
        lastFetchedEpoch: -1,
        partitionMaxBytes: mostBytesOfPartition,
      })),
  }));
  const asked = cluster.library.fetchV12.api.async(
    ...([await fetching.to(broker), fetchWaitMs, 1, mostBytes, 1, 0, -1, topics, [], ''] as const),
  );
  return asked.catch((error: unknown) => {
    const answer = answerIn<Read>(error);
    if (answer === null || answer.errorCode !== 0) throw error;
    const isOnlyOutOfRange = answer.responses
      .flatMap(({ partitions }) => partitions)
      .every(({ errorCode }) => errorCode === 0 || errorCode === outOfRange);
    // What the others have is handed on all the same when they are asked again.
    if (!isOnlyOutOfRange) throw error;
    return answer;
  });
};

/** One sharing of the group: its lanes, and whether they are still to be read. */
type Term = Readonly<{ lanes: ReadonlyMap<string, Lane>; isOver: () => boolean }>;

type Answer = Readonly<{ lane: Lane; read: ReadPartition; asked: number }>;

const take = async ({ member }: Parts, { isOver }: Term, { lane, read, asked }: Answer) => {
  // It was told to stand still, or to go elsewhere, while the broker answered.
  if (isOver() || lane.isPaused || lane.next !== asked) return;
  if (read.errorCode === outOfRange) {
    const offset = await member.onOutOfRange(lane);
    [lane.from, lane.next] = [offset, offset];
    return;
  }
  const { messages, next } = messagesIn(lane, asked, read);
  const { topic, partition, from } = lane;
  lane.next = next;
  if (messages.length === 0) return;
  lane.from = next;
  await member.onFetched({ topic, partition, from, messages });
};

/** Asks a broker once for these lanes, and hands on what it answers. */
const round = async (parts: Parts, term: Term, [broker, lanes]: readonly [Broker, readonly Lane[]]) => {
  const asked = new Map(lanes.map((lane) => [partitionKey(lane), lane.next]));
  const { responses } = await fetched(parts, [broker, lanes]);
  for (const { topicId: topic, partitions } of responses)
    for (const read of partitions) {
      const key = partitionKey({ topic, partition: read.partitionIndex });
      const lane = term.lanes.get(key);
      if (lane !== undefined) await take(parts, term, { lane, read, asked: asked.get(key) ?? lane.next });
    }
};

/** By the broker that leads them; those that none leads just now are left out while others can be read. */
const ledBy = async (cluster: Cluster, lanes: readonly Lane[]) => {
  const topics = [...new Set(lanes.map(({ topic }) => topic))];
  const leaders = new Map(
    await Promise.all(topics.map(async (topic) => [topic, await cluster.leaders(topic)] as const)),
  );
  const leaderOf = ({ topic, partition }: Lane) => leaders.get(topic)?.[partition] ?? null;
  const led = lanes.filter((lane) => leaderOf(lane) !== null);
  if (led.length < lanes.length) cluster.forget();
  return byBroker(led.length > 0 ? led : lanes, leaderOf);
};

/** Counts what fails in a row, each broker by itself: others that answer do not speak for it. */
const failuresOf = (cluster: Cluster) => {
  const counts = new Map<string, number>();
  return {
    over: (whose: string) => void counts.delete(whose),
    /** Waits a while; rejects with the error where nothing is to be hoped for any more. */
    met: async (whose: string, error: unknown, isLasting: boolean): Promise<void> => {
      const count = (counts.get(whose) ?? 0) + 1;
      counts.set(whose, count);
      cluster.forget();
      if (isLasting || count > mostFailures) throw error;
      await pauseAfter(count);
    },
  };
};

/** `changes`: how often a partition was paused, resumed or sought; `woken` is told of each. */
type Waking = Readonly<{ woken: ReturnType<typeof waiters>; changes: () => number }>;

/** Its brokers are asked side by side: one that does not answer keeps back nothing of the others. */
const readers = (parts: Parts, term: Term, { woken, changes }: Waking) => {
  const reading = new Map<string, Promise<void>>();
  const failures = failuresOf(parts.cluster);
  const ready = () => [...term.lanes.values()].filter(({ isPaused }) => !isPaused);
  const ask = async (name: string, part: readonly [Broker, readonly Lane[]]) => {
    try {
      await round(parts, term, part);
      failures.over(name);
    } catch (error) {
      await failures.met(name, error, !isPassing(error) && typeOf(error) !== 'FENCED_LEADER_EPOCH');
    }
  };

  /** Begins to ask each broker that is not being asked. */
  const begin = async () => {
    const parted = await ledBy(parts.cluster, ready());
    failures.over(everybody);
    for (const [broker, lanes] of parted) {
      const name = `${broker.host}:${broker.port}`;
      if (reading.has(name)) continue;
      const asking = ask(name, [broker, lanes]).finally(() => reading.delete(name));
      // Whoever waits for it hears of it.
      asking.catch(() => undefined);
      reading.set(name, asking);
    }
  };

  let seen = 0;
  let waiting: Promise<unknown> | null = null;
  /** One wait at a time, however often brokers answer meanwhile. */
  const woke = () =>
    (waiting ??= woken
      .until(() => term.isOver() || changes() !== seen, idleMs)
      .finally(() => (waiting = null)));

  return async (): Promise<void> => {
    while (!term.isOver()) {
      seen = changes();
      await begin().catch((error: unknown) => failures.met(everybody, error, !isPassing(error)));
      // What was paused when its broker was asked last is asked for as soon as it may be read again.
      await Promise.race([woke(), ...reading.values()]);
    }
  };
};

/** Nothing is read before `read`. */
export const readerOf = (parts: Parts): Reader => {
  const woken = waiters();
  let term = 0;
  let lanes: ReadonlyMap<string, Lane> = new Map();
  let changes = 0;

  const on = (its: TopicPartition, change: (lane: Lane) => void) => {
    const lane = lanes.get(partitionKey(its));
    if (lane !== undefined) change(lane);
    changes += 1;
    woken.check();
  };

  return {
    read: async (assigned) => {
      const mine = ++term;
      const found = await lanesOf(parts, assigned);
      if (mine !== term) return;
      lanes = new Map(found.map((lane) => [partitionKey(lane), lane]));
      const waking = { woken, changes: () => changes };
      await readers(parts, { lanes, isOver: () => mine !== term }, waking)();
    },
    end: () => {
      term += 1;
      lanes = new Map();
      woken.check();
    },
    seek: (its, offset) => on(its, (lane) => void ([lane.from, lane.next] = [offset, offset])),
    pause: (its) => on(its, (lane) => void (lane.isPaused = true)),
    resume: (its) => on(its, (lane) => void (lane.isPaused = false)),
  };
};
