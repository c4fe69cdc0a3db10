/** The one place that decides where a test gets an engine. */
import process from 'node:process';
import { hasContainers, startContainer } from './containers.js';
import { canHaveProgram } from './debian.js';
import { type Engine, type EngineKind, type NativeEngine, NoEngine } from './engine.js';
import { java, startKafka } from './kafka.js';
import { canHaveJars } from './kafka-jars.js';
import { startPostgres } from './postgresql.js';
import { redisServer, startRedis } from './redis.js';

const variables: Readonly<Record<EngineKind, string>> = {
  kafka: 'KAFKA_BROKERS',
  redis: 'REDIS_URL',
  postgresql: 'MULIN_TEST_DATABASE_URL',
};
const names: Readonly<Record<EngineKind, string>> = {
  kafka: 'Kafka',
  redis: 'Redis',
  postgresql: 'PostgreSQL',
};

const natives = {
  kafka: () => startKafka(),
  redis: () => startRedis(),
  postgresql: () => startPostgres(),
};

const canBeNative = (kind: EngineKind): boolean => {
  if (kind === 'kafka') return canHaveProgram(java) && canHaveJars();
  return kind === 'postgresql' || canHaveProgram(redisServer);
};

/** Where a test gets an engine, or why it gets none. */
export type Source =
  | Readonly<{ from: 'given' | 'container'; start: () => Promise<Engine> }>
  | Readonly<{ from: 'native'; start: () => Promise<NativeEngine> }>
  | Readonly<{ from: 'nowhere'; why: string }>;

const howToGet: Readonly<Record<EngineKind, string>> = {
  kafka:
    'install Java 17 and Maven (Debian: openjdk-17-jre-headless, maven), or name a Maven repository with MULIN_MAVEN_URL',
  redis: 'install redis-server',
  postgresql: 'run on a platform that the embedded PostgreSQL has binaries for',
};

/** A container that does not start, for want of its image or otherwise, is no reason to test nothing. */
const containerElseNative = (kind: EngineKind) => async (): Promise<Engine> => {
  try {
    return await startContainer(kind);
  } catch (error) {
    if (!(error instanceof NoEngine) || !canBeNative(kind)) throw error;
    process.stderr.write(`${error.message}\nA native program takes its place.\n`);
    return natives[kind]();
  }
};

const givenUrl = (kind: EngineKind): Source | null => {
  const url = process.env[variables[kind]];
  return url === undefined
    ? null
    : { from: 'given', start: async () => ({ url, close: async () => undefined }) };
};

const shared = async (kind: EngineKind): Promise<Source | null> =>
  givenUrl(kind) ??
  ((await hasContainers()) ? { from: 'container', start: containerElseNative(kind) } : null);

const native = (kind: EngineKind): Source | null =>
  canBeNative(kind) ? { from: 'native', start: natives[kind] } : null;

/**
 * Where an engine comes from, in this order: the address in the environment (`KAFKA_BROKERS`, `REDIS_URL`,
 * `MULIN_TEST_DATABASE_URL`); a container, where an engine for these answers (`DOCKER_HOST`); a native program, which on
 * Debian as root is installed; else nowhere. `MULIN_SKIP_ENGINES=1`: nowhere, on purpose.
 *
 * @param options.faults it will be killed and stopped, so that only a native program will do. Default: `false`.
 */
export const engineSource = async (kind: EngineKind, { faults = false } = {}): Promise<Source> => {
  if (process.env['MULIN_SKIP_ENGINES'] === '1') return { from: 'nowhere', why: 'MULIN_SKIP_ENGINES is set' };
  const found = (faults ? null : await shared(kind)) ?? native(kind);
  if (found !== null) return found;
  const given = faults ? '' : `set ${variables[kind]}, start a container engine, or `;
  return { from: 'nowhere', why: `there is no ${names[kind]} here: ${given}${howToGet[kind]}` };
};
