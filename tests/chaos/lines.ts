/** The connections of one process to each engine, by way of proxies of its own, so that they alone can be cut. */
import { freePort, tcpProxy, type TcpProxy } from '@mulin/testing/engines';
import type { Environment } from '../journeys/real-town.js';

/** What a town stands on. */
export const engineNames = ['PostgreSQL', 'Redis', 'Kafka'] as const;
export type EngineName = (typeof engineNames)[number];

/** Of one process. */
export type Lines = Readonly<Record<EngineName, TcpProxy>>;

/** The way into Kafka by which a broker sends its clients to a proxy. */
type Door = Readonly<{ port: number; proxy: TcpProxy }>;

/** Made before the broker, which must know the address of each proxy. */
export const makeDoors = (count: number): Promise<readonly Door[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const port = await freePort();
      return { port, proxy: await tcpProxy(`tcp://127.0.0.1:${port}`) };
    }),
  );

export const hostOf = ({ url }: TcpProxy): string => new URL(url).host;

/** @param urls of the engines themselves. */
export const lay = async (
  urls: Readonly<Record<'PostgreSQL' | 'Redis', string>>,
  { proxy }: Door,
): Promise<Lines> => ({
  PostgreSQL: await tcpProxy(urls.PostgreSQL),
  Redis: await tcpProxy(urls.Redis),
  Kafka: proxy,
});

/** What a process is told of its engines. */
export const addressesOf = ({ PostgreSQL, Redis, Kafka }: Lines): Environment => ({
  DATABASE_URL: PostgreSQL.url,
  REDIS_URL: Redis.url,
  KAFKA_BROKERS: hostOf(Kafka),
});

export const closeLines = async (lines: Lines): Promise<void> => {
  for (const name of engineNames) await lines[name].close();
};
