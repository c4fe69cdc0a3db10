/**
 * A town of real processes that is killed again and again while people take demands through the whole loop, and while
 * messages of what waits for them go out. They send again under the same key what was not answered; in the end every
 * accepted command has its effect once, and each message that was owed has come.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { eventsIn } from './copies.js';
import { type Client, openClient } from './killed-loop/client.js';
import { packOfLoops } from './killed-loop/pack.js';
import { openReceivers } from './killed-loop/receivers.js';
import { beginWork, statePreferences, untilAtRest } from './killed-loop/people.js';
import { faultsOfNotices, faultsOfStories, textsOf } from './killed-loop/reckoning.js';
import { clearAway, newFolder, newHome, patienceMs, startTown, type Town, until } from './real-town.js';

/** `KILLS=60` for a longer trial. */
const kills = Number(process.env['KILLS'] ?? 10);
jest.setTimeout(patienceMs + kills * 30_000);

const atOnce = 4;
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const folder = newFolder();
const pack = packOfLoops(folder);

let life = 0;
let town: Town;
let client: Client;
let receivers: Awaited<ReturnType<typeof openReceivers>>;
let redis: ChildProcess | null = null;
let env: Readonly<Record<string, string>> & Readonly<{ MULIN_HOME: string }>;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Where there is a Redis, jobs and alarms are in it. */
const jobsOfTest = async (): Promise<Readonly<Record<string, string>>> => {
  if (!hasRedis) return {};
  const port = await freePort();
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', newFolder()];
  redis = spawn('redis-server', [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  return { REDIS_URL: `redis://127.0.0.1:${port}` };
};

beforeAll(async () => {
  receivers = await openReceivers(() => life);
  env = {
    MULIN_HOME: newHome(),
    MULIN_PACK: pack,
    MULIN_SMTP_URL: receivers.smtpUrl,
    MULIN_SMTP_FROM: 'Mulin <mulin@mulin.example>',
    MULIN_WEBHOOKS: 'private',
    ...(await jobsOfTest()),
  };
  town = await startTown(env);
  const { json } = await town.mulin('token', '--role', 'operator', '--minutes', '600');
  client = openClient(town.url, String(json['token']));
  await statePreferences(client, { pack, webhookUrl: receivers.webhookUrl });
});
afterAll(async () => {
  await clearAway();
  redis?.kill('SIGKILL');
  await receivers.close();
});

/** At any moment once people get on with their work, also while it still takes in what it had not heard before. */
const killOnce = async (): Promise<void> => {
  const before = client.accepted();
  await until('people get on', client.accepted, (accepted) => accepted > before);
  await pause(randomInt(100, 3_500));
  const { port } = town;
  await town.kill('SIGKILL');
  life += 1;
  town = await startTown({ ...env, MULIN_PORT: port });
};

test('A town that is killed at work keeps whatever it accepted, does it once, and tells everybody whom it owed', async () => {
  const work = beginWork(client, atOnce);
  while (life < kills) await killOnce();
  const told = await work.finish();
  await untilAtRest(client, told);

  const copy = path.join(folder, 'everything.mulin');
  expect(await town.mulin('export', '--out', copy)).toMatchObject({ code: 0 });
  const events = eventsIn(copy);
  expect(textsOf(faultsOfStories(told, events))).toEqual([]);
  expect(textsOf(faultsOfNotices(events, receivers.arrivals))).toEqual([]);
  expect(receivers.arrivals.length).toBeGreaterThan(0);
  expect((await town.mulin('dead-letters', 'list')).json).toEqual({ items: [] });
  const ids = receivers.arrivals.map(({ id }) => id);
  process.stderr.write(
    `${kills} kills: ${told.length} demands, ${client.sentAgain()} requests sent again, ${new Set(ids).size} messages, ${ids.length - new Set(ids).size} of them twice\n`,
  );
});
