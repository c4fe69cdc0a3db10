import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { tcpProxy, type TcpProxy } from './tcp-proxy.js';

const opened: { proxy?: TcpProxy; echo?: Server } = {};
afterEach(async () => {
  await opened.proxy?.close();
  opened.echo?.close();
});

/** A server that says what it is told, behind a proxy. */
const begun = async (): Promise<TcpProxy> => {
  const echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket));
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const proxy = await tcpProxy(`tcp://127.0.0.1:${(echo.address() as AddressInfo).port}`);
  Object.assign(opened, { proxy, echo });
  return proxy;
};

const connected = async ({ url }: TcpProxy): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
};

const answered = async (socket: Socket): Promise<string> => {
  socket.write('there?');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return String(answer);
};

test('a connection that is cut ends with an error, new ones are refused, and then admitted at the same address', async () => {
  const proxy = await begun();
  const first = await connected(proxy);
  expect(await answered(first)).toBe('there?');

  const ended = once(first, 'error');
  await proxy.refuse();
  expect((await ended)[0]).toMatchObject({ code: 'ECONNRESET' });
  await expect(connected(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });

  await proxy.admit();
  const second = await connected(proxy);
  expect(await answered(second)).toBe('there?');
  second.destroy();
});

test('what is refused may be closed for good', async () => {
  const proxy = await begun();
  await proxy.refuse();
  await proxy.close();
  await expect(connected(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
