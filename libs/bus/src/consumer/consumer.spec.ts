import { setImmediate as turn } from 'node:timers/promises';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import type { Delivered, HandlingOutcome } from '@mulin/kernel';
import { until } from '@mulin/testing';
import { consume, type ConsumerOptions } from './consumer.js';
import type { CommittableOffset, TopicPartition, PartitionConsumer } from './driver.js';
import type { LogLine } from '../log.js';

const intake: TopicPartition = { topic: 'mulin.intake', partition: 0 };
const routing: TopicPartition = { topic: 'mulin.routing', partition: 0 };

const at = (topicPartition: TopicPartition, offset: number, key: string): Delivered => ({
  ...topicPartition,
  offset,
  key,
  value: '',
});

const rest = async () => {
  for (let turns = 0; turns < 20; turns++) await turn();
};

type Options = {
  /** A partition that is somebody else's already, without a word of it. */
  lost?: TopicPartition;
  commit?: (done: readonly CommittableOffset[]) => Promise<void>;
  /** Instead of a pace at which nobody waits. */
  pace?: Partial<ConsumerOptions>;
  /** What the receiver does at first, before it answers. */
  fails?: () => void;
  lines?: LogLine[];
};

const swift: ConsumerOptions = { maxInFlight: 256, commitEveryMs: 0, initialBackoffMs: 1, maxBackoffMs: 2 };

/** A consumer whose messages and receipts are given by hand. */
const bench = (options: Options = {}) => {
  const inHand = new Map<string, (outcome: HandlingOutcome) => void>();
  const begun: string[] = [];
  const commits: (readonly CommittableOffset[])[] = [];
  const consumers: PartitionConsumer[] = [];
  const stop = consume({
    driver: {
      start: (consumer) => {
        consumers.push(consumer);
        return async () => undefined;
      },
      owns: ({ topic }) => topic !== options.lost?.topic,
      commit: async (done) => {
        await options.commit?.(done);
        commits.push(done);
      },
    },
    receive: ({ topic, offset }) => {
      const name = `${topic} ${offset}`;
      begun.push(name);
      options.fails?.();
      return new Promise((resolve) => inHand.set(name, resolve));
    },
    log: (line) => void options.lines?.push(line),
    pace: options.pace ?? swift,
  });
  const [consumer] = consumers;
  if (consumer === undefined) throw new Error('the driver was not started');
  const answer = async (name: string, outcome: HandlingOutcome = 'handled') => {
    inHand.get(name)?.(outcome);
    inHand.delete(name);
    await rest();
  };
  return { consumer, stop, begun, inHand, commits, answer };
};

test('a partition is committed as far as everything before is done, and no further', async () => {
  const { consumer, answer, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 4, 'a'), at(intake, 5, 'b'), at(intake, 6, 'c')]);
  await answer('mulin.intake 5');
  await answer('mulin.intake 6');
  expect(commits).toEqual([]);

  await answer('mulin.intake 4');
  expect(commits).toEqual([[{ ...intake, next: 7 }]]);
});

test('offsets may have holes', async () => {
  const { consumer, answer, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 4, 'a'), at(intake, 90, 'b')]);
  await answer('mulin.intake 4');
  await answer('mulin.intake 90');
  expect(commits.flat()).toEqual([
    { ...intake, next: 5 },
    { ...intake, next: 91 },
  ]);
});

test('a commit that fails is made again with what is done by then', async () => {
  let isDown = true;
  const commit = async () => {
    if (isDown) throw new Error('no');
  };
  const { consumer, answer, commits } = bench({ commit });
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  await answer('mulin.intake 0');
  isDown = false;
  await answer('mulin.intake 1');
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
});

test('one key has one message in hand, also when its news come on two topics', async () => {
  const { consumer, answer, begun } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a')]);
  void consumer.onMessages(routing, [at(routing, 0, 'a'), at(routing, 1, 'b')]);
  expect(begun).toEqual(['mulin.intake 0', 'mulin.routing 1']);

  await answer('mulin.intake 0');
  await answer('mulin.intake 1');
  expect(begun.slice(2)).toEqual(['mulin.intake 1', 'mulin.routing 0']);
});

