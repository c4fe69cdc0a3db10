/** A town as processes of its services behind a gateway, on engines of its own, each of which may be killed. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type NativeEngine, startKafka, startPostgres, startRedis } from '@mulin/testing/engines';
import {
  type Environment,
  noLimits,
  runMulin,
  type RunningProgram,
  type RunningTown,
  runProgram,
  tokenBy,
} from '../running-town.js';

const serviceNames = ['intake', 'routing', 'sla-timer', 'mediation', 'feedback', 'audit', 'inbox'] as const;

/** Room for the connections of two processes of each service. */
const serverSettings = { max_connections: '200' };
const pool = '8';
const lookMs = 20;

/** One process of a service, or the gateway, whichever life it is in. */
type Instance = Readonly<{
  name: string;
  pid: () => number;
  /** SIGKILL; resolves when it has ended. */
  kill: () => Promise<void>;
  /** Again, at its address; resolves when `/health/ready` is 200. */
  restart: () => Promise<void>;
}>;

/** `Kafka` and `Redis` are there where the town stands on them. */
type Engines = Readonly<{ PostgreSQL: NativeEngine; Kafka?: NativeEngine; Redis?: NativeEngine }>;

export type SpreadTown = RunningTown &
  Readonly<{
    instances: readonly Instance[];
    engines: Engines;
    /** All that runs for it and is no PostgreSQL, for people, with its process. */
    processes: () => readonly Readonly<{ name: string; pid: number }>[];
  }>;

/** The same keys for all processes, as one gives them to many machines. */
const keys = (): Environment => ({
  MULIN_MASTER_KEY: randomBytes(32).toString('hex'),
  MULIN_LOCAL_KEY: randomBytes(32).toString('hex'),
  MULIN_SIGNING_KEY: JSON.stringify(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  ),
});

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );

const untilReady = async (url: string): Promise<void> => {
  while (!(await isReady(url))) await sleep(lookMs);
};

type Started = Instance & Readonly<{ service: string; url: string }>;

/** What is to be ended, the last first, also where the rest of it did not start. */
type Ends = (() => Promise<void>)[];

const endAll = async (ends: Ends): Promise<void> => {
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
};

const startInstance = async (
  ends: Ends,
  { service, name, env }: Readonly<{ service: string; name: string; env: Environment }>,
): Promise<Started> => {
  const home = mkdtempSync(path.join(tmpdir(), `mulin-bench-${service}-`));
  ends.push(async () => rmSync(home, { recursive: true, force: true }));
  const own = { ...env, MULIN_HOME: home, MULIN_PORT: String(await freePort()) };
  let now: RunningProgram = await runProgram(service, own);
  ends.push(() => now.end('SIGTERM'));
  await untilReady(now.url);
  return {
    service,
    name,
    url: now.url,
    pid: () => now.pid,
    kill: () => now.end('SIGKILL'),
    restart: async () => {
      now = await runProgram(service, own);
      await untilReady(now.url);
    },
  };
};

const startEngines = async (ends: Ends, isOnPostgresAlone: boolean): Promise<Engines> => {
  const started = async (starting: Promise<NativeEngine>): Promise<NativeEngine> => {
    const engine = await starting;
    ends.push(async () => engine.close());
    return engine;
  };
  const PostgreSQL = await started(startPostgres({ settings: serverSettings }));
  if (isOnPostgresAlone) return { PostgreSQL };
  return { PostgreSQL, Kafka: await started(startKafka()), Redis: await started(startRedis()) };
};

const environmentOf = (engines: Engines, pack: string | undefined): Environment => ({
  PATH: process.env['PATH'],
  ...keys(),
  DATABASE_URL: engines.PostgreSQL.url,
  ...(engines.Kafka === undefined ? {} : { KAFKA_BROKERS: engines.Kafka.url }),
  ...(engines.Redis === undefined ? {} : { REDIS_URL: engines.Redis.url }),
  ...(pack === undefined ? {} : { MULIN_PACK: pack }),
  MULIN_POOL: pool,
  ...noLimits,
});

/** One after the other: the first makes the tables, and all at once would keep each other from their engines. */
const startServices = async (ends: Ends, each: number, env: Environment): Promise<readonly Started[]> => {
  const services: Started[] = [];
  for (const service of serviceNames)
    for (let nth = 1; nth <= each; nth++) {
      const name = each === 1 ? service : `${service}-${nth}`;
      services.push(await startInstance(ends, { service, name, env }));
    }
  return services;
};

const addressesOf = (services: readonly Started[]): string =>
  serviceNames
    .map((name) => {
      const urls = services.filter(({ service }) => service === name).map(({ url }) => url);
      return `${name}=${urls.join('|')}`;
    })
    .join(',');

type Wanted = Readonly<{
  /** How many processes of each service. */
  each: number;
  /** Messages and alarms in PostgreSQL too. Default: on Kafka and Redis. */
  isOnPostgresAlone?: boolean;
  /** Default: the sample town. */
  pack?: string;
}>;

const opened = async (ends: Ends, { each, isOnPostgresAlone = false, pack }: Wanted): Promise<SpreadTown> => {
  const engines = await startEngines(ends, isOnPostgresAlone);
  const env = environmentOf(engines, pack);
  if (engines.Kafka !== undefined) {
    const { exit } = await runMulin(env, ['topics', 'apply']);
    if (exit !== 0) throw new Error('the topics were not made');
  }
  const services = await startServices(ends, each, env);
  const behind = { ...env, MULIN_SERVICES: addressesOf(services) };
  const gateway = await startInstance(ends, { service: 'gateway', name: 'gateway', env: behind });
  const instances = [...services, gateway];
  const mulin: RunningTown['mulin'] = (...args) => runMulin({ ...env, MULIN_URL: gateway.url }, args);
  const { PostgreSQL, ...others } = engines;
  return {
    url: gateway.url,
    databaseUrl: PostgreSQL.url,
    pids: () => instances.map(({ pid }) => pid()),
    instances,
    engines,
    processes: () =>
      [...instances, ...Object.entries(others).map(([name, { pid }]) => ({ name, pid }))].map(
        ({ name, pid }) => ({ name, pid: pid() }),
      ),
    mulin,
    token: (role) => tokenBy(mulin, role),
    stop: () => endAll(ends),
  };
};

/**
 * Starts engines, services and a gateway, each a process of its own, and resolves when all are ready. What has started
 * is ended where the rest does not.
 *
 * @throws `NoEngine` where an engine is not to be had.
 */
export const spreadTown = async (wanted: Wanted): Promise<SpreadTown> => {
  const ends: Ends = [];
  try {
    return await opened(ends, wanted);
  } catch (error) {
    await endAll(ends);
    throw error;
  }
};
