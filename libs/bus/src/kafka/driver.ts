/** The consumer's driver on Kafka: a member of a group, and a new one whenever it fails, whatever it died of. */
import { backoff, settledWithin, TimedOut } from '@mulin/kernel';
import {
  type CommittableOffset,
  type Driver,
  type PartitionConsumer,
  type TopicPartition,
  partitionKey,
} from '../consumer/driver.js';
import { type Logger, troubleIn } from '../log.js';
import { type Assigned, assigned } from './assigned.js';
import type { Fetched, GroupMember, GroupSession, KafkaClient } from './client.js';
import { goOnAtOldest, logLoss, type Positions, positionsOf } from './positions.js';

type Parts = Readonly<{
  client: KafkaClient;
  group: string;
  topics: readonly string[];
  /** After so long without a word, a member is dead to its group. In milliseconds. */
  sessionMs: number;
  log: Logger;
}>;

const retryMs = backoff({ firstMs: 200, longestMs: 1_000 });
const watchMs = 250;
/** How long what is in hand is waited for: when it is told to stop, where that was waited for before; and when it failed. */
const stopMs = 5_000;
const releaseMs = 20_000;
/** The group may have heard of us a little earlier than we have heard that it did. */
const marginMs = 500;

/**
 * Reads as a member of a Kafka group. A member that crashed, or was not heard of for as long as its session lasts, is
 * given up and a new one made, until it is stopped; what it had in hand is delivered again.
 */
export const kafkaDriver = (parts: Parts): Driver => {
  let current: Member | undefined;

  return {
    owns: (topicPartition) => current?.owns(topicPartition) === true,
    commit: async (done) => {
      await current?.commit(done);
    },
    start: (consumer) => {
      const end = new AbortController();
      const running = membersUntil(end.signal, parts, (formerly, joined) => {
        current = memberOf(parts, consumer, { formerly, joined });
        return current;
      });
      return async () => {
        end.abort();
        await running;
      };
    },
  };
};

type Member = Readonly<{
  owns: Assigned['owns'];
  commit: (done: readonly CommittableOffset[]) => Promise<void>;
  memberId: () => string | null;
  /** Resolves with what it failed of; `null`: it was told to stop. */
  over: (signal: AbortSignal) => Promise<unknown>;
  close: (patienceMs: number) => Promise<void>;
}>;

const pauseUnless = (signal: AbortSignal, ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const go = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    signal.addEventListener('abort', go);
  });

const membersUntil = async (
  signal: AbortSignal,
  { log, group }: Parts,
  next: (formerly: string | null, joined: () => void) => Member,
): Promise<void> => {
  const trouble = troubleIn(log, 'membership of the group failed', group);
  let formerly: string | null = null;
  for (let failures = 0; !signal.aborted;) {
    const member = next(formerly, trouble.over);
    const failure = await member.over(signal);
    failures = member.memberId() === null ? failures + 1 : 1;
    formerly = member.memberId() ?? formerly;
    await member.close(failure === null ? stopMs : releaseMs);
    if (failure === null) return;
    trouble.met(failure);
    await pauseUnless(signal, retryMs(failures));
  }
};

const memberOf = (
  parts: Parts,
  consumer: PartitionConsumer,
  { formerly, joined }: Readonly<{ formerly: string | null; joined: () => void }>,
): Member => {
  const { client, group, topics, sessionMs } = parts;
  const mine = assigned(sessionMs - marginMs);
  const reading = readingFor(consumer, { parts, mine, session: () => session });
  const session: GroupSession = client.join(
    { group, topics, formerly },
    {
      ...reading,
      onJoined: (topicPartitions) => {
        joined();
        reading.onJoined(topicPartitions);
      },
    },
  );

  return {
    owns: mine.owns,
    memberId: session.memberId,
    commit: async (done) => {
      const ours = done.filter((it) => mine.owns(it));
      if (ours.length > 0) await session.commit(ours);
    },
    over: async (signal) => {
      const ended = new AbortController();
      const stopped = pauseUnless(AbortSignal.any([signal, ended.signal]), 2 ** 31 - 1).then(() => null);
      const overdue = whenOverdue(mine, ended.signal);
      return Promise.race([session.failed, stopped, overdue]).finally(() => ended.abort());
    },
    close: async (patienceMs) => {
      await settledWithin(reading.onJoining(), patienceMs);
      await session.close();
    },
  };
};

