/** A town as processes of its services behind a gateway, on engines of its own, all of which may be made to fail. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type NativeEngine, startKafka, startPostgres, startRedis } from '@mulin/testing/engines';
import { fileURLToPath } from 'node:url';
import { type Environment, mulin } from '../journeys/real-town.js';
import { serviceNames } from '../journeys/service-processes.js';
import type { Chance } from '../journeys/whole-loop/chance.js';
import { type Instance, superviseInstance } from './instances.js';

/**
 * The clock of each process is wrong by so much at most, in milliseconds: as much as NTP leaves, and less than the
 * people here take for a demand. With more, one is closed by one clock before it was registered by another.
 */
const mostSkewMs = 100;
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
  engines: Readonly<Record<'PostgreSQL' | 'Redis' | 'Kafka', NativeEngine>>;
  /** The command line beside it. */
  mulin: (...args: readonly string[]) => ReturnType<typeof mulin>;
  close: () => Promise<void>;
}>;

type ChaosTownOptions = Readonly<{
  each: number;
  env: Environment;
  chance: Chance;
  kafka?: NativeEngine | undefined;
}>;

/**
 * @param options.each how many processes of each service there are.
 * @param options.env what all of them are told beside the addresses of the engines.
 * @param options.kafka one that is there already, which stays.
 */
export const openChaosTown = async (options: ChaosTownOptions): Promise<ChaosTown> => {
  const Kafka = options.kafka ?? (await startKafka());
  const [PostgreSQL, Redis] = await Promise.all([startPostgres(), startRedis()]);
  const common = {
    ...options.env,
    ...keys(),
    DATABASE_URL: PostgreSQL.url,
    REDIS_URL: Redis.url,
    KAFKA_BROKERS: Kafka.url,
    MULIN_POOL: '6',
  };
  const here = (url: string) => ({ ...common, MULIN_URL: url });
  expectDone(await mulin(common, 'topics', 'apply'));
  const start = (name: string, more: Environment = {}) =>
    superviseInstance(name, { ...common, ...skewed(options.chance), ...more });
  // The first makes the tables.
  const first = await start(serviceNames[0]);
  await first.ready();
  const others = serviceNames.flatMap((name, nth) =>
    Array.from({ length: options.each - (nth === 0 ? 1 : 0) }, () => name),
  );
  const services = [first, ...(await Promise.all(others.map((name) => start(name))))];
  const addresses = serviceNames.map((name) => {
    const urls = services.filter((it) => it.name === name).map(({ url }) => url);
    return `${name}=${urls.join('|')}`;
  });
  const gateway = await start('gateway', { MULIN_SERVICES: addresses.join(',') });
  for (const instance of [...services, gateway]) await instance.ready();
  return {
    url: gateway.url,
    instances: [...services, gateway],
    engines: { PostgreSQL, Redis, Kafka },
    mulin: (...args) => mulin(here(gateway.url), ...args),
    close: async () => {
      await Promise.all([...services, gateway].map(({ close }) => close()));
      const own = options.kafka === undefined ? [PostgreSQL, Redis, Kafka] : [PostgreSQL, Redis];
      await Promise.all(own.map(({ close }) => close()));
    },
  };
};

const expectDone = ({ code, err }: Awaited<ReturnType<typeof mulin>>): void => {
  if (code !== 0) throw new Error(`the topics were not made: ${err}`);
};
