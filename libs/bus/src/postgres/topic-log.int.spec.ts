import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Delivered, HandlingOutcome } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { type TestDatabase, testDatabase, until } from '@mulin/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { type PostgresBus, postgresBus } from './postgres-bus.js';

type Town = Readonly<{ test: TestDatabase; database: Database; bus: PostgresBus }>;
const opened: Town[] = [];
const here = (): Town => {
  const [town] = opened;
  if (town === undefined) throw new Error('no database');
  return town;
};
beforeAll(async () => {
  const test = await testDatabase();
  const database = await openDatabase({ url: test.url });
  opened.push({ test, database, bus: await postgresBus({ database }) });
});
afterAll(async () => {
  for (const { database, test } of opened) {
    await database.close();
    await test.drop();
  }
});

const texts = (count: number) => Array.from({ length: count }, (_, n) => String(n));

const listener = () => {
  const heard: Delivered[] = [];
  const receive = async (message: Delivered): Promise<HandlingOutcome> => {
    heard.push(message);
    return 'handled';
  };
  return { heard, receive };
};

const placesOf = async (topic: string) => {
  const rows = await here().database.sql<{ partition: number; places: number[] }>(
    `select partition, array_agg(each order by each) as places
     from bus.message m join bus.topic t on t.id = m.topic
     cross join lateral generate_series(m.place, m.place + m.count - 1) each
     where name = $1 group by partition`,
    [topic],
  );
  return rows.map(({ places }) => places);
};

test('the offsets of a partition have no gaps, however many publish at once, and a refused publish leaves none', async () => {
  const {
    test: { url },
    bus,
  } = here();
  const others = await Promise.all(['', '', ''].map(() => openDatabase({ url })));
  const buses = [bus, ...(await Promise.all(others.map((database) => postgresBus({ database }))))];
  await Promise.all(
    buses.map(async ({ publish }) => {
      for (const value of texts(50))
        await publish(
          'gapless',
          texts(4).map((key) => ({ key: `${key}-${value}`, value: '' })),
        );
      await expect(publish('gapless', [{ key: '\0', value: '' }])).rejects.toThrow('NUL');
    }),
  );
  await Promise.all(others.map(({ close }) => close()));

  const topicPartitions = await placesOf('gapless');
  expect(topicPartitions.flat().length).toBe(4 * 50 * 4);
  for (const places of topicPartitions) expect(places).toEqual(places.map((_, n) => n));
});

test('a publisher that stalls before its commit makes nobody skip what it will have said', async () => {
  const { database, bus } = here();
  const { heard, receive } = listener();
  await bus.publish('stalled', [{ key: 'a', value: 'before' }]);
  const stop = bus.subscribe('stalled', ['stalled'], receive);
  await until(() => heard.length >= 1);

  let goOn = () => {};
  const stalling = new Promise<void>((resolve) => (goOn = resolve));
  let hasBegun = () => {};
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  const slow = database.transaction(async (sql) => {
    const [topicPartition] = await sql<{ id: number; partition: number }>(
      `select id, partition from bus.topic join bus.message m on m.topic = id where name = 'stalled'`,
    );
    // What a publish does, stopped between its statement and its commit.
    await sql(`update bus.topic set next[$2::int + 1] = next[$2::int + 1] + 1 where id = $1`, [
      topicPartition?.id,
      topicPartition?.partition,
    ]);
    await sql(
      `insert into bus.message (topic, partition, place, key, value)
       select id, $2::int, next[$2::int + 1] - 1, 'a', 'slow' from bus.topic where id = $1`,
      [topicPartition?.id, topicPartition?.partition],
    );
    hasBegun();
    await stalling;
  });
  await begun;
  const quick = bus.publish('stalled', [{ key: 'a', value: 'quick' }]);
  await bus.publish('elsewhere', [{ key: 'a', value: '' }]);
  expect(heard.map(({ value }) => value)).toEqual(['before']);

  goOn();
  await Promise.all([slow, quick]);
  await until(() => heard.length >= 3);
  expect(heard.map(({ value }) => value)).toEqual(['before', 'slow', 'quick']);
  await stop();
});

