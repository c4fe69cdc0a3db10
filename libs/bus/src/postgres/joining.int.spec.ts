import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandlingOutcome } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { type TestDatabase, testDatabase, until } from '@mulin/testing';
import { type PostgresBus, postgresBus } from './postgres-bus.js';

let here: TestDatabase;
let publisher: PostgresBus;
beforeAll(async () => {
  here = await testDatabase();
  publisher = await postgresBus({ database: here.database });
});
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => here.drop());

const keys = Array.from({ length: 24 }, (_, n) => String(n));

/** A program of its own that reads as a group, with a topic that is the group's alone. */
const joining = async (group: string, name = group) => {
  const database = await openDatabase({ url: here.url, applicationName: name });
  ends.push(database.close);
  const bus = await postgresBus({ database });
  const heard = new Set<string>();
  const join = () => {
    const stop = bus.subscribe(group, [`topic-${group}`], async ({ value }): Promise<HandlingOutcome> => {
      heard.add(value);
      return 'handled';
    });
    let stopped: Promise<void> | undefined;
    const once = () => (stopped ??= stop());
    ends.push(once);
    return once;
  };
  const publish = (values: readonly string[]) =>
    publisher.publish(
      `topic-${group}`,
      values.map((value) => ({ key: value, value })),
    );
  return { join, heard, publish };
};

/** Ends the pooled connections of a program, or those of them that wait for a lock; says how many they were. */
const cut = async ({ sql }: Database, name: string, onlyWaiting = false) => {
  const cutOff = await sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = $1
       and (not $2 or wait_event_type = 'Lock')`,
    [name, onlyWaiting],
  );
  return cutOff.length;
};

describe('A group that is new', () => {
  test('hears everything although its connection is cut while it is made known', async () => {
    const { join, heard, publish } = await joining('made-known');
    await publish(keys);
    await here.database.transaction(async (sql) => {
      await sql('lock table bus.progress in access exclusive mode');
      join();
      await until(() => cut(here.database, 'made-known', true));
    });
    await until(() => heard.size === keys.length);

    expect(heard.size).toBe(keys.length);
  });

  test('hears everything although its connections are cut again and again in its first moments', async () => {
    const deaf: string[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const name = `first-moments-${n}`;
        const { join, heard, publish } = await joining(name);
        await publish(keys);
        join();
        for (let cuts = 0; cuts < 40; cuts++) await cut(here.database, name);
        await until(() => heard.size === keys.length);
        if (heard.size < keys.length) deaf.push(name);
      }),
    );

    expect(deaf).toEqual([]);
  });
});

describe('A member that leaves', () => {
  test('gives its partitions to the others although its name cannot be struck off', async () => {
    const leaving = await joining('leaving');
    await leaving.publish(keys);
    const stop = leaving.join();
    await until(() => leaving.heard.size === keys.length);
    await here.database.transaction(async (sql) => {
      await sql('lock table bus.member in access exclusive mode');
      let isOver = false;
      const stopped = stop().then(() => (isOver = true));
      await until(async () => (await cut(here.database, 'leaving', true)) === 0 && isOver);
      await stopped;
    });

    const staying = await joining('leaving', 'staying');
    staying.join();
    const later = keys.map((key) => `later ${key}`);
    await leaving.publish(later);
    await until(() => later.every((value) => staying.heard.has(value)));
    expect(later.filter((value) => !staying.heard.has(value))).toEqual([]);
  });
});
