/** How long a town of two processes for each service needs after one of its processes or engines was killed. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@mulin/postgres';
import type { NativeEngine } from '@mulin/testing/engines';
import { type Client, httpClient } from '../http-client.js';
import { orNotMeasured } from '../not-measured.js';
import { packOfOneClock, placeInGrid } from '../storm.js';
import { busProbe } from './bus-probe.js';
import { type SpreadTown, spreadTown } from './town.js';

type Figures = Readonly<Record<string, number>>;

/** Enough for each of eight partitions to have some. */
const demands = 48;
const connections = 64;
const askAgainMs = 10;
/** So long an engine is away, and so long a town is left alone before the next kill. */
const awayMs = 2_000;
const restMs = 5_000;

/** In hours; demands are reported so long ago that they are due when they shall be. */
const clockHours = 0.02;
const hourMs = 3_600_000;
const alarms = 80;
const firstAlarmInMs = 8_000;
const betweenAlarmsMs = 250;

const secondsSince = (moment: number): number => (performance.now() - moment) / 1_000;

const demand = (reportedAt = new Date()) => ({
  menuItem: 'street-and-lighting',
  words: `Dark again: ${randomUUID()}`,
  place: placeInGrid,
  reportedAt: reportedAt.toISOString(),
});

/** Sends it again until it is accepted, as whoever sent it would. */
const register = async (client: Client, body = demand()): Promise<string> => {
  const key = randomUUID();
  for (;;) {
    const answer = await client('POST', '/api/v1/cases', body, key).catch(() => null);
    if (answer?.status === 201) return (answer.body as { caseId: string }).caseId;
    await sleep(askAgainMs);
  }
};

type Timeline = Readonly<{ clocks: readonly object[]; timeline: readonly { type: string }[] }>;

/** Offered by routing, its clock running by sla-timer, and both of it in audit's history. */
const untilHandled = async (client: Client, caseId: string): Promise<void> => {
  for (;;) {
    const answer = await client('GET', `/api/v1/timelines/${caseId}`).catch(() => null);
    if (answer?.status === 200) {
      const { clocks, timeline } = answer.body as Timeline;
      if (clocks.length > 0 && timeline.some(({ type }) => type.includes('order-'))) return;
    }
    await sleep(askAgainMs);
  }
};

const firstOf = (moments: readonly number[]): number => Math.min(...moments);
const lastOf = (moments: readonly number[]): number => Math.max(...moments);

/**
 * Demands that are sent at this moment.
 *
 * @returns in seconds since `moment`: the first accepted, the first handled by all services, and the last one handled,
 * for which somebody must have taken over every partition.
 */
const demandsSince = async (client: Client, moment: number) => {
  const accepted: number[] = [];
  const handled: number[] = [];
  const one = async () => {
    const caseId = await register(client);
    accepted.push(secondsSince(moment));
    await untilHandled(client, caseId);
    handled.push(secondsSince(moment));
  };
  await Promise.all(Array.from({ length: demands }, one));
  return { firstAccepted: firstOf(accepted), firstHandled: firstOf(handled), allHandled: lastOf(handled) };
};

/** One of the two is killed; the other does its work as well. */
const ofInstance = async (town: SpreadTown, client: Client, service: string): Promise<Figures> => {
  const instance = town.instances.find(({ name }) => name === `${service}-1`);
  if (instance === undefined) throw new Error(`no ${service} runs twice`);
  await instance.kill();
  const took = await demandsSince(client, performance.now());
  await instance.restart();
  return {
    [`recovery.${service}.firstAcceptedSeconds`]: took.firstAccepted,
    [`recovery.${service}.allHandledSeconds`]: took.allHandled,
  };
};

/** @returns when it was killed, and when it answered again, in milliseconds of `performance.now`. */
const killedAndBack = async (engine: NativeEngine) => {
  const killedAt = performance.now();
  await engine.kill();
  await sleep(awayMs);
  await engine.restart();
  return { killedAt, backAt: performance.now() };
};

const engineOf = (town: SpreadTown, name: 'Kafka' | 'Redis'): NativeEngine => {
  const engine = town.engines[name];
  if (engine === undefined) throw new Error(`this town has no ${name}`);
  return engine;
};

