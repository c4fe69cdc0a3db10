/** Engines in containers, through testcontainers. Images are named by the environment where the usual ones cannot be had. */
import { request } from 'node:http';
import process from 'node:process';
import type { StartedTestContainer } from 'testcontainers';
import { type Engine, type EngineKind, NoEngine } from './engine.js';
import { brokerSettings } from './kafka.js';
import { freePort } from './program.js';
import { redisSettings } from './redis.js';

const images: Readonly<Record<EngineKind, Readonly<{ variable: string; usual: string }>>> = {
  kafka: { variable: 'MULIN_KAFKA_IMAGE', usual: 'apache/kafka:4.3.1' },
  redis: { variable: 'MULIN_REDIS_IMAGE', usual: 'redis:7' },
  postgresql: { variable: 'MULIN_POSTGRES_IMAGE', usual: 'postgres:18' },
};

const imageOf = (kind: EngineKind): string => process.env[images[kind].variable] ?? images[kind].usual;

const usualSocket = '/var/run/docker.sock';
const patienceMs = 1_000;

const where = (): { socketPath: string } | { host: string; port: string } => {
  const named = process.env['DOCKER_HOST'] ?? `unix://${usualSocket}`;
  if (named.startsWith('unix://')) return { socketPath: named.slice('unix://'.length) };
  const { hostname, port } = new URL(named);
  return { host: hostname, port };
};

/** Whether a container engine answers at `DOCKER_HOST`, else at the usual socket. */
export const hasContainers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ ...where(), path: '/_ping', timeout: patienceMs }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.end();
  });

const atHost = (container: StartedTestContainer, port: number): string =>
  `${container.getHost()}:${container.getMappedPort(port)}`;

const inside = 9_092;
const controller = 9_093;

/** The properties of a broker as the image of Apache Kafka takes them. */
const asVariables = (settings: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      `KAFKA_${name.toUpperCase().replaceAll('.', '_')}`,
      value,
    ]),
  );

const startKafka = async () => {
  const { GenericContainer, Wait } = await import('testcontainers');
  // What a broker advertises must be known before it starts.
  const port = await freePort();
  const host = process.env['TESTCONTAINERS_HOST_OVERRIDE'] ?? '127.0.0.1';
  const settings = {
    ...brokerSettings(inside, controller, '/tmp/kafka-data', '0.0.0.0'),
    'advertised.listeners': `PLAINTEXT://${host}:${port}`,
    'controller.quorum.bootstrap.servers': `localhost:${controller}`,
    'controller.quorum.voters': `1@localhost:${controller}`,
  };
  const container = await new GenericContainer(imageOf('kafka'))
    .withEnvironment(asVariables(settings))
    .withExposedPorts({ container: inside, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { container, url: `${host}:${port}` };
};

const startRedis = async () => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(imageOf('redis'))
    .withCommand(['redis-server', '--protected-mode', 'no', ...redisSettings])
    .withExposedPorts(6_379)
    .withWaitStrategy(Wait.forLogMessage(/Ready to accept connections/i))
    .start();
  return { container, url: `redis://${atHost(container, 6_379)}` };
};

const startPostgres = async () => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = 'of-a-test';
  const container = await new GenericContainer(imageOf('postgresql'))
    .withEnvironment({ POSTGRES_PASSWORD: password })
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'])
    .withExposedPorts(5_432)
    // It starts twice: once for itself, to prepare its cluster.
    .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/, 2))
    .start();
  return { container, url: `postgres://postgres:${password}@${atHost(container, 5_432)}/postgres` };
};

const starters = { kafka: startKafka, redis: startRedis, postgresql: startPostgres };

/**
 * Starts an engine in a container. Images: `MULIN_KAFKA_IMAGE`, `MULIN_REDIS_IMAGE`, `MULIN_POSTGRES_IMAGE`, which must
 * take what the official ones take.
 *
 * @throws `NoEngine` where the container does not start, or its image cannot be had.
 */
export const startContainer = async (kind: EngineKind): Promise<Engine> => {
  try {
    const { container, url } = await starters[kind]();
    return { url, close: async () => void (await container.stop()) };
  } catch (error) {
    throw new NoEngine(
      `${imageOf(kind)} did not start as a container (${images[kind].variable} names another image): ${String(error)}`,
    );
  }
};