test('connections that are lost are made again: nothing is lost, and each key keeps its order', async () => {
  const {
    database,
    test: { database: admin },
  } = here();
  const bus = await postgresBus({ database });
  const { heard, receive } = listener();
  const stop = bus.subscribe('shaken', ['shaken'], receive);
  const publishUntilDone = async (value: string): Promise<void> => {
    try {
      await bus.publish(
        'shaken',
        texts(16).map((key) => ({ key, value })),
      );
    } catch {
      await pause(20);
      await publishUntilDone(value);
    }
  };
  for (const value of texts(30)) {
    if (Number(value) % 8 === 4)
      await admin.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name not like 'test%' and pid <> pg_backend_pid()`,
      );
    await publishUntilDone(value);
  }
  await until(async () => (await bus.lag('shaken', ['shaken'])).get('shaken') === 0);
  await stop();

  for (const key of texts(16)) {
    const mine = heard.filter((message) => message.key === key);
    // A publish whose answer was lost is made again, and what was not committed comes again: first heard counts.
    expect([...new Set(mine.map(({ value }) => value))]).toEqual(texts(30));
  }
});

test('a topic keeps the number of partitions it was made with', async () => {
  const { database, bus } = here();
  const small = await postgresBus({ database, partitions: 2 });
  await small.publish(
    'two',
    texts(40).map((key) => ({ key, value: '' })),
  );
  await bus.publish(
    'two',
    texts(40).map((key) => ({ key, value: '' })),
  );
  expect((await placesOf('two')).map((places) => places.length).reduce((a, b) => a + b)).toBe(80);
  expect((await placesOf('two')).length).toBe(2);
});

test('what every group has passed is dropped when it is old, and nothing else', async () => {
  const { database, bus } = here();
  const [done, idle] = [listener(), listener()];
  const publish = (from: number) =>
    bus.publish(
      'old',
      texts(20).map((key) => ({ key, value: String(from) })),
    );
  const isDone = async (group: string) => (await bus.lag(group, ['old'])).get('old') === 0;
  const age = () =>
    database.sql(
      `update bus.message set at = now() - interval '10 days'
       where topic = (select id from bus.topic where name = 'old')`,
    );
  const count = async () => (await placesOf('old')).flat().length;

  await publish(1);
  await age();
  expect([await bus.trim(7), await count()]).toEqual([0, 20]);

  const stopIdle = bus.subscribe('idle', ['old'], idle.receive);
  await until(() => isDone('idle'));
  await stopIdle();
  await publish(2);
  await age();
  const stop = bus.subscribe('done', ['old'], done.receive);
  await until(() => isDone('done'));
  await publish(3);
  await until(() => isDone('done'));
  await stop();

  // The idle group has passed the first twenty; the third are not old.
  expect([await bus.trim(7), await count()]).toEqual([20, 40]);
  expect([await bus.trim(7), await count()]).toEqual([0, 40]);
  expect((await bus.lag('idle', ['old'])).get('old')).toBe(40);

  // A new group begins at what is left.
  expect((await bus.lag('late', ['old'])).get('old')).toBe(40);
  const late = listener();
  const stopLate = bus.subscribe('late', ['old'], late.receive);
  await until(() => isDone('late'));
  await stopLate();
  expect(late.heard.map(({ value }) => value).sort()).toEqual([
    ...texts(20).map(() => '2'),
    ...texts(20).map(() => '3'),
  ]);
});

test('who reads a group is known, and nobody is listed who is gone', async () => {
  const {
    database,
    bus,
    test: { url },
  } = here();
  const members = () => database.sql(`select id from bus.member where group_name = 'known'`);
  const other = await openDatabase({ url });
  const dying = (await postgresBus({ database: other })).subscribe('known', ['old'], listener().receive);
  await until(async () => (await members()).length === 1);
  await other.close();
  const stop = bus.subscribe('known', ['old'], listener().receive);
  await until(async () => (await bus.lag('known', ['old'])).get('old') === 0);
  expect((await members()).length).toBe(1);
  await stop();
  expect((await members()).length).toBe(0);
  await dying();
});

test('a program that ends while it is still taking its partitions leaves every partition to the others', async () => {
  const {
    bus,
    test: { url },
  } = here();
  const topics = texts(6).map((n) => `hasty-${n}`);
  for (let steps = 0; steps < 12; steps++) {
    const group = `hasty-${steps}`;
    const database = await openDatabase({ url });
    const stopHasty = (await postgresBus({ database })).subscribe(group, topics, listener().receive);
    await pause(steps * 3);
    await database.close();

    const { heard, receive } = listener();
    const stop = bus.subscribe(group, topics, receive);
    for (const topic of topics)
      await bus.publish(
        topic,
        texts(24).map((key) => ({ key, value: String(steps) })),
      );
    await until(() => heard.filter(({ value }) => value === String(steps)).length >= 24 * topics.length);
    expect(heard.filter(({ value }) => value === String(steps)).length).toBe(24 * topics.length);
    await stop();
    await stopHasty();
  }
});

test('several groups of one program are given what it publishes without asking PostgreSQL for each', async () => {
  const { database } = here();
  const asked: string[] = [];
  const counting: Database = {
    ...database,
    sql: (text, values, how) => {
      asked.push(how?.name ?? '');
      return database.sql(text, values, how);
    },
  };
  const bus = await postgresBus({ database: counting });
  const listeners = texts(3).map(() => listener());
  const stops = listeners.map(({ receive }, n) => bus.subscribe(`shared-${n}`, ['shared'], receive));
  await bus.publish('shared', [{ key: 'a', value: 'first' }]);
  await until(() => listeners.every(({ heard }) => heard.length === 1));

  const fetches = () => asked.filter((name) => name === 'bus-fetch').length;
  const before = fetches();
  for (const value of texts(200)) {
    await bus.publish('shared', [{ key: value, value }]);
    await until(() => listeners.every(({ heard }) => heard.some((it) => it.value === value)));
  }
  // Asked for each it would be 600. Each looks once in two seconds whether a notification was lost, so that a slow
  // machine asks more often than a quick one.
  expect(fetches() - before).toBeLessThan(400);
  for (const { heard } of listeners)
    expect(heard.map(({ value }) => value)).toEqual(['first', ...texts(200)]);
  await Promise.all(stops.map((stop) => stop()));
});

test('what two programs publish by turns reaches the groups of both, each key in order', async () => {
  const { bus, test: town } = here();
  const database = await openDatabase({ url: town.url });
  const other = await postgresBus({ database });
  const listeners = [listener(), listener()];
  const stops = [bus, other].map((its, n) =>
    its.subscribe(`turns-${n}`, ['turns'], (listeners[n] ?? listener()).receive),
  );
  for (const value of texts(60)) {
    const keyed = texts(4).map((key) => ({ key, value }));
    await Promise.all([bus.publish('turns', keyed), other.publish('turns', keyed)]);
  }
  await until(() => listeners.every(({ heard }) => heard.length === 480));
  await Promise.all(stops.map((stop) => stop()));
  await database.close();
  for (const { heard } of listeners) {
    expect(new Set(heard.map(({ partition, offset }) => `${partition}/${offset}`)).size).toBe(480);
    for (const key of texts(4)) {
      const values = heard.filter((message) => message.key === key).map(({ value }) => Number(value));
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  }
});

test('whoever begins in the middle of a batch is given the rest of it, whatever its texts hold', async () => {
  const { database, bus } = here();
  const values = texts(150).map((value) => (Number(value) % 40 === 7 ? `${value}\u001e` : value));
  await bus.publish(
    'batched',
    values.map((value) => ({ key: 'a', value })),
  );
  const [{ rows } = { rows: 0 }] = await database.sql<{ rows: number }>(
    `select count(*)::int as rows from bus.message m join bus.topic t on t.id = m.topic where name = 'batched'`,
  );
  expect(rows).toBeLessThan(20);

  for (const from of [0, 1, 7, 8, 63, 64, 100, 149, 150]) {
    await database.sql(
      `insert into bus.progress (group_name, topic, partition, next)
       select $1, id, partition - 1, least($2, n) from bus.topic, unnest(next) with ordinality as each(n, partition)
       where name = 'batched'`,
      [`from-${from}`, from],
    );
    const { heard, receive } = listener();
    // A program of its own, which remembers nothing.
    const stop = (await postgresBus({ database })).subscribe(`from-${from}`, ['batched'], receive);
    await until(async () => (await bus.lag(`from-${from}`, ['batched'])).get('batched') === 0);
    await stop();
    expect(heard.map(({ value }) => value)).toEqual(values.slice(from));
    expect(heard.map(({ offset }) => offset)).toEqual(values.map((_, n) => n).slice(from));
  }
});

test('messages of a program that gave each a row of its own are read on', async () => {
  const { database, bus } = here();
  await bus.publish('older', [{ key: 'a', value: 'batch' }]);
  await database.sql(
    `with moved as (
       update bus.topic t set next = array(select case when n > 0 then n + 3 else n end from unnest(next) n)
       where name = 'older' returning id)
     insert into bus.message (topic, partition, place, key, value)
     select m.topic, m.partition, m.place + n, 'a', 'alone\u001e' || n
     from bus.message m join moved on moved.id = m.topic cross join generate_series(1, 3) n`,
  );
  await bus.publish('older', [
    { key: 'a', value: 'x' },
    { key: 'a', value: 'y' },
  ]);
  const { heard, receive } = listener();
  const stop = (await postgresBus({ database })).subscribe('older', ['older'], receive);
  await until(() => heard.length === 6);
  await stop();
  const alone = [1, 2, 3].map((n) => `alone\u001e${n}`);
  expect(heard.map(({ value }) => value)).toEqual(['batch', ...alone, 'x', 'y']);
});
