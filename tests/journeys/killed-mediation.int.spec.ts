/**
 * Mediation alone is killed again and again while people open quarrels, want them mediated, plan sessions, sign and
 * perform, and hold interview days; everything else goes on. What was not answered is sent again under the same key, and so
 * is some of what was answered: in the end every accepted command is on record once, nobody and no room is booked twice,
 * each deadline has rung once, and nobody was told twice.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import type { CopiedEvent } from './copies.js';
import type { Json } from './http.js';
import { type Client, openClient } from './killed-loop/client.js';
import { packOfQuarrels } from './killed-mediation/pack.js';
import { faultsOfQuarrels } from './killed-mediation/reckoning.js';
import { tellQuarrel, type Told } from './killed-mediation/stories.js';
import { clearAway, mulin, newFolder, patienceMs, until } from './real-town.js';
import { type Process, serviceNames, startProcess } from './service-processes.js';

/** `KILLS=60` for a longer trial. */
const kills = Number(process.env['KILLS'] ?? 4);
jest.setTimeout(patienceMs + kills * 30_000);

const atOnce = 4;
/** So many of the commands that were answered are sent once more all the same, as by a client that lost the answer. */
const echoed = 0.25;

/** So long a request is sent again. */
const answeredMs = 60_000;

const logs = ['mediation', 'sla_timer', 'inbox', 'audit'] as const;

let database: TestDatabase;
let env: Readonly<{ DATABASE_URL: string; MULIN_PACK: string }>;
let mediation: Process;
let operator: Readonly<{ MULIN_HOME: string; MULIN_URL: string; MULIN_PACK: string }>;
let client: Client;

type Row = Readonly<{
  id: string;
  position: string;
  stream: string;
  type: string;
  data: string;
  metadata: string;
}>;

const eventsOf = async (log: string): Promise<readonly CopiedEvent[]> => {
  const rows = await database.database.sql<Row>(
    `select id, position::text, stream, type, data, metadata from ${log}.facts order by facts.position`,
  );
  return rows.map(({ data, metadata, position, ...row }) => ({
    ...row,
    table: `${log}.facts`,
    position: Number(position),
    data: JSON.parse(data) as Json,
    metadata: JSON.parse(metadata) as Json,
  }));
};
const everything = async (): Promise<readonly CopiedEvent[]> =>
  (await Promise.all(logs.map(eventsOf))).flat();

/** Where nobody listens: no quarrel needs the services that stand here. */
const nowhere = 'http://127.0.0.1:9';

/** Those that have to do with quarrels, and the gateway before them. */
const startTown = async (): Promise<Process> => {
  mediation = await startProcess('mediation', env);
  const others = ['routing', 'sla-timer', 'audit', 'inbox'];
  const started = await Promise.all(others.map((name) => startProcess(name, env, mediation.home)));
  const urls = new Map([mediation, ...started].map(({ name, url }) => [name, url]));
  const services = serviceNames.map((name) => `${name}=${urls.get(name) ?? nowhere}`).join(',');
  return startProcess('gateway', { ...env, MULIN_SERVICES: services }, mediation.home);
};

beforeAll(async () => {
  database = await testDatabase();
  env = { DATABASE_URL: database.url, MULIN_PACK: packOfQuarrels(newFolder()) };
  const gateway = await startTown();
  operator = { MULIN_HOME: gateway.home, MULIN_URL: gateway.url, MULIN_PACK: env.MULIN_PACK };
  const { json } = await mulin(operator, 'token', '--role', 'operator', '--minutes', '600');
  client = openClient(gateway.url, String(json['token']), answeredMs, echoed);
  await until(
    'mediation knows who mediates',
    async () => (await eventsOf('mediation')).some(({ type }) => type === 'MediatorsPosted'),
    Boolean,
  );
});
afterAll(async () => {
  await clearAway();
  await database.drop();
});

/** Without a word, at any moment once people get on with their work; it starts again at the same address. */
const killOnce = async (): Promise<void> => {
  const before = client.accepted();
  await until('people get on', client.accepted, (accepted) => accepted > before);
  await pause(randomInt(100, 2_500));
  const { home, port, kill } = mediation;
  await kill('SIGKILL');
  mediation = await startProcess('mediation', { ...env, MULIN_HOME: home, MULIN_PORT: port });
};

test('Whatever mediation accepted is kept and done once, however often it is killed', async () => {
  const told: Told[] = [];
  let [begun, isOver] = [0, false];
  const worker = async (): Promise<void> => {
    try {
      while (!isOver) told.push(...(await tellQuarrel(client, begun++)));
    } finally {
      // One that fails ends the work of all.
      isOver = true;
    }
  };
  const work = Promise.all(Array.from({ length: atOnce }, worker));
  // Heard at the end; until then the kills go on.
  work.catch(() => undefined);
  for (let killed = 0; killed < kills; killed++) await killOnce();
  isOver = true;
  await work;

  const faults = await until(
    'everything has come to rest',
    async () => {
      await pause(250);
      return faultsOfQuarrels(told, await everything());
    },
    ({ length }) => length === 0,
    60_000,
  );
  expect(faults).toEqual([]);
  expect(told.length).toBeGreaterThan(kills);
  expect((await mulin(operator, 'dead-letters', 'list')).json).toEqual({ items: [] });
  process.stderr.write(
    `${kills} kills: ${told.length} quarrels, days and promises, ${client.accepted()} commands, ${client.sentAgain()} requests sent again\n`,
  );
});
