/** What every bus promises, whatever keeps its messages. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandlingOutcome } from '@mulin/kernel';
import { groups, programs, receipts, stuckMessages } from './groups.js';
import { type BusTrial, gate, listener, place, said, texts, type Town, townOf } from './town.js';
import { until } from '../until.js';

type Open = () => Promise<BusTrial>;

/** The suite that every bus must pass. */
export const describeBus = (name: string, open: Open) => {
  describe(name, () => {
    const opened: BusTrial[] = [];
    beforeAll(async () => void opened.push(await open()));
    const town = townOf(() => {
      const [trial] = opened;
      if (trial === undefined) throw new Error('the trial did not open');
      return trial;
    });
    afterEach(town.end);
    afterAll(async () => {
      for (const trial of opened) await trial.close();
    });

    describe('What is published', () => publishing(town));
    describe('The order', () => order(town));
    describe('A group', () => groups(town));
    describe('A receipt', () => receipts(town));
    describe('A message', () => stuckMessages(town));
    describe('A program', () => programs(town));
  });
};

const publishing = (town: Town) => {
  test('arrives to the letter, whatever its script and size', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const { heard, receive } = listener();
    const values = ['路灯不亮', '👩‍👩‍👧 e\u0301 \u2028 "\\', '\u{20000}', '', ' ', 'x'.repeat(200_000)];
    await publish(topic, said('牟邻', ...values));
    subscribe(town.group(), [topic], receive);
    await until(() => heard.length >= values.length);

    expect(heard.map(({ key, value }) => ({ key, value }))).toEqual(said('牟邻', ...values));
  });

  test('stands in one place for ever, the same for everybody', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const [one, other] = [listener(), listener()];
    await publish(
      topic,
      texts(50).flatMap((key) => said(key, 'a', 'b')),
    );
    subscribe(town.group(), [topic], one.receive);
    subscribe(town.group(), [topic], other.receive);
    await until(() => one.heard.length >= 100 && other.heard.length >= 100);

    const standing = new Map(one.heard.map((message) => [place(message), message]));
    expect(standing.size).toBe(100);
    expect(other.heard.map((message) => standing.get(place(message)))).toEqual(other.heard);
    const partitions = new Set(one.heard.map(({ key, partition }) => `${key} ${partition}`));
    expect(partitions.size).toBe(50);
  });

  test('with a NUL in it is refused and changes nothing', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const { values, receive } = listener();
    subscribe(town.group(), [topic], receive);

    await expect(publish(topic, said('a', 'fine', 'a\0b'))).rejects.toThrow('NUL');
    await expect(publish(topic, said('a\0b', 'x'))).rejects.toThrow('NUL');
    await publish(topic, said('a', 'after'));
    await until(() => values().length > 0);
    expect(values()).toEqual(['after']);
  });

  test('in megabytes arrives in its order, and what is too large for a message is refused', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const { heard, values, receive } = listener();
    const large = texts(12).map((n) => n.padEnd(1_000_000, 'x'));
    await Promise.all([publish(topic, said('a', ...large)), publish(topic, said('b', 'between'))]);
    await expect(publish(topic, said('a', 'x'.repeat(17_000_000)))).rejects.toThrow('larger');
    subscribe(town.group(), [topic], receive);
    await until(() => heard.length >= 13);

    expect(values('a').map((value) => value.slice(0, 3))).toEqual(large.map((value) => value.slice(0, 3)));
  });

  test('as nothing at all is nothing', async () => {
    const { publish, lag } = await town.program();
    const topic = town.topic();
    await publish(topic, []);
    expect(await lag(town.group(), [topic])).toEqual(new Map([[topic, 0]]));
  });
};

const order = (town: Town) => {
  test('of one key is the order in which it was published, and one is handled at a time', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const inHand = new Map<string, number>();
    let most = 0;
    const { heard, values, receive } = listener(async ({ key, offset }): Promise<HandlingOutcome> => {
      inHand.set(key, (inHand.get(key) ?? 0) + 1);
      most = Math.max(most, ...inHand.values());
      await pause(offset % 3);
      inHand.set(key, (inHand.get(key) ?? 0) - 1);
      return 'handled';
    });
    subscribe(town.group(), [topic], receive);
    const keys = texts(20);
    for (const value of texts(20))
      await publish(
        topic,
        keys.map((key) => ({ key, value })),
      );
    await until(() => heard.length >= 400);

    for (const key of keys) expect(values(key)).toEqual(texts(20));
    expect(most).toBe(1);
  });

  test('of one key holds when many publish at once without waiting', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const { heard, values, receive } = listener();
    await Promise.all(texts(300).map((value) => publish(topic, [...said('a', value), ...said('b', value)])));
    subscribe(town.group(), [topic], receive);
    await until(() => heard.length >= 600);

    expect(values('a')).toEqual(texts(300));
    expect(values('b')).toEqual(texts(300));
  });

  test('of each publisher holds when several programs publish the same keys while somebody reads', async () => {
    const reader = await town.program();
    const topic = town.topic();
    const { heard, values, receive } = listener();
    reader.subscribe(town.group(), [topic], receive);
    const publishers = await Promise.all(['x', 'y', 'z'].map(town.program));
    await Promise.all(
      publishers.map(async ({ publish }, who) => {
        for (const value of texts(60))
          await publish(topic, [...said('a', `${who}-${value}`), ...said('b', `${who}-${value}`)]);
      }),
    );
    await until(() => heard.length >= 360);

    expect(new Set(heard.map(place)).size).toBe(360);
    for (const key of ['a', 'b'])
      for (const who of [0, 1, 2])
        expect(values(key).filter((value) => value.startsWith(`${who}-`))).toEqual(
          texts(60).map((n) => `${who}-${n}`),
        );
  });

  test('of one key holds up no other key', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const all = gate();
    // Each waits until all of them are in hand, also those of one partition.
    const { heard, receive } = listener(() => {
      if (heard.length === 40) all.resolve('handled');
      return all.promise;
    });
    await publish(
      topic,
      texts(40).flatMap((key) => said(key, '')),
    );
    subscribe(town.group(), [topic], receive);
    await until(() => heard.length >= 40);

    expect(heard.length).toBe(40);
    all.resolve('handled');
  });
};
