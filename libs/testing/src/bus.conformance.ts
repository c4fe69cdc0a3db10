/** What every bus promises, whatever keeps its messages. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Bus, Delivered, Message, Receipt } from '@mulin/kernel';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** One program on the bus. */
export type BusProgram = Readonly<{
  bus: Bus;
  /** It is gone between two instructions: what it had in hand is never committed. */
  die: () => Promise<void>;
}>;

export type BusTrial = Readonly<{
  /** Another program on the same bus. */
  program: () => Promise<BusProgram>;
  close: () => Promise<void>;
}>;

type Open = () => Promise<BusTrial>;

/** Waits for what must come: a bound, and no measure. */
const until = async (came: () => boolean | Promise<boolean>): Promise<void> => {
  for (let left = 3_000; left > 0 && !(await came()); left--) await pause(10);
};

const texts = (count: number, from = 0) => Array.from({ length: count }, (_, n) => String(from + n));
const said = (key: string, ...values: readonly string[]): Message[] =>
  values.map((value) => ({ key, value }));
const place = ({ topic, partition, offset }: Delivered) => `${topic}/${partition}/${offset}`;

/** A receipt that is given later, from outside. */
const gate = () => {
  let resolve: (receipt: Receipt) => void = () => {};
  const promise = new Promise<Receipt>((give) => (resolve = give));
  return { promise, resolve };
};

/** A receiver that writes down what it is given, and answers as it is told. */
const listener = (answer: (message: Delivered) => Receipt | Promise<Receipt> = () => 'handled') => {
  const heard: Delivered[] = [];
  return {
    heard,
    values: (key?: string) =>
      heard.filter((message) => key === undefined || message.key === key).map(({ value }) => value),
    receive: async (message: Delivered): Promise<Receipt> => {
      heard.push(message);
      return answer(message);
    },
  };
};

