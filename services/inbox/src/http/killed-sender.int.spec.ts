/** A town that is killed while it sends: nothing that is owed is lost, and what was under way comes twice, under the same id. */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { sample, testDatabase, until } from '@mulin/testing';
import type { SenderSettings, SenderStarted, ToPublish } from './killed-sender.testing.js';
import { mailServer } from './receivers.testing.js';

jest.setTimeout(180_000);
const limitMs = 90_000;

const program = fileURLToPath(new URL('./killed-sender.testing.ts', import.meta.url));
const sources = new URL('../../../../infra/scripts/run-sources.mjs', import.meta.url).href;
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

const lying = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';
const members = ['li', 'wang', 'zhao', 'qian', 'sun'];
const accounts: SenderSettings['accounts'] = {
  ...Object.fromEntries(members.map((id) => [id, { role: 'grid-member', area: lying } as const])),
  operator: { role: 'operator', area: 'meixi' },
};

const cleanUps: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const folderOfTest = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-sender-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve(),
  );

const killed = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await ended(child);
};

/** A Redis that keeps nothing on disk: started again, it has lost every job. */
const redisOfTest = async () => {
  const [port, dir] = [await freePort(), folderOfTest()];
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', dir];
  const start = () =>
    spawn('redis-server', [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  let server = start();
  cleanUps.push(() => killed(server));
  return {
    url: `redis://127.0.0.1:${port}`,
    loseEverything: async () => {
      await killed(server);
      server = start();
    },
  };
};

type Sender = SenderStarted & Readonly<{ child: ChildProcess }>;

const startSender = async (settings: SenderSettings): Promise<Sender> => {
  const child = fork(program, [JSON.stringify(settings)], {
    execArgv: ['--no-warnings', '--conditions=source', '--import', sources],
  });
  cleanUps.push(() => killed(child));
  const started = await new Promise<SenderStarted>((resolve, reject) => {
    child.once('message', (said) => resolve(said as SenderStarted)); // the only thing it says
    child.once('exit', () => reject(new Error('the sender ended before it was there')));
  });
  return { ...started, child };
};

const ask = async ({ url, tokens }: Sender, who: string, route: string, body?: object) => {
  const response = await fetch(`${url}/api/v1${route}`, {
    method: body === undefined ? 'GET' : 'PUT',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      'content-type': 'application/json',
      'idempotency-key': `of ${who}`,
    },
  });
  return { status: response.status, body: (await response.json()) as { items?: readonly Row[] } };
};

type Row = Readonly<{ id: string; account: string; state: string }>;

const offer = ({ child }: Sender, member: string): void => {
  const nth = members.indexOf(member);
  const subject = `7fec1ca5-f649-86b9-bbfb-${String(nth).padStart(12, '0')}`;
  const told = sample('routing.order-offered.v1');
  const event = {
    ...told,
    id: `7a6b1c9e-2f64-4a0e-9e64-${String(nth).padStart(12, '0')}`,
    subject,
    data: { ...(told['data'] as object), cycle: 1, leg: 1, member, area: lying, alsoAsked: [] },
  };
  const asked: ToPublish = {
    topic: 'mulin.routing',
    message: { key: subject, value: JSON.stringify(event) },
  };
  child.send(asked);
};

const preferences = (email: string) => ({ language: 'en', from: '00:00', to: '24:00', email, webhook: null });

const ledger = async (sender: Sender): Promise<readonly Row[]> =>
  (await ask(sender, 'operator', '/deliveries?limit=500')).body.items ?? [];

const killWhileSending = async (redis: Awaited<ReturnType<typeof redisOfTest>> | undefined) => {
  const [database, mail] = [await testDatabase(), await mailServer()];
  cleanUps.push(database.drop, mail.close);
  const settings = {
    databaseUrl: database.url,
    keys: folderOfTest(),
    smtpUrl: mail.url,
    redisUrl: redis?.url,
    accounts,
  };

  const first = await startSender(settings);
  for (const member of members)
    expect(
      (await ask(first, member, '/inbox/preferences', preferences(`${member}@meixi.example`))).status,
    ).toBe(200);
  // The server takes the first message, and does not say so.
  mail.holdReplies();
  members.forEach((member) => offer(first, member));
  await until(() => mail.mails.length > 0, Boolean, limitMs);
  await until(
    () => ledger(first),
    (rows) => rows.length === members.length,
    limitMs,
  );
  await killed(first.child);
  const underWay = mail.mails.map(({ headers }) => headers.get('message-id'));
  await redis?.loseEverything();
  mail.releaseReplies();

  const second = await startSender(settings);
  const rows = await until(
    () => ledger(second),
    (all) => all.length === members.length && all.every(({ state }) => state === 'sent'),
    limitMs,
  );
  const came = mail.mails.map(({ headers }) => headers.get('message-id'));
  return { rows, came, underWay };
};

const expectNothingLost = ({ rows, came, underWay }: Awaited<ReturnType<typeof killWhileSending>>) => {
  expect(rows.map(({ account }) => account).sort()).toEqual([...members].sort());
  const owed = rows.map(({ id }) => `<${id}@meixi.example>`).sort();
  expect([...new Set(came)].sort()).toEqual(owed);
  // What had come before the kill, and nobody knew of, comes once more, and nothing else does.
  expect(underWay.length).toBeGreaterThan(0);
  const twice = came.filter((id, place) => came.indexOf(id) !== place);
  expect([...twice].sort()).toEqual([...underWay].sort());
};

describe('A town that is killed between sending a message and recording it', () => {
  test('sends it once more, under the same id, and loses none that is owed', async () => {
    expectNothingLost(await killWhileSending(undefined));
  });

  (hasRedis ? test : test.skip)(
    'does so on Redis, which has lost all jobs meanwhile (skipped without a redis-server)',
    async () => {
      expectNothingLost(await killWhileSending(await redisOfTest()));
    },
  );
});
