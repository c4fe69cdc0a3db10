/** A network between a program and its server that can fall silent: what it swallows is never answered. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

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

/** Stands before the server of this address. */
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

  const proxy = createServer((client) => {
    const pair = { client, server: connect(Number(there.port), there.hostname) };
    pairs.add(pair);
    // Nothing is heard of a side that ends while its connection is swallowed.
    const sideEnded = () => swallowed.has(pair) || end(pair);
    for (const socket of [client, pair.server]) socket.on('error', sideEnded).on('close', sideEnded);
    if (isSilent) swallow(pair);
    else thaw(pair);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
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
    close: async () => {
      pairs.forEach(end);
      proxy.close();
      await once(proxy, 'close');
    },
  };
};