/** What was held back since then is delivered to the next member. */
const whenOverdue = async (mine: Assigned, signal: AbortSignal): Promise<unknown> => {
  while (!signal.aborted && !mine.isOverdue()) await pauseUnless(signal, watchMs);
  return new TimedOut('the group has not heard of this member for too long');
};

type Reading = Readonly<{ parts: Parts; mine: Assigned; session: () => GroupSession }>;

/** Where the partitions of this member go on, from one sharing of the group to the next. */
const placesOf = ({ parts, mine, session }: Reading) => {
  const { client, group, log } = parts;
  let known: Promise<Positions> = Promise.resolve(new Map());
  let joins = 0;

  const begin = async (topicPartitions: readonly TopicPartition[]): Promise<Positions> => {
    const joined = ++joins;
    const { positions, unknown } = await positionsOf(parts, topicPartitions);
    // A group is known from its first day on, also while it has finished nothing.
    const first = unknown.map((it) => ({ ...it, next: positions.get(partitionKey(it)) ?? 0 }));
    if (joined === joins && first.some((it) => mine.owns(it))) await session().commit(first);
    return positions;
  };

  /** What of these was asked for from a place that is not ours, as another sharing had it, is none of it. */
  const isNext = async (positions: Positions, { from, ...its }: Fetched): Promise<boolean> => {
    const next = positions.get(partitionKey(its)) ?? 0;
    if (from <= next) return true;
    const low = (await client.watermarks(its.topic))[its.partition]?.low ?? 0;
    if (low <= next) return false;
    logLoss(log, its, { group, from: next, to: low });
    positions.set(partitionKey(its), low);
    return from <= low;
  };

  return {
    /** Nothing is where it would go on. @returns where it does: at the oldest message there is. */
    oldest: async (its: TopicPartition): Promise<number> => goOnAtOldest(parts, await known, its),
    begin: (topicPartitions: readonly TopicPartition[]) => {
      known = begin(topicPartitions);
      // Whoever waits for it hears of it; a member that fetches nothing needs none.
      known.catch(() => undefined);
    },
    /** Those that were not given before; `null`: it must be fetched again from `next`. */
    advance: async (fetched: Fetched): Promise<Fetched['messages'] | Readonly<{ from: number }>> => {
      const positions = await known;
      const name = partitionKey(fetched);
      const follows = await isNext(positions, fetched);
      const next = positions.get(name) ?? 0;
      if (!follows) return { from: next };
      const messages = fetched.messages.filter(({ offset }) => offset >= next);
      const last = messages.at(-1);
      if (last !== undefined) positions.set(name, last.offset + 1);
      return messages;
    },
  };
};

/** Hands the messages of a member on, each once and in its order, and nothing of partitions that are not its own. */
const readingFor = (consumer: PartitionConsumer, reading: Reading): GroupMember => {
  const { mine, session } = reading;
  const places = placesOf(reading);
  let isLeaving = false;
  // The client waits for a release only so long: what ends later must not touch the partitions of the next sharing.
  let sharing = 0;

  return {
    onAlive: mine.alive,
    onJoining: async () => {
      isLeaving = true;
      const left = ++sharing;
      const leaving = mine.all();
      if (leaving.length > 0) await consumer.onRevoked(leaving);
      if (left === sharing) mine.clear();
    },
    onJoined: (topicPartitions) => {
      isLeaving = false;
      sharing += 1;
      mine.set(topicPartitions);
      places.begin(topicPartitions);
    },
    onOutOfRange: places.oldest,
    onFetched: async (fetched) => {
      const fetchedIn = sharing;
      const found = await places.advance(fetched);
      if (fetchedIn !== sharing || isLeaving || !mine.owns(fetched)) return;
      const { topic, partition } = fetched;
      if ('from' in found) session().seek(fetched, found.from);
      else if (found.length > 0) await handOver(consumer, { topic, partition }, found, session());
    },
  };
};

const turn = (): Promise<boolean> => new Promise((resolve) => void setImmediate(() => resolve(false)));

/** A partition that has enough is not read from until it has room. */
const handOver = async (
  consumer: PartitionConsumer,
  topicPartition: TopicPartition,
  messages: Fetched['messages'],
  session: GroupSession,
): Promise<void> => {
  const room = consumer.onMessages(topicPartition, messages);
  if (await Promise.race([room.then(() => true), turn()])) return;
  session.pause(topicPartition);
  void room.then(() => session.resume(topicPartition));
};
