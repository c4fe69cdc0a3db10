/** A program that stands still: its partitions go to others within seconds, and it finds that when it goes on. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { HandlingOutcome } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { tcpProxy, type TestDatabase, testDatabase, until } from '@mulin/testing';
import { type PostgresBus, postgresBus } from './postgres-bus.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

let here: TestDatabase;
let database: Database;
let bus: PostgresBus;
const ends: (() => unknown)[] = [];
beforeAll(async () => {
  here = await testDatabase();
  database = await openDatabase({ url: here.url });
  bus = await postgresBus({ database });
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await database.close();
  await here.drop();
});

const keys = Array.from({ length: 16 }, (_, n) => `key-${n}`);

/** So many messages of each key, each of which takes a moment. */
const publish = (topic: string, rounds: number) =>
  bus.publish(
    topic,
    Array.from({ length: rounds }, (_, round) =>
      keys.map((key) => ({ key, value: `${key} ${round}` })),
    ).flat(),
  );

const reading = (from: PostgresBus, group: string) => {
  const handled: string[] = [];
  const stop = from.subscribe(group, [group], async ({ value }): Promise<HandlingOutcome> => {
    await pause(5);
    handled.push(value);
    return 'handled';
  });
  ends.push(stop);
  return handled;
};

const program = `
import { openDatabase } from '@mulin/postgres';
import { postgresBus } from '@mulin/bus';
const [url, group] = process.argv.slice(1);
const bus = await postgresBus({ database: await openDatabase({ url, applicationName: 'other program' }) });
bus.subscribe(group, [group], async ({ value }) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.stdout.write(value + '\\n');
  return 'handled';
});
`;

const runProgram = (group: string): { child: ChildProcess; handled: () => readonly string[] } => {
  const asSources = ['--no-warnings', '--conditions=source', '--import', './infra/scripts/run-sources.mjs'];
  const child = spawn(
    process.execPath,
    [...asSources, '--input-type=module', '-e', program, here.url, group],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  ends.push(() => child.kill('SIGKILL'));
  return { child, handled: () => said.split('\n').slice(0, -1) };
};

const members = async (group: string) =>
  (await database.sql('select id from bus.member where group_name = $1', [group])).length;

test('a program that is frozen loses its partitions within seconds, and handles nothing of them when it thaws', async () => {
  const group = 'frozen';
  const { child, handled } = runProgram(group);
  await publish(group, 40);
  await until(() => handled().length > 50);
  child.kill('SIGSTOP');
  await pause(50);
  const before = handled().length;

  const mine = reading(bus, group);
  await until(async () => (await bus.lag(group, [group])).get(group) === 0);
  expect((await bus.lag(group, [group])).get(group)).toBe(0);
  expect(new Set([...handled(), ...mine]).size).toBe(40 * keys.length);

  child.kill('SIGCONT');
  await until(async () => (await members(group)) === 2);
  expect(await members(group)).toBe(2);
  // What it had in hand of each key when it was frozen was begun before, and ends; nothing else is begun.
  const after = handled().slice(before);
  expect(new Set(after.map((value) => value.split(' ')[0])).size).toBe(after.length);

  // From then on it has its share again.
  await publish(group, 5);
  await until(async () => (await bus.lag(group, [group])).get(group) === 0);
  expect(handled().length - before - after.length).toBeGreaterThan(0);
});

test('a program whose connections are swallowed stops handling before another one begins', async () => {
  const group = 'swallowed';
  const proxy = await tcpProxy(here.url);
  ends.push(proxy.close);
  const far = await openDatabase({ url: proxy.url, limitMs: 1_000 });
  ends.push(far.close);
  const there = reading(await postgresBus({ database: far }), group);
  await publish(group, 400);
  await until(() => there.length > 50);
  proxy.swallowAll();

  const mine = reading(bus, group);
  await until(() => mine.length > 0);
  const atHandOver = there.length;
  await until(async () => (await bus.lag(group, [group])).get(group) === 0);
  expect(there.length).toBe(atHandOver);
  expect(new Set([...there, ...mine]).size).toBe(400 * keys.length);
});
