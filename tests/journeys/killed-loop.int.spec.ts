/**
 * A town of real processes that is killed again and again while people take demands through the whole loop, and while
 * messages of what waits for them go out. They send again under the same key what was not answered; in the end every
 * accepted command has its effect once, and each message that was owed has come.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { eventsIn } from './copies.js';
import { itemsOf, type Json } from './http.js';
import { type Client, openClient, type Person } from './killed-loop/client.js';
import { packOfLoops } from './killed-loop/pack.js';
import { openReceivers } from './killed-loop/receivers.js';
import { faultsOfNotices, faultsOfStories } from './killed-loop/reckoning.js';
import { tellStory, type Told } from './killed-loop/stories.js';
import { clearAway, newFolder, newHome, patienceMs, startTown, type Town, until } from './real-town.js';

/** `KILLS=60` for a longer trial. */
const kills = Number(process.env['KILLS'] ?? 10);
jest.setTimeout(patienceMs + kills * 30_000);

const atOnce = 4;
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const folder = newFolder();
const pack = packOfLoops(folder);
const operator: Person = { role: 'operator' };

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

type Duty = Readonly<{ account: string; role?: string }>;
/** Everybody of the roster: where somebody of a role works is in the name of the account. */
const peopleOfPack = (): readonly Person[] => {
  const rosters = JSON.parse(readFileSync(path.join(pack, 'rosters.json'), 'utf8')) as {
    members: readonly Duty[];
    leaders: readonly Duty[];
  };
  return [...rosters.members, ...rosters.leaders].map(({ account, role = 'grid-member' }) => ({
    account,
    role,
    area: account.slice(account.indexOf('@') + 1),
  }));
};

/** Everybody wants to be told by e-mail, and every other one by a webhook of their own, too. */
const statePreferences = async (): Promise<void> => {
  for (const [nth, person] of peopleOfPack().entries())
    await client.post(
      person,
      '/api/v1/inbox/preferences',
      {
        language: nth % 2 === 0 ? 'zh' : 'en',
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        from: '00:00',
        to: '24:00',
        email: `person-${nth}@mulin.example`,
        webhook: nth % 2 === 0 ? { url: `${receivers.webhookUrl}/person-${nth}` } : null,
      },
      'PUT',
    );
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
  await statePreferences();
});
afterAll(async () => {
  await clearAway();
  redis?.kill('SIGKILL');
  await receivers.close();
});

/** People at work, each with one demand after the other; `finish`: they take what they have begun to its end. */
const beginWork = () => {
  const told: Told[] = [];
  let begun = 0;
  let isOver = false;
  const worker = async (): Promise<void> => {
    while (!isOver) told.push(...(await tellStory(client, begun++)));
  };
  const all = Promise.all(Array.from({ length: atOnce }, worker));
  // Heard at the end; until then the kills go on.
  all.catch(() => undefined);
  return {
    finish: async (): Promise<readonly Told[]> => {
      isOver = true;
      await all;
      return told;
    },
  };
};

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

const untilAtRest = async (told: readonly Told[]): Promise<void> => {
  await until(
    'every demand is closed, everywhere',
    async () => itemsOf(await client.get(operator, '/api/v1/cases?limit=1&state=verified')).length,
    (left) => left === 0,
  );
  for (const { id } of told)
    await until(
      'audit has heard of the close',
      () => client.get({ role: 'auditor' }, `/api/v1/timelines/${id}`),
      ({ state }: Json) => state === 'closed',
    );
  await until(
    'every message is sent',
    async () => itemsOf(await client.get(operator, '/api/v1/deliveries?state=waiting')),
    (waiting) => waiting.length === 0,
  );
};

test('A town that is killed at work keeps whatever it accepted, does it once, and tells everybody whom it owed', async () => {
  const work = beginWork();
  while (life < kills) await killOnce();
  const told = await work.finish();
  await untilAtRest(told);

  const copy = path.join(folder, 'everything.mulin');
  expect(await town.mulin('export', '--out', copy)).toMatchObject({ code: 0 });
  const events = eventsIn(copy);
  expect(faultsOfStories(told, events)).toEqual([]);
  expect(faultsOfNotices(events, receivers.arrivals)).toEqual([]);
  expect(receivers.arrivals.length).toBeGreaterThan(0);
  expect((await town.mulin('dead-letters', 'list')).json).toEqual({ items: [] });
  const ids = receivers.arrivals.map(({ id }) => id);
  process.stderr.write(
    `${kills} kills: ${told.length} demands, ${client.sentAgain()} requests sent again, ${new Set(ids).size} messages, ${ids.length - new Set(ids).size} of them twice\n`,
  );
});
