/** A port of this machine that nobody listens on. */
import { createServer } from 'node:net';
import { NotHere } from './binaries.js';

const free = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });

/** The wished port if nobody else has it, else any that is free. */
export const freePort = async (wish: number): Promise<number> => {
  const port = (wish > 0 ? await free(wish) : null) ?? (await free(0));
  if (port === null)
    throw new NotHere({
      en: 'There is no free port on 127.0.0.1 for PostgreSQL.',
      zh: '127.0.0.1 上没有可供 PostgreSQL 使用的空闲端口。',
    });
  return port;
};