/** Names that nobody else uses, and programs that are ended when the test is. */
const townOf = (trial: () => BusTrial) => {
  const ends: (() => Promise<unknown>)[] = [];

  const program = async () => {
    const { bus, die } = await trial().program();
    const never = gate();
    let isDead = false;
    ends.push(async () => never.resolve('paused'));

    return {
      publish: bus.publish,
      lag: bus.lag,
      subscribe: (
        group: string,
        topics: readonly string[],
        receive: (message: Delivered) => Promise<Receipt>,
      ) => {
        // The dead handle nothing, and their answers reach nobody.
        const stop = bus.subscribe(group, topics, async (message) => {
          const receipt = isDead ? never.promise : await receive(message);
          return isDead ? never.promise : receipt;
        });
        const once = { stopped: undefined as Promise<void> | undefined };
        const stopOnce = () => (once.stopped ??= stop());
        ends.push(stopOnce);
        return stopOnce;
      },
      die: async () => {
        isDead = true;
        await die();
      },
    };
  };

  return {
    program,
    topic: () => `mulin.test-${randomUUID()}`,
    group: () => `group-${randomUUID()}`,
    end: async () => {
      const ending = ends.splice(0);
      await Promise.all(ending.map((end) => end()));
    },
  };
};
type Town = ReturnType<typeof townOf>;

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
    const lanes = new Set(one.heard.map(({ key, partition }) => `${key} ${partition}`));
    expect(lanes.size).toBe(50);
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
    const { heard, values, receive } = listener(async ({ key, offset }): Promise<Receipt> => {
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

const groups = (town: Town) => {
  test('that is new begins at the beginning', async () => {
    const { publish, subscribe } = await town.program();
    const topic = town.topic();
    const { values, receive } = listener();
    await publish(topic, said('a', 'before'));
    subscribe(town.group(), [topic], receive);
    await until(() => values().length >= 1);
    await publish(topic, said('a', 'after'));
    await until(() => values().length >= 2);

    expect(values()).toEqual(['before', 'after']);
  });

  test('goes its own way, whatever another one does', async () => {
    const { publish, subscribe, lag } = await town.program();
    const topic = town.topic();
    const [busy, stuck] = [town.group(), town.group()];
    const { heard, receive } = listener();
    subscribe(busy, [topic], receive);
    subscribe(stuck, [topic], listener(() => 'paused').receive);
    await publish(
      topic,
      texts(30).flatMap((key) => said(key, '')),
    );
    await until(async () => (await lag(busy, [topic])).get(topic) === 0);

    expect(heard.length).toBe(30);
    expect((await lag(stuck, [topic])).get(topic)).toBe(30);
  });

  test('hears all of its topics, and knows what it has not finished of each', async () => {
    const { publish, subscribe, lag } = await town.program();
    const [one, two, other] = [town.topic(), town.topic(), town.topic()];
    const group = town.group();
    await publish(one, said('a', '1', '2', '3'));
    await publish(two, said('a', '4'));
    await publish(other, said('a', '5'));
    expect(await lag(group, [one, two])).toEqual(
      new Map([
        [one, 3],
        [two, 1],
      ]),
    );

    const { heard, receive } = listener();
    subscribe(group, [one, two], receive);
    await until(async () => [...(await lag(group, [one, two])).values()].every((count) => count === 0));
    expect(heard.map(({ topic, value }) => `${topic} ${value}`).sort()).toEqual(
      [`${one} 1`, `${one} 2`, `${one} 3`, `${two} 4`].sort(),
    );
  });

  test('that stops ends what it has in hand, begins nothing more and goes on there later', async () => {
    const { publish, subscribe } = await town.program();
    const [topic, group] = [town.topic(), town.group()];
    const held = gate();
    const { heard, values, receive } = listener(() => (heard.length === 3 ? held.promise : 'handled'));
    const stop = subscribe(group, [topic], receive);
    await publish(topic, said('a', ...texts(6)));
    await until(() => heard.length >= 3);
    const stopped = stop();
    held.resolve('handled');
    await stopped;
    expect(values()).toEqual(['0', '1', '2']);

    const later = listener();
    subscribe(group, [topic], later.receive);
    await until(() => later.heard.length >= 3);
    expect(later.values()).toEqual(['3', '4', '5']);
  });
};

const receipts = (town: Town) => {
  test('of a message that was set aside or is nobody’s business lets the others go on', async () => {
    const { publish, subscribe, lag } = await town.program();
    const [topic, group] = [town.topic(), town.group()];
    const answers: Record<string, Receipt> = { poison: 'set-aside', foreign: 'ignored' };
    const { values, receive } = listener(({ value }) => answers[value] ?? 'handled');
    subscribe(group, [topic], receive);
    await publish(topic, said('a', 'poison', 'good', 'foreign', 'better'));
    await until(async () => values().length >= 4 && (await lag(group, [topic])).get(topic) === 0);

    expect(values()).toEqual(['poison', 'good', 'foreign', 'better']);
    expect((await lag(group, [topic])).get(topic)).toBe(0);
  });

  test.each(['paused', 'thrown'])(
    'that is %s brings the same message again and again, and nothing passes it',
    async (how) => {
      const { publish, subscribe, lag } = await town.program();
      const [topic, group] = [town.topic(), town.group()];
      let isDown = true;
      const { heard, values, receive } = listener(() => {
        if (!isDown) return 'handled';
        if (how === 'thrown') throw new Error('a receiver should not, but this one does');
        return 'paused';
      });
      subscribe(group, [topic], receive);
      await publish(topic, said('a', 'first'));
      await until(() => heard.length >= 1);
      await publish(topic, [...said('a', 'second'), ...texts(20).flatMap((key) => said(key, 'other'))]);
      await until(() => heard.length >= 4);
      expect(new Set(values())).toEqual(new Set(['first']));
      expect((await lag(group, [topic])).get(topic)).toBe(22);

      isDown = false;
      await until(async () => (await lag(group, [topic])).get(topic) === 0);
      const times = heard.filter(({ value }) => value === 'first').length;
      expect(values('a')).toEqual([...texts(times).map(() => 'first'), 'second']);
      expect(values().filter((value) => value === 'other').length).toBe(20);
    },
  );
};

const programs = (town: Town) => {
  test('that dies leaves to another what it had not finished, and no finished message before it comes again', async () => {
    const [first, second] = [await town.program(), await town.program()];
    const [topic, group] = [town.topic(), town.group()];
    const keys = texts(64);
    const leaving = gate();
    const { heard, receive } = listener(({ value }) => (value === 'stuck' ? leaving.promise : 'handled'));
    await first.publish(
      topic,
      keys.flatMap((key) => said(key, 'before')),
    );
    await first.publish(topic, [...said('stuck', 'stuck'), ...said('stuck', 'behind')]);
    await first.publish(
      topic,
      keys.flatMap((key) => said(key, 'after')),
    );
    first.subscribe(group, [topic], receive);
    await until(() => heard.length >= 129);
    const stuck = heard.find(({ value }) => value === 'stuck');
    const open = heard.filter(
      ({ partition, offset }) => partition === stuck?.partition && offset >= stuck.offset,
    );
    // What stands behind the stuck message in its partition cannot be committed, and all the rest is.
    await until(async () => (await first.lag(group, [topic])).get(topic) === open.length + 1);
    await first.die();

    const again = listener();
    second.subscribe(group, [topic], again.receive);
    await until(() => again.heard.length >= open.length + 1);
    leaving.resolve('paused');

    const behind = again.heard.filter(({ value }) => value === 'behind');
    expect(behind.length).toBe(1);
    expect(again.heard.map(place).sort()).toEqual([...open, ...behind].map(place).sort());
  });

  test('shares a group with another, and no message is handled by both while both live', async () => {
    const [first, second] = [await town.program(), await town.program()];
    const [topic, group] = [town.topic(), town.group()];
    const [one, other] = [listener(), listener()];
    const stop = first.subscribe(group, [topic], one.receive);
    second.subscribe(group, [topic], other.receive);

    let rounds = 0;
    await until(async () => {
      await first.publish(
        topic,
        texts(32).flatMap((key) => said(key, String(rounds))),
      );
      rounds++;
      return one.heard.length > 0 && other.heard.length > 0;
    });
    await until(async () => (await first.lag(group, [topic])).get(topic) === 0);
    expect(one.heard.length).toBeGreaterThan(0);
    expect(other.heard.length).toBeGreaterThan(0);

    // One leaves in good order: all goes on with the other.
    await stop();
    await second.publish(
      topic,
      texts(32).flatMap((key) => said(key, String(rounds))),
    );
    await until(async () => (await second.lag(group, [topic])).get(topic) === 0);
    const all = [...one.heard, ...other.heard];
    expect(new Set(all.map(place)).size).toBe(all.length);
    expect(all.length).toBe(32 * (rounds + 1));
  });

  test('that dies loses nothing of what is published meanwhile, and the order of each key holds', async () => {
    const [first, second] = [await town.program(), await town.program()];
    const [topic, group] = [town.topic(), town.group()];
    const [one, other] = [listener(), listener()];
    first.subscribe(group, [topic], one.receive);
    second.subscribe(group, [topic], other.receive);
    const keys = texts(32);
    for (const value of texts(30)) {
      await second.publish(
        topic,
        keys.map((key) => ({ key, value })),
      );
      if (value === '10') await first.die();
    }
    await until(async () => (await second.lag(group, [topic])).get(topic) === 0);

    for (const key of keys) {
      expect(new Set([...one.values(key), ...other.values(key)])).toEqual(new Set(texts(30)));
      const offsets = other.heard.filter((message) => message.key === key).map(({ offset }) => offset);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    }
  });
};
