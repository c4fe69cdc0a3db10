/** What every bus promises to those who read: groups, receipts, and programs that come, go and die. */
import { expect, test } from '@jest/globals';
import type { HandlingOutcome } from '@mulin/kernel';
import { gate, listener, place, said, texts, type Town } from './town.js';
import { until } from '../until.js';

export const groups = (town: Town) => {
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

  test('is known by what it has committed of each partition, and a topic by where it ends', async () => {
    const { publish, subscribe, offsets } = await town.program();
    const [topic, done, stuck] = [town.topic(), town.group(), town.group()];
    expect(await offsets(topic)).toMatchObject({ groups: new Map() });
    expect(await publish(topic, [])).toEqual([]);
    const ends = await publish(topic, said('a', '1', '2', '3'));
    expect(ends.reduce((sum, end) => sum + end, 0)).toBe(3);
    const later = await publish(topic, said('b', '4'));
    expect(later.every((end, partition) => end >= (ends[partition] ?? 0))).toBe(true);
    subscribe(done, [topic], listener().receive);
    subscribe(stuck, [topic], listener(() => 'paused').receive);
    const hasDone = async () =>
      (await offsets(topic)).groups.get(done)?.every((next, at) => next === later[at]);
    await until(async () => (await hasDone()) === true);

    const { ends: now, groups } = await (await town.program()).offsets(topic);
    expect(now).toEqual(later);
    expect(groups.get(done)).toEqual(later);
    expect(groups.get(stuck)?.some((next) => next > 0)).not.toBe(true);
    expect(groups.has(town.group())).toBe(false);
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

export const receipts = (town: Town) => {
  test('of a message that was set aside or is nobody’s business lets the others go on', async () => {
    const { publish, subscribe, lag } = await town.program();
    const [topic, group] = [town.topic(), town.group()];
    const answers: Record<string, HandlingOutcome> = { poison: 'set-aside', foreign: 'ignored' };
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

export const stuckMessages = (town: Town) => {
  test('that stays paused stops nobody else for long, and is still the first of its key', async () => {
    const { publish, subscribe, lag } = await town.program();
    const [topic, group] = [town.topic(), town.group()];
    let isStuck = true;
    const { heard, values, receive } = listener(({ value }) =>
      isStuck && value === 'stuck' ? 'paused' : 'handled',
    );
    subscribe(group, [topic], receive);
    await publish(topic, said('a', 'stuck', 'behind'));
    await until(() => heard.length >= 1);
    await publish(
      topic,
      texts(20).flatMap((key) => said(key, 'other')),
    );
    await until(() => values().filter((value) => value === 'other').length >= 20);
    expect(values().filter((value) => value === 'other').length).toBe(20);
    expect(values('a')).not.toContain('behind');

    isStuck = false;
    await until(async () => (await lag(group, [topic])).get(topic) === 0);
    expect(values('a').at(-2)).toBe('stuck');
    expect(values('a').at(-1)).toBe('behind');
  });
};

export const programs = (town: Town) => {
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
    // The first has everything in hand before the second comes and gets its share.
    await first.publish(
      topic,
      texts(32).flatMap((key) => said(key, 'alone')),
    );
    await until(async () => (await first.lag(group, [topic])).get(topic) === 0);
    second.subscribe(group, [topic], other.receive);

    let rounds = 1;
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
