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

const serviceNames = ['intake', 'routing', 'sla-timer', 'feedback', 'audit', 'inbox'] as const;

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

type Started = Instance & Readonly<{ service: string; url: string; stop: () => Promise<void> }>;

const startInstance = async (service: string, name: string, env: Environment): Promise<Started> => {
  const home = mkdtempSync(path.join(tmpdir(), `mulin-bench-${service}-`));
  const own = { ...env, MULIN_HOME: home, MULIN_PORT: String(await freePort()) };
  let now: RunningProgram = await runProgram(service, own);
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
    stop: async () => {
      await now.end('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
};

const startEngines = async (isOnPostgresAlone: boolean): Promise<Engines> => {
  const PostgreSQL = await startPostgres(serverSettings);
  if (isOnPostgresAlone) return { PostgreSQL };
  return { PostgreSQL, Kafka: await startKafka(), Redis: await startRedis() };
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

/** The first makes the tables, the others come together. */
const startServices = async (each: number, env: Environment): Promise<readonly Started[]> => {
  const start = (service: string, nth: number) =>
    startInstance(service, each === 1 ? service : `${service}-${nth + 1}`, env);
  const [first, ...others] = serviceNames.flatMap((service) =>
    Array.from({ length: each }, (_, nth) => () => start(service, nth)),
  );
  if (first === undefined) return [];
  const one = await first();
  await untilReady(one.url);
  return [one, ...(await Promise.all(others.map((begin) => begin())))];
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

/**
 * Starts engines, services and a gateway, each a process of its own, and resolves when all are ready.
 *
 * @throws `NoEngine` where an engine is not to be had.
 */
export const spreadTown = async ({ each, isOnPostgresAlone = false, pack }: Wanted): Promise<SpreadTown> => {
  const engines = await startEngines(isOnPostgresAlone);
  const env = environmentOf(engines, pack);
  if (engines.Kafka !== undefined) {
    const { exit } = await runMulin(env, ['topics', 'apply']);
    if (exit !== 0) throw new Error('the topics were not made');
  }
  const services = await startServices(each, env);
  const gateway = await startInstance('gateway', 'gateway', {
    ...env,
    MULIN_SERVICES: addressesOf(services),
  });
  const instances = [...services, gateway];
  for (const { url } of instances) await untilReady(url);
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
    stop: async () => {
      await Promise.all(instances.map(({ stop }) => stop()));
      await Promise.all([PostgreSQL, ...Object.values(others)].map(({ close }) => close()));
    },
  };
};
