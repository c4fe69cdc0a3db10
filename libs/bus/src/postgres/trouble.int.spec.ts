import { setTimeout as pause } from 'node:timers/promises';
/** Trouble of a real PostgreSQL while messages are handled: whose fault it is held to be. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { type TestDatabase, testDatabase, until } from '@mulin/testing';
import { type PostgresBus, postgresBus } from './postgres-bus.js';
import { dispatcher } from '../consumer/reaction.js';
import { receiver } from '../consumer/receiver.js';
import { memoryDeadLetters } from '../dead-letters.js';

let here: TestDatabase;
let database: Database;
let bus: PostgresBus;
beforeAll(async () => {
  here = await testDatabase();
  database = await openDatabase({ url: here.url });
  bus = await postgresBus({ database, pace: { initialBackoffMs: 2, maxBackoffMs: 20 } });
  await database.sql(`create function trouble(code text) returns void language plpgsql as $$
    begin raise exception 'said so' using errcode = code; end $$`);
});
afterAll(async () => {
  await database.close();
  await here.drop();
});

/** Messages of one type, each with a key of its own, whose handling asks PostgreSQL as told. */
const handling = async (name: string, count: number, codeFor: (n: number) => string | null) => {
  const deadLetters = memoryDeadLetters();
  const handled = new Set<number>();
  const react = async (message: unknown) => {
    const { n } = message as { n: number };
    const code = codeFor(n);
    if (code !== null) await database.sql('select trouble($1)', [code]);
    handled.add(n);
  };
  const receive = receiver({
    dispatch: dispatcher([{ type: 'trial', react }]),
    deadLetters,
    group: name,
    sleep: pause,
    now: () => instant(Date.now()),
    log: () => {},
  });
  await bus.publish(
    name,
    Array.from({ length: count }, (_, n) => ({
      key: String(n),
      value: JSON.stringify({ type: 'trial', n }),
    })),
  );
  const stop = bus.subscribe(name, [name], receive);
  await until(async () => (await bus.lag(name, [name])).get(name) === 0);
  await stop();
  return { handled, aside: await deadLetters.list() };
};

test.each(['28000', '55000', 'XX000', '42P01'])(
  'of 300 messages nobody is blamed for %s, which half of them meet for a while',
  async (code) => {
    const troubles = { left: 150 };
    const { handled, aside } = await handling(`random-${code}`, 300, (n) =>
      n % 2 === 0 && troubles.left-- > 0 ? code : null,
    );
    expect({ handled: handled.size, aside: aside.length }).toEqual({ handled: 300, aside: 0 });
  },
);

test.each(['08P01', 'XX000'])(
  'one of 40 messages that alone meets %s, always, is set aside; the others are handled',
  async (code) => {
    const { handled, aside } = await handling(`poison-${code}`, 40, (n) => (n === 7 ? code : null));
    expect(handled.size).toBe(39);
    expect(aside).toMatchObject([
      { message: { key: '7' }, reason: expect.stringMatching(`\\(${code}\\).*this message alone met it`) },
    ]);
  },
);
