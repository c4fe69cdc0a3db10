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

const at = (lane: TopicPartition, offset: number, key: string): Delivered => ({
  ...lane,
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

const swift: ConsumerOptions = { parallel: 256, commitEveryMs: 0, pauseFirstMs: 1, pauseLongestMs: 2 };

/** A consumer whose messages and receipts are given by hand. */
const bench = (options: Options = {}) => {
  const inHand = new Map<string, (receipt: HandlingOutcome) => void>();
  const begun: string[] = [];
  const commits: (readonly CommittableOffset[])[] = [];
  const takers: PartitionConsumer[] = [];
  const stop = consume({
    driver: {
      start: (taker) => {
        takers.push(taker);
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
  const [taker] = takers;
  if (taker === undefined) throw new Error('the driver was not started');
  const answer = async (name: string, receipt: HandlingOutcome = 'handled') => {
    inHand.get(name)?.(receipt);
    inHand.delete(name);
    await rest();
  };
  return { taker, stop, begun, inHand, commits, answer };
};

test('a lane is committed as far as everything before is done, and no further', async () => {
  const { taker, answer, commits } = bench();
  void taker.onMessages(intake, [at(intake, 4, 'a'), at(intake, 5, 'b'), at(intake, 6, 'c')]);
  await answer('mulin.intake 5');
  await answer('mulin.intake 6');
  expect(commits).toEqual([]);

  await answer('mulin.intake 4');
  expect(commits).toEqual([[{ ...intake, next: 7 }]]);
});

test('offsets may have holes', async () => {
  const { taker, answer, commits } = bench();
  void taker.onMessages(intake, [at(intake, 4, 'a'), at(intake, 90, 'b')]);
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
  const { taker, answer, commits } = bench({ commit });
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  await answer('mulin.intake 0');
  isDown = false;
  await answer('mulin.intake 1');
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
});

test('one key has one message in hand, also when its news come on two topics', async () => {
  const { taker, answer, begun } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a')]);
  void taker.onMessages(routing, [at(routing, 0, 'a'), at(routing, 1, 'b')]);
  expect(begun).toEqual(['mulin.intake 0', 'mulin.routing 1']);

  await answer('mulin.intake 0');
  await answer('mulin.intake 1');
  expect(begun.slice(2)).toEqual(['mulin.intake 1', 'mulin.routing 0']);
});

test('no more messages are in hand than it may have', async () => {
  const { taker, answer, inHand } = bench({ pace: { ...swift, parallel: 2 } });
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b'), at(intake, 2, 'c')]);
  expect(inHand.size).toBe(2);
  await answer('mulin.intake 1');
  expect([...inHand.keys()]).toEqual(['mulin.intake 0', 'mulin.intake 2']);
});

test('while the world is down one message is tried at a time, and it is the one that met it', async () => {
  const { taker, answer, begun, inHand } = bench({ pace: { ...swift, parallel: 2 } });
  void taker.onMessages(
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
  const { taker, answer, begun, inHand, commits } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a'), at(intake, 2, 'b')]);
  await answer('mulin.intake 2');
  for (let tries = 1; tries <= 12; tries++) {
    await until(() => inHand.has('mulin.intake 0'));
    await answer('mulin.intake 0', 'paused');
  }
  void taker.onMessages(routing, [at(routing, 0, 'c'), at(routing, 1, 'd')]);
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
  const { taker, answer, begun, commits, inHand } = bench({ fails, lines });
  void taker.onMessages(intake, [at(intake, 3, 'a')]);
  await until(() => inHand.has('mulin.intake 3'));
  expect(begun).toEqual(['mulin.intake 3', 'mulin.intake 3']);
  expect(lines).toMatchObject([
    { level: 'error', topic: 'mulin.intake', partition: 0, offset: 3, reason: 'TypeError: of the receiver' },
  ]);
  await answer('mulin.intake 3');
  expect(commits).toEqual([[{ ...intake, next: 4 }]]);
});

test('one is tried five times before others, and comes again although nothing else is heard', async () => {
  const { taker, answer, begun, inHand, commits } = bench({
    pace: { ...swift, parallel: 1, pauseLongestMs: 50 },
  });
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
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
  const { taker, answer, inHand, commits } = bench({ pace: { ...swift, pauseLongestMs: 50 } });
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  for (let tries = 1; tries <= 6; tries++) {
    await until(() => inHand.size > 0);
    await answer('mulin.intake 0', tries < 6 ? 'paused' : 'handled');
  }
  expect(commits).toEqual([[{ ...intake, next: 1 }]]);
});

test('what a lane is given bit by bit is committed as far as all of it is done', async () => {
  const { taker, answer, commits } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  void taker.onMessages(intake, [at(intake, 1, 'b')]);
  await answer('mulin.intake 1');
  expect(commits).toEqual([]);
  await answer('mulin.intake 0');
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
});

test('nothing is committed any more of a lane that went to somebody else', async () => {
  let isDown = true;
  const commit = async () => {
    if (isDown) throw new Error('no');
  };
  const { taker, answer, commits } = bench({ commit });
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  await answer('mulin.intake 0');
  await taker.onRevoked([intake]);
  isDown = false;
  void taker.onMessages(routing, [at(routing, 7, 'b')]);
  await answer('mulin.routing 7');
  expect(commits).toEqual([[{ ...routing, next: 8 }]]);
});

test('a lane that comes back while it is let go is kept', async () => {
  const gates: (() => void)[] = [];
  const commit = () => new Promise<void>((resolve) => void gates.push(resolve));
  const { taker, answer, commits } = bench({ commit });
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  await answer('mulin.intake 0');
  const isFree = taker.onRevoked([intake]);
  await rest();
  void taker.onMessages(intake, [at(intake, 1, 'b')]);
  gates.shift()?.();
  await isFree;
  await answer('mulin.intake 1');
  gates.shift()?.();
  await rest();
  expect(commits).toEqual([[{ ...intake, next: 1 }], [{ ...intake, next: 2 }]]);
});

test('what the driver still gives while all stops is not begun, and comes again to whoever is next', async () => {
  const { taker, answer, stop, begun, commits } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  const stopped = stop();
  void taker.onMessages(routing, [at(routing, 0, 'b')]);
  await answer('mulin.intake 0');
  await stopped;
  expect([begun, commits.flat()]).toEqual([['mulin.intake 0'], [{ ...intake, next: 1 }]]);
});

test('a consumer that has stopped leaves no timer behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length;
  const { taker, answer, stop, inHand } = bench({
    pace: { ...swift, pauseFirstMs: 50, pauseLongestMs: 60_000 },
  });
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
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
  const { taker, answer, stop, commits } = bench({ pace: {} });
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  await answer('mulin.intake 1');
  await answer('mulin.intake 0');
  await stop();
  expect(commits.at(-1)).toEqual([{ ...intake, next: 2 }]);
});

test('a lane that comes back before all of it was let go is begun anew', async () => {
  const { taker, answer, commits, begun } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a')]);
  void taker.onRevoked([intake]);
  void taker.onMessages(intake, [at(intake, 0, 'b')]);
  expect(begun).toEqual(['mulin.intake 0', 'mulin.intake 0']);
  await answer('mulin.intake 0');
  expect(commits.at(-1)).toEqual([{ ...intake, next: 1 }]);
});

test('a lane of which nothing was ever given can be let go', async () => {
  const { taker, commits } = bench();
  await taker.onRevoked([routing]);
  expect(commits).toEqual([]);
});

test('a lane gets more when little of it is left, and the others do not wait for it', async () => {
  const { taker, answer } = bench();
  let room = 0;
  const hundred = Array.from({ length: 100 }, (_, offset) => at(intake, offset, `k${offset}`));
  void taker.onMessages(intake, hundred).then(() => room++);
  void taker.onMessages(routing, [at(routing, 0, 'z')]).then(() => (room += 10));
  await rest();
  expect(room).toBe(10);
  await answer('mulin.intake 0');
  expect(room).toBe(11);
});

test('a lane that goes to somebody else begins nothing more, and is let go when all is over and committed', async () => {
  const { taker, answer, begun, commits } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a'), at(intake, 2, 'b')]);
  await answer('mulin.intake 2');
  let isFree = false;
  void taker.onRevoked([intake]).then(() => (isFree = true));
  await rest();
  expect(isFree).toBe(false);

  await answer('mulin.intake 0');
  expect(isFree).toBe(true);
  expect(commits).toEqual([[{ ...intake, next: 1 }]]);
  expect(begun).toEqual(['mulin.intake 0', 'mulin.intake 2']);

  // It comes back later, from where it was committed.
  void taker.onMessages(intake, [at(intake, 1, 'a')]);
  await answer('mulin.intake 1');
  expect(commits.at(-1)).toEqual([{ ...intake, next: 2 }]);
});

test('of a lane that was lost without a word nothing more begins, and the others go on', async () => {
  const options: Options = {};
  const { taker, answer, begun, commits } = bench(options);
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a'), at(intake, 2, 'b')]);
  void taker.onMessages(routing, [at(routing, 0, 'a'), at(routing, 1, 'c')]);
  options.lost = intake;
  await answer('mulin.intake 0');
  await answer('mulin.routing 1');
  expect(begun).toEqual(['mulin.intake 0', 'mulin.intake 2', 'mulin.routing 1', 'mulin.routing 0']);
  await answer('mulin.routing 0');
  expect(commits.at(-1)).toEqual([{ ...routing, next: 2 }]);
});

test('stopping waits for what is in hand, commits it and begins nothing more', async () => {
  const { taker, answer, stop, begun, commits } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'a')]);
  let isStopped = false;
  void stop().then(() => (isStopped = true));
  await rest();
  expect(isStopped).toBe(false);
  await answer('mulin.intake 0');
  expect([isStopped, begun, commits.flat()]).toEqual([true, ['mulin.intake 0'], [{ ...intake, next: 1 }]]);
});

test('stopping while a lane is going to somebody else waits for the same messages', async () => {
  const { taker, answer, stop } = bench();
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  const ended: string[] = [];
  void taker.onRevoked([intake]).then(() => ended.push('released'));
  void stop().then(() => ended.push('stopped'));
  await answer('mulin.intake 0');
  expect(ended.sort()).toEqual(['released', 'stopped']);
});

const longAfterTheTest = 600_000;

test('what is done waits a moment for company, and is committed before its lane goes to somebody else', async () => {
  const { taker, answer, stop, commits } = bench({ pace: { ...swift, commitEveryMs: longAfterTheTest } });
  void taker.onMessages(intake, [at(intake, 0, 'a'), at(intake, 1, 'b')]);
  await answer('mulin.intake 0');
  await answer('mulin.intake 1');
  expect(commits).toEqual([]);

  await taker.onRevoked([intake]);
  expect(commits).toEqual([[{ ...intake, next: 2 }]]);
  await stop();
});

test('a commit that fails is made again although nothing more is done', async () => {
  let failures = 0;
  const commit = async () => {
    if (failures++ === 0) throw new Error('no');
  };
  const { taker, answer, stop, commits } = bench({ commit });
  void taker.onMessages(intake, [at(intake, 0, 'a')]);
  await answer('mulin.intake 0');
  expect(commits).toEqual([]);
  await until(() => commits.length > 0);
  expect(commits).toEqual([[{ ...intake, next: 1 }]]);
  await stop();
});
