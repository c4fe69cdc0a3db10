/** Connections of the library, as the town's access says. */
import { isIP } from 'node:net';
import type { KafkaAccess, KafkaOptions } from '../client.js';
import { connectMs } from '../timing.js';
import type { Broker, Connection, ConnectionPool, Library } from './protocol.js';

const brokerOf = (address: string): Broker => {
  const [host = '', port = ''] = address.split(':');
  return { host, port: Number(port) };
};

const mechanisms = { plain: 'PLAIN', 'scram-sha-512': 'SCRAM-SHA-512' } as const;

const accessOf = ({ tls, sasl }: KafkaAccess, brokers: readonly Broker[]) => ({
  ...(tls === undefined
    ? {}
    : {
        tls: tls.ca === undefined ? {} : { ca: [tls.ca] },
        // An address has no name by which a proxy could know it.
        tlsServerName: brokers.every(({ host }) => isIP(host) === 0),
      }),
  ...(sasl === undefined ? {} : { sasl: { ...sasl, mechanism: mechanisms[sasl.mechanism] } }),
});

/** Connections for one kind of request. */
export type Connections = Readonly<{
  /** To some broker; to another one each time `pass` was called. */
  any: () => Promise<Connection>;
  /** These there are as well, besides those that were named. */
  learn: (brokers: readonly Broker[]) => void;
  to: (broker: Broker) => Promise<Connection>;
  /** The broker that was asked last does not answer. */
  pass: () => void;
  /** Ends them at once; what was asked on them rejects. */
  close: () => void;
}>;

/** @param requestMs how long an answer is waited for, in milliseconds; its connection is given up then. */
export const connectionsOf = (
  { ConnectionPool }: Library,
  { brokers: addresses, access = {}, onSocket }: KafkaOptions,
  requestMs: number,
): Connections => {
  const named = addresses.map(brokerOf);
  let brokers = named;
  const pool: ConnectionPool = new ConnectionPool('mulin', {
    connectTimeout: connectMs,
    requestTimeout: requestMs,
    ...accessOf(access, named),
  });
  pool.on('connecting', ({ connection }) => {
    // Whoever uses it hears of it; an error that nobody listened to would end the process.
    connection.on('error', () => undefined);
    connection.on('connect', () => connection.socket && onSocket?.(connection.socket));
  });
  let turn = 0;
  return {
    any: () => {
      const first = turn % brokers.length;
      return pool.getFirstAvailable([...brokers.slice(first), ...brokers.slice(0, first)]);
    },
    learn: (found) => {
      const isNamed = (it: Broker) => named.some(({ host, port }) => host === it.host && port === it.port);
      brokers = [...named, ...found.filter((it) => !isNamed(it))];
    },
    to: (broker) => pool.get(broker),
    pass: () => void turn++,
    close: () => {
      const open = [...pool].map(([, connection]) => connection.socket);
      pool.close().catch(() => undefined);
      // A broker that stands still would keep it open for as long as it does.
      for (const socket of open) socket?.destroy();
    },
  };
};
