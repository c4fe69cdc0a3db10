/** A network between a program and its server that can fall silent, or be cut: what it swallows is never answered. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A proxy that can stand still, as a network or a server does. */
export type TcpProxy = Readonly<{
  /** The address of the server behind it, by way of the proxy. */
  url: string;
  /** Forwards nothing more of the connections there are, and ends none of them; new ones are forwarded. */
  swallow: () => void;
  /** Forwards nothing at all, of connections that come as well, until `recover`. */
  swallowAll: () => void;
  /** What is new gets through again, and so does what was held back. */
  recover: () => void;
  /** Ends every connection as a server that dies does, and refuses new ones until `admit`; resolves when it does. */
  refuse: () => Promise<void>;
  /** Listens again, at the same address. */
  admit: () => Promise<void>;
  close: () => Promise<void>;
}>;

type Pair = Readonly<{ client: Socket; server: Socket }>;

const freeze = ({ client, server }: Pair) => {
  for (const socket of [client, server]) socket.unpipe().pause();
};

const thaw = ({ client, server }: Pair) => {
  client.pipe(server);
  server.pipe(client);
};

const againMs = 50;

/** At that port of the loopback, which a connection of somebody else may have as its own end for a moment. */
const listening = async (server: Server, port: number): Promise<void> => {
  for (;;) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return;
    } catch (error) {
      if (port === 0 || !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'))
        throw error;
      await pause(againMs);
    }
  }
};

const closed = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const gone = once(server, 'close');
  server.close();
  await gone;
};

/**
 * Stands before the server of this address.
 *
 * @param target a URL with a host and a port, of any scheme; nobody need listen there yet.
 */
export const tcpProxy = async (target: string): Promise<TcpProxy> => {
  const there = new URL(target);
  const pairs = new Set<Pair>();
  const swallowed = new Set<Pair>();
  let isSilent = false;

  const swallow = (pair: Pair) => {
    swallowed.add(pair);
    freeze(pair);
  };

  const end = (pair: Pair) => {
    pairs.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  };

  const reset = (pair: Pair) => {
    pairs.delete(pair);
    swallowed.delete(pair);
    pair.client.resetAndDestroy();
    pair.server.destroy();
  };

  const proxy = createServer((client) => {
    const pair = { client, server: connect(Number(there.port), there.hostname) };
    pairs.add(pair);
    // Nothing is heard of a side that ends while its connection is swallowed.
    const sideEnded = () => swallowed.has(pair) || end(pair);
    for (const socket of [client, pair.server]) socket.on('error', sideEnded).on('close', sideEnded);
    if (isSilent) swallow(pair);
    else thaw(pair);
  });
  await listening(proxy, 0);
  const { port } = proxy.address() as AddressInfo;
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;

  return {
    url: url.href,
    swallow: () => pairs.forEach(swallow),
    swallowAll: () => {
      isSilent = true;
      pairs.forEach(swallow);
    },
    recover: () => {
      isSilent = false;
      swallowed.clear();
      for (const pair of pairs) {
        if (pair.client.destroyed || pair.server.destroyed) end(pair);
        else thaw(pair);
      }
    },
    refuse: async () => {
      const stopped = closed(proxy);
      pairs.forEach(reset);
      await stopped;
    },
    admit: () => listening(proxy, port),
    close: async () => {
      const stopped = closed(proxy);
      pairs.forEach(end);
      await stopped;
    },
  };
};