const ofKafka = async (town: SpreadTown, client: Client): Promise<Figures> => {
  const Kafka = engineOf(town, 'Kafka');
  const probe = await busProbe(Kafka.url);
  const { killedAt, backAt } = await killedAndBack(Kafka);
  const [sent, read, took] = await Promise.all([
    probe.firstSentAfter(backAt),
    probe.firstReadAfter(backAt),
    demandsSince(client, backAt),
  ]);
  await probe.close();
  return {
    'recovery.kafka.awaySeconds': (backAt - killedAt) / 1_000,
    'recovery.kafka.firstSentSeconds': (sent - backAt) / 1_000,
    'recovery.kafka.firstReadSeconds': (read - backAt) / 1_000,
    'recovery.kafka.firstHandledSeconds': took.firstHandled,
    'recovery.kafka.allHandledSeconds': took.allHandled,
  };
};

const ofPostgres = async (town: SpreadTown, client: Client): Promise<Figures> => {
  const { killedAt, backAt } = await killedAndBack(town.engines.PostgreSQL);
  const took = await demandsSince(client, backAt);
  return {
    'recovery.postgres.awaySeconds': (backAt - killedAt) / 1_000,
    'recovery.postgres.firstAcceptedSeconds': took.firstAccepted,
    'recovery.postgres.allHandledSeconds': took.allHandled,
  };
};

type Recorded = { first: string | null; missing: number };

/** Of the clocks of these cases: when the first was judged after a moment, and how many were not judged yet. */
const judged = async (url: string, caseIds: readonly string[], since: Date): Promise<Recorded> => {
  const database = await openDatabase({ url, max: 1 });
  try {
    const [found] = await database.sql<Recorded>(
      `select min(metadata::json ->> 'recordedAt') filter (where metadata::json ->> 'recordedAt' >= $1) as first,
         $2::int - count(*)::int as missing
       from sla_timer.facts where type = 'NoticeGiven' and stream = any ($3)`,
      [since.toISOString(), caseIds.length, caseIds.map((id) => `clocks-${id}`)],
    );
    return found ?? { first: null, missing: caseIds.length };
  } finally {
    await database.close();
  }
};

/** Demands whose clocks are due one after the other, before, while and after Redis is away. */
const ofRedis = async (town: SpreadTown, client: Client): Promise<Figures> => {
  const dueFrom = Date.now() + firstAlarmInMs;
  const reported = Array.from(
    { length: alarms },
    (_, nth) => new Date(dueFrom + nth * betweenAlarmsMs - clockHours * hourMs),
  );
  const caseIds = await Promise.all(reported.map((moment) => register(client, demand(moment))));
  await Promise.all(caseIds.map((id) => untilHandled(client, id)));
  await sleep(Math.max(0, dueFrom + 1_000 - Date.now()));
  const { killedAt, backAt } = await killedAndBack(engineOf(town, 'Redis'));
  const back = new Date();
  for (;;) {
    const { first, missing } = await judged(town.databaseUrl, caseIds, back);
    if (first !== null && missing <= 0)
      return {
        'recovery.redis.awaySeconds': (backAt - killedAt) / 1_000,
        'recovery.redis.firstAlarmSeconds': (Date.parse(first) - back.getTime()) / 1_000,
      };
    await sleep(200);
  }
};

/** What the same takes on this machine while nothing is killed. */
const ofNothing = async (_: SpreadTown, client: Client): Promise<Figures> => {
  const took = await demandsSince(client, performance.now());
  return {
    'recovery.nothing.firstAcceptedSeconds': took.firstAccepted,
    'recovery.nothing.allHandledSeconds': took.allHandled,
  };
};

const steps: readonly ((town: SpreadTown, client: Client) => Promise<Figures>)[] = [
  ofNothing,
  ...['intake', 'routing', 'sla-timer', 'audit'].map(
    (service) => (town: SpreadTown, client: Client) => ofInstance(town, client, service),
  ),
  ofKafka,
  ofRedis,
  ofPostgres,
];

const stepsIn = async (town: SpreadTown): Promise<Record<string, number>> => {
  const figures: Record<string, number> = {};
  try {
    const client = httpClient(town.url, await town.token('operator'), connections);
    await demandsSince(client, performance.now());
    for (const step of steps) {
      const found = await step(town, client);
      process.stderr.write(`  ${JSON.stringify(found)}\n`);
      Object.assign(figures, found);
      await sleep(restMs);
    }
    return figures;
  } finally {
    await town.stop();
  }
};

const recovered = async (): Promise<Record<string, number>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-recovery-'));
  try {
    return await stepsIn(await spreadTown({ each: 2, pack: packOfOneClock(folder, clockHours) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Kills one thing after the other. Of a process: seconds from its death to the first demand that is accepted, and until
 * 48 that were sent at once are handled, so that the survivor has all partitions. Of an engine: `awaySeconds` from its
 * death until it answers again, and from then on until the town and a bus of the bench do.
 */
export const recovery = (): Promise<Figures> => orNotMeasured('recovery', recovered);
