import { afterEach, expect, test } from '@jest/globals';
import type { Delivered } from '@mulin/kernel';
import { until } from '@mulin/testing';
import type { PartitionConsumer, TopicPartition } from '../consumer/driver.js';
import type { LogLine } from '../log.js';
import type { Fetched, GroupMember, Joining, KafkaClient } from './client.js';
import { kafkaDriver } from './driver.js';

const lane: TopicPartition = { topic: 'mulin.intake', partition: 0 };
const message = (offset: number): Delivered => ({ ...lane, offset, key: 'a', value: String(offset) });
const fetched = (from: number, ...offsets: readonly number[]): Fetched => ({
  ...lane,
  from,
  messages: offsets.map(message),
});

type Session = {
  member: GroupMember;
  joining: Joining;
  fail: (error: unknown) => void;
  seeks: number[];
  paused: boolean;
  commits: number[];
  isClosed: boolean;
};

/** A Kafka of one partition, whose members come, hear and fail as a test says. */
const town = ({ committed = null as number | null, low = 0, sessionMs = 60_000 } = {}) => {
  const sessions: Session[] = [];
  const world = { committed, low };
  const nobodyAsks = () => Promise.reject(new Error('nobody asks this'));
  const client: KafkaClient = {
    topics: nobodyAsks,
    createTopics: nobodyAsks,
    groups: nobodyAsks,
    send: nobodyAsks,
    close: async () => undefined,
    watermarks: async () => [{ low: world.low, high: 100 }],
    committed: async () => new Map([[lane.topic, [world.committed]]]),
    join: (joining, member) => {
      let fail: (error: unknown) => void = () => undefined;
      const failed = new Promise<unknown>((resolve) => (fail = resolve));
      const session: Session = {
        member,
        joining,
        fail,
        seeks: [],
        paused: false,
        commits: [],
        isClosed: false,
      };
      sessions.push(session);
      return {
        memberId: () => `member-${sessions.indexOf(session) + 1}`,
        failed,
        commit: async (done) => void session.commits.push(...done.map(({ next }) => next)),
        seek: (_, offset) => void session.seeks.push(offset),
        pause: () => void (session.paused = true),
        resume: () => void (session.paused = false),
        close: async () => void (session.isClosed = true),
      };
    },
  };
  const lines: LogLine[] = [];
  const log = (line: LogLine) => void lines.push(line);
  const driver = kafkaDriver({ client, group: 'routing', topics: [lane.topic], sessionMs, log });
  const heard: number[] = [];
  const revoked: number[] = [];
  let room: () => void = () => undefined;
  let releasing = async (): Promise<void> => undefined;
  const consumer: PartitionConsumer = {
    onMessages: (_, messages) => {
      heard.push(...messages.map(({ offset }) => offset));
      return new Promise((resolve) => (room = resolve));
    },
    onRevoked: async (released) => {
      revoked.push(released.length);
      await releasing();
    },
  };
  const stop = driver.start(consumer);
  ends.push(stop);
  const session = (at: number): Session => {
    const its = sessions[at];
    if (its === undefined) throw new Error(`there is no member ${at + 1} yet`);
    return its;
  };
  const releasingTakes = (work: () => Promise<void>) => void (releasing = work);
  return { driver, sessions, session, world, lines, heard, revoked, hasRoom: () => room(), releasingTakes };
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test('a member that failed is replaced whatever it died of, and what it held is read again by the next', async () => {
  const { session, sessions, heard, revoked, driver, lines } = town({ committed: 4 });
  session(0).member.onJoined([lane]);
  await session(0).member.onFetched(fetched(4, 4, 5));
  session(0).fail(new Error('never to be tried again'));
  await until(() => sessions.length === 2);
  expect({ revoked, isClosed: session(0).isClosed }).toEqual({ revoked: [1], isClosed: true });
  expect(driver.owns(lane)).toBe(false);
  // The next one takes it out of the group, so that nobody waits for the dead.
  expect(session(1).joining.formerly).toBe('member-1');

  session(1).member.onJoined([lane]);
  await session(1).member.onFetched(fetched(4, 4, 5, 6));
  expect(heard).toEqual([4, 5, 4, 5, 6]);
  expect(lines.map(({ level, text }) => `${level} ${text}`)).toEqual([
    'warn membership of the group failed',
    'info membership of the group failed: over',
  ]);
});

test('a member that its group has not heard of for a session is given up, and owns nothing from then on', async () => {
  const { session, sessions, driver } = town({ sessionMs: 700 });
  session(0).member.onJoined([lane]);
  expect(driver.owns(lane)).toBe(true);
  await until(() => !driver.owns(lane));
  // It is heard of again, and too late: messages were held back meanwhile.
  session(0).member.onAlive();
  expect(driver.owns(lane)).toBe(false);
  await until(() => sessions.length === 2);
});

test('a batch that does not follow on what was read is fetched again from where the group is', async () => {
  const { session, heard } = town({ committed: 4 });
  session(0).member.onJoined([lane]);
  await session(0).member.onFetched(fetched(9, 9, 10));
  expect({ heard, seeks: session(0).seeks }).toEqual({ heard: [], seeks: [4] });
  await session(0).member.onFetched(fetched(4, 4, 5));
  // Of one that overlaps, what was given before is left out; a hole in the offsets is no gap.
  await session(0).member.onFetched(fetched(5, 5, 6, 90));
  await session(0).member.onFetched(fetched(91, 91));
  expect(heard).toEqual([4, 5, 6, 90, 91]);
});

test('what was deleted before it was read is said aloud, at the joining and later', async () => {
  const { session, lines, heard, world } = town({ committed: 4, low: 7 });
  session(0).member.onJoined([lane]);
  await session(0).member.onFetched(fetched(7, 7));
  world.low = 20;
  await session(0).member.onFetched(fetched(20, 20));
  expect(heard).toEqual([7, 20]);
  expect(lines).toMatchObject([
    { level: 'error', from: 4, to: 7, lost: 3 },
    { level: 'error', from: 8, to: 20, lost: 12 },
  ]);
});

test('a partition that has nothing where it was to go on is read from its oldest message, and that is said aloud', async () => {
  const { session, lines, heard, world } = town({ committed: 4, low: 4 });
  const { member, commits } = session(0);
  member.onJoined([lane]);
  await member.onFetched(fetched(4, 4));
  world.low = 9;
  expect(await member.onOutOfRange(lane)).toBe(9);
  // The client is told once more before it goes on: nothing new is lost.
  expect(await member.onOutOfRange(lane)).toBe(9);
  await member.onFetched(fetched(9, 9));
  world.low = 2;
  expect(await member.onOutOfRange(lane)).toBe(2);
  await member.onFetched(fetched(2, 2));
  expect({ heard, commits }).toEqual({ heard: [4, 9, 2], commits: [] });
  expect(lines).toMatchObject([
    { level: 'error', from: 5, to: 9, lost: 4 },
    { level: 'error', from: 10, to: 2 },
  ]);
});

test('a group that committed nothing yet is known from where it begins', async () => {
  const { session } = town({ low: 3 });
  session(0).member.onJoined([lane]);
  await session(0).member.onFetched(fetched(3, 3));
  expect(session(0).commits).toEqual([3]);
});

test('a partition that has enough is not read from until it has room', async () => {
  const { session, hasRoom } = town({ committed: 0 });
  session(0).member.onJoined([lane]);
  await session(0).member.onFetched(fetched(0, 0));
  expect(session(0).paused).toBe(true);
  hasRoom();
  await until(() => !session(0).paused);
});

test('of a partition that is being given up nothing more is handed on, and nothing is committed of one that is not ours', async () => {
  const { session, heard, driver } = town({ committed: 0 });
  session(0).member.onJoined([lane]);
  await session(0).member.onFetched(fetched(0, 0));
  await session(0).member.onJoining();
  await session(0).member.onFetched(fetched(1, 1));
  await driver.commit([{ ...lane, next: 1 }]);
  expect({ heard, commits: session(0).commits }).toEqual({ heard: [0], commits: [] });
});

test('a release that ends after the next sharing takes nothing of it away', async () => {
  const { session, heard, driver, releasingTakes } = town({ committed: 0 });
  let released: () => void = () => undefined;
  releasingTakes(() => new Promise((resolve) => (released = resolve)));
  const { member } = session(0);
  member.onJoined([lane]);
  // The client waits for it only so long, and joins again.
  const joining = member.onJoining();
  member.onJoined([lane]);
  released();
  await joining;
  await member.onFetched(fetched(0, 0));
  await driver.commit([{ ...lane, next: 1 }]);
  expect({ heard, commits: session(0).commits }).toEqual({ heard: [0], commits: [1] });
});
