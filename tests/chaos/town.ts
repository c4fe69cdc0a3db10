/** A town as processes of its services behind a gateway, on engines of its own, all of which may be made to fail. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type NativeEngine, startKafka, startPostgres, startRedis } from '@mulin/testing/engines';
import { fileURLToPath } from 'node:url';
import { type Environment, mulin } from '../journeys/real-town.js';
import { serviceNames } from '../journeys/service-processes.js';
import type { Chance } from '../journeys/whole-loop/chance.js';
import { type Instance, superviseInstance } from './instances.js';
import { type EngineName, engineNames, hostOf, lay, makeDoors } from './lines.js';

/** The clock of each process is wrong by so much at most, in milliseconds: more than people take for most steps. */
const mostSkewMs = 3_000;
/**
 * So far two clocks are apart at most. Of what is this near to a deadline, or to each other without one being the cause
 * of the other, nobody can say by these clocks what came first: nobody here does anything in that time.
 */
export const apartMs = 2 * mostSkewMs;
/** Little enough to be filled at once, and far more than a town needs in some minutes. */
const megabytes = { PostgreSQL: 400, Redis: 64, Kafka: 200 };
const skewing = fileURLToPath(new URL('skew.mjs', import.meta.url));

const skewed = (chance: Chance): Environment => ({
  NODE_OPTIONS: `--import ${skewing}`,
  MULIN_CHAOS_SKEW_MS: String(chance.oneOf([-1, -0.4, 0, 0.4, 1]) * mostSkewMs),
});

/** The same keys for all processes, as one gives them to many machines. */
const keys = (): Environment => ({
  MULIN_MASTER_KEY: randomBytes(32).toString('hex'),
  MULIN_LOCAL_KEY: randomBytes(32).toString('hex'),
  MULIN_SIGNING_KEY: JSON.stringify(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  ),
});

export type ChaosTown = Readonly<{
  /** Of its gateway. */
  url: string;
  instances: readonly Instance[];
  engines: Readonly<Record<EngineName, NativeEngine> & { Kafka: Awaited<ReturnType<typeof startKafka>> }>;
  /** Starts again whatever engine has ended by itself. */
  standUp: () => Promise<void>;
  /** The command line beside it. */
  mulin: (...args: readonly string[]) => ReturnType<typeof mulin>;
  close: () => Promise<void>;
}>;

type ChaosTownOptions = Readonly<{ each: number; env: Environment; chance: Chance }>;

/** Each with a small disk, and each process with a way of its own to each of them. */
const openEngines = async (processes: number) => {
  const doors = await makeDoors(processes);
  const inBroker = doors.map(({ port, proxy }) => ({ port, advertised: hostOf(proxy) }));
  const [Kafka, PostgreSQL, Redis] = await Promise.all([
    startKafka({}, { doors: inBroker, megabytes: megabytes.Kafka }),
    startPostgres({ megabytes: megabytes.PostgreSQL }),
    startRedis({ megabytes: megabytes.Redis }),
  ]);
  const left = [...doors];
  const layNext = () => {
    const door = left.shift();
    if (door === undefined) throw new Error('There are more processes than ways into Kafka.');
    return lay({ PostgreSQL: PostgreSQL.url, Redis: Redis.url }, door);
  };
  return { engines: { PostgreSQL, Redis, Kafka }, layNext };
};

type Start = (name: string, more?: Environment) => Promise<Instance>;

/** Of each service so many, and the gateway behind which they are; the first that is started makes the tables. */
const startAll = async (start: Start, each: number): Promise<Instance> => {
  const [maker] = serviceNames;
  const first = await start(maker);
  await first.ready();
  const others = serviceNames.flatMap((name) =>
    Array.from({ length: each - (name === maker ? 1 : 0) }, () => name),
  );
  const services = [first, ...(await Promise.all(others.map((name) => start(name))))];
  const addresses = serviceNames.map((name) => {
    const urls = services.filter((it) => it.name === name).map(({ url }) => url);
    return `${name}=${urls.join('|')}`;
  });
  const gateway = await start('gateway', { MULIN_SERVICES: addresses.join(',') });
  for (const instance of [...services, gateway]) await instance.ready();
  return gateway;
};

/**
 * Where it does not start, what had begun is ended.
 *
 * @param options.each how many processes of each service there are.
 * @param options.env what all of them are told beside the addresses of the engines.
 */
export const openChaosTown = async ({ each, env, chance }: ChaosTownOptions): Promise<ChaosTown> => {
  const { engines, layNext } = await openEngines(each * serviceNames.length + 1);
  const { PostgreSQL, Redis, Kafka } = engines;
  const addresses = { DATABASE_URL: PostgreSQL.url, REDIS_URL: Redis.url, KAFKA_BROKERS: Kafka.url };
  const common = { ...env, ...keys(), ...addresses, MULIN_POOL: '6' };
  const instances: Instance[] = [];
  const start: Start = async (name, more = {}) => {
    // Drawn at once, so that the order in which processes start is of no matter.
    const its = { ...common, ...skewed(chance), ...more };
    const instance = await superviseInstance(name, its, await layNext());
    instances.push(instance);
    return instance;
  };
  const close = async () => {
    await Promise.all(instances.map((instance) => instance.close()));
    await Promise.all(engineNames.map((name) => engines[name].close()));
  };
  try {
    expectDone(await mulin(common, 'topics', 'apply'));
    const { url } = await startAll(start, each);
    return {
      url,
      instances: byName(instances),
      engines,
      standUp: async () => {
        for (const name of engineNames) await engines[name].standUp();
      },
      mulin: (...args) => mulin({ ...common, MULIN_URL: url }, ...args),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** In an order that does not depend on which of them had its ports first. */
const byName = (instances: readonly Instance[]): readonly Instance[] => {
  const order = [...serviceNames, 'gateway'] as readonly string[];
  return [...instances].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
};

const expectDone = ({ code, err }: Awaited<ReturnType<typeof mulin>>): void => {
  if (code !== 0) throw new Error(`the topics were not made: ${err}`);
};