test('no more messages are in hand than it may have', async () => {
  const { consumer, answer, inHand } = bench({ pace: { ...swift, maxInFlight: 2 } });
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b'), at(intake, 2, 'c')]);
  expect(inHand.size).toBe(2);
  await answer('mulin.intake 1');
  expect([...inHand.keys()]).toEqual(['mulin.intake 0', 'mulin.intake 2']);
});

test('while the world is down one message is tried at a time, and it is the one that met it', async () => {
  const { consumer, answer, begun, inHand } = bench({ pace: { ...swift, maxInFlight: 2 } });
  void consumer.onMessages(
    intake,
    ['a', 'b', 'c', 'd'].map((key, offset) => at(intake, offset, key)),
  );
  await answer('mulin.intake 0', 'paused');
  // What was in hand beside it ends well, and that says nothing yet.
  await answer('mulin.intake 1');
  for (let times = 3; times < 6; times++) {
    await until(() => begun.length >= times);
    expect([...inHand.keys()]).toEqual(['mulin.intake 0']);
    await answer('mulin.intake 0', 'paused');
  }
  await until(() => inHand.size > 0);
  await answer('mulin.intake 0');
  expect([...inHand.keys()]).toEqual(['mulin.intake 2', 'mulin.intake 3']);
});

test('one that meets trouble again and again lets the others go on, and is still the first of its key', async () => {
  const { consumer, answer, begun, inHand, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a'), at(intake, 2, 'b')]);
  await answer('mulin.intake 2');
  for (let tries = 1; tries <= 12; tries++) {
    await until(() => inHand.has('mulin.intake 0'));
    await answer('mulin.intake 0', 'paused');
  }
  void consumer.onMessages(routing, [at(routing, 0, 'c'), at(routing, 1, 'd')]);
  await until(() => inHand.has('mulin.routing 0'));
  await answer('mulin.routing 0');
  await until(() => inHand.has('mulin.routing 1'));
  await answer('mulin.routing 1');
  expect(commits.flat()).toEqual([
    { ...routing, next: 1 },
    { ...routing, next: 2 },
  ]);

  await until(() => inHand.has('mulin.intake 0'));
  expect(begun).not.toContain('mulin.intake 1');
  await answer('mulin.intake 0');
  await answer('mulin.intake 1');
  expect(commits.at(-1)).toEqual([{ ...intake, next: 3 }]);
});

test('a receiver that throws loses nothing: it is told, and the message comes again', async () => {
  const lines: LogLine[] = [];
  let failures = 0;
  const fails = () => {
    if (failures++ === 0) throw new TypeError('of the receiver');
  };
  const { consumer, answer, begun, commits, inHand } = bench({ fails, lines });
  void consumer.onMessages(intake, [at(intake, 3, 'a')]);
  await until(() => inHand.has('mulin.intake 3'));
  expect(begun).toEqual(['mulin.intake 3', 'mulin.intake 3']);
  expect(lines).toMatchObject([
    { level: 'error', topic: 'mulin.intake', partition: 0, offset: 3, reason: 'TypeError: of the receiver' },
  ]);
  await answer('mulin.intake 3');
  expect(commits).toEqual([[{ ...intake, next: 4 }]]);
});

test('one is tried five times before others, and comes again although nothing else is heard', async () => {
  const { consumer, answer, begun, inHand, commits } = bench({
    pace: { ...swift, maxInFlight: 1, maxBackoffMs: 50 },
  });
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  for (let tries = 1; tries <= 5; tries++) {
    await until(() => inHand.has('mulin.intake 0'));
    await answer('mulin.intake 0', 'paused');
  }
  await until(() => inHand.size > 0);
  expect(begun.slice(4)).toEqual(['mulin.intake 0', 'mulin.intake 1']);
  await answer('mulin.intake 1');
  await until(() => inHand.size > 0);
  await answer('mulin.intake 0');
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
});

test('one that nobody else waits behind comes again, too', async () => {
  const { consumer, answer, inHand, commits } = bench({ pace: { ...swift, maxBackoffMs: 50 } });
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  for (let tries = 1; tries <= 6; tries++) {
    await until(() => inHand.size > 0);
    await answer('mulin.intake 0', tries < 6 ? 'paused' : 'handled');
  }
  expect(commits).toEqual([[{ ...intake, next: 1 }]]);
});

test('what a partition is given bit by bit is committed as far as all of it is done', async () => {
  const { consumer, answer, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  void consumer.onMessages(intake, [at(intake, 1, 'b')]);
  await answer('mulin.intake 1');
  expect(commits).toEqual([]);
  await answer('mulin.intake 0');
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
});

test('nothing is committed any more of a partition that went to somebody else', async () => {
  let isDown = true;
  const commit = async () => {
    if (isDown) throw new Error('no');
  };
  const { consumer, answer, commits } = bench({ commit });
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  await answer('mulin.intake 0');
  await consumer.onRevoked([intake]);
  isDown = false;
  void consumer.onMessages(routing, [at(routing, 7, 'b')]);
  await answer('mulin.routing 7');
  expect(commits).toEqual([[{ ...routing, next: 8 }]]);
});

test('a partition that comes back while it is let go is kept', async () => {
  const gates: (() => void)[] = [];
  const commit = () => new Promise<void>((resolve) => void gates.push(resolve));
  const { consumer, answer, commits } = bench({ commit });
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  await answer('mulin.intake 0');
  const isFree = consumer.onRevoked([intake]);
  await rest();
  void consumer.onMessages(intake, [at(intake, 1, 'b')]);
  gates.shift()?.();
  await isFree;
  await answer('mulin.intake 1');
  gates.shift()?.();
  await rest();
  expect(commits).toEqual([[{ ...intake, next: 1 }], [{ ...intake, next: 2 }]]);
});

test('what the driver still gives while all stops is not begun, and comes again to whoever is next', async () => {
  const { consumer, answer, stop, begun, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  const stopped = stop();
  void consumer.onMessages(routing, [at(routing, 0, 'b')]);
  await answer('mulin.intake 0');
  await stopped;
  expect([begun, commits.flat()]).toEqual([['mulin.intake 0'], [{ ...intake, next: 1 }]]);
});

test('a consumer that has stopped leaves no timer behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length;
  const { consumer, answer, stop, inHand } = bench({
    pace: { ...swift, initialBackoffMs: 50, maxBackoffMs: 60_000 },
  });
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  for (let tries = 1; tries <= 5; tries++) {
    await until(() => inHand.size > 0);
    await answer('mulin.intake 0', 'paused');
  }
  // The message rests, and so does all reading. Others in this process may have timers of their own, which end when
  // they like, so that the two are counted between the moment before the stop and the one after it.
  const held = timers();
  await stop();
  expect(timers()).toBeLessThanOrEqual(held - 2);
});

test('at its usual pace everything is handled, too', async () => {
  const { consumer, answer, stop, commits } = bench({ pace: {} });
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  await answer('mulin.intake 1');
  await answer('mulin.intake 0');
  await stop();
  expect(commits.at(-1)).toEqual([{ ...intake, next: 2 }]);
});

test('a partition that comes back before all of it was let go is begun anew', async () => {
  const { consumer, answer, commits, begun } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a')]);
  void consumer.onRevoked([intake]);
  void consumer.onMessages(intake, [at(intake, 0, 'b')]);
  expect(begun).toEqual(['mulin.intake 0', 'mulin.intake 0']);
  await answer('mulin.intake 0');
  expect(commits.at(-1)).toEqual([{ ...intake, next: 1 }]);
});

test('a partition of which nothing was ever given can be let go', async () => {
  const { consumer, commits } = bench();
  await consumer.onRevoked([routing]);
  expect(commits).toEqual([]);
});

test('a partition gets more when little of it is left, and the others do not wait for it', async () => {
  const { consumer, answer } = bench();
  let room = 0;
  const hundred = Array.from({ length: 100 }, (_, offset) => at(intake, offset, `k${offset}`));
  void consumer.onMessages(intake, hundred).then(() => room++);
  void consumer.onMessages(routing, [at(routing, 0, 'z')]).then(() => (room += 10));
  await rest();
  expect(room).toBe(10);
  await answer('mulin.intake 0');
  expect(room).toBe(11);
});

test('a partition that goes to somebody else begins nothing more, and is let go when all is over and committed', async () => {
  const { consumer, answer, begun, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a'), at(intake, 2, 'b')]);
  await answer('mulin.intake 2');
  let isFree = false;
  void consumer.onRevoked([intake]).then(() => (isFree = true));
  await rest();
  expect(isFree).toBe(false);

  await answer('mulin.intake 0');
  expect(isFree).toBe(true);
  expect(commits).toEqual([[{ ...intake, next: 1 }]]);
  expect(begun).toEqual(['mulin.intake 0', 'mulin.intake 2']);

  // It comes back later, from where it was committed.
  void consumer.onMessages(intake, [at(intake, 1, 'a')]);
  await answer('mulin.intake 1');
  expect(commits.at(-1)).toEqual([{ ...intake, next: 2 }]);
});

test('of a partition that was lost without a word nothing more begins, and the others go on', async () => {
  const options: Options = {};
  const { consumer, answer, begun, commits } = bench(options);
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a'), at(intake, 2, 'b')]);
  void consumer.onMessages(routing, [at(routing, 0, 'a'), at(routing, 1, 'c')]);
  options.lost = intake;
  await answer('mulin.intake 0');
  await answer('mulin.routing 1');
  expect(begun).toEqual(['mulin.intake 0', 'mulin.intake 2', 'mulin.routing 1', 'mulin.routing 0']);
  await answer('mulin.routing 0');
  expect(commits.at(-1)).toEqual([{ ...routing, next: 2 }]);
});

test('stopping waits for what is in hand, commits it and begins nothing more', async () => {
  const { consumer, answer, stop, begun, commits } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a')]);
  let isStopped = false;
  void stop().then(() => (isStopped = true));
  await rest();
  expect(isStopped).toBe(false);
  await answer('mulin.intake 0');
  expect([isStopped, begun, commits.flat()]).toEqual([true, ['mulin.intake 0'], [{ ...intake, next: 1 }]]);
});

test('stopping while a partition is going to somebody else waits for the same messages', async () => {
  const { consumer, answer, stop } = bench();
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  const ended: string[] = [];
  void consumer.onRevoked([intake]).then(() => ended.push('released'));
  void stop().then(() => ended.push('stopped'));
  await answer('mulin.intake 0');
  expect(ended.sort()).toEqual(['released', 'stopped']);
});

const longAfterTheTest = 600_000;

test('what is done waits a moment for company, and is committed before its partition goes to somebody else', async () => {
  const { consumer, answer, stop, commits } = bench({ pace: { ...swift, commitEveryMs: longAfterTheTest } });
  void consumer.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  await answer('mulin.intake 0');
  await answer('mulin.intake 1');
  expect(commits).toEqual([]);

  await consumer.onRevoked([intake]);
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
  await stop();
});

test('a commit that fails is made again although nothing more is done', async () => {
  let failures = 0;
  const commit = async () => {
    if (failures++ === 0) throw new Error('no');
  };
  const { consumer, answer, stop, commits } = bench({ commit });
  void consumer.onMessages(intake, [at(intake, 0, 'a')]);
  await answer('mulin.intake 0');
  expect(commits).toEqual([]);
  await until(() => commits.length > 0);
  expect(commits).toEqual([[{ ...intake, next: 1 }]]);
  await stop();
});
