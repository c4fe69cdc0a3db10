/** What goes through the gateway, before services of a few lines each; the whole of it: tests/journeys/service-processes. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type Area, instant } from '@mulin/kernel';
import { memoryPlatform, openService, readPack, type RunningApp } from '@mulin/service';
import { until } from '@mulin/testing';
import { fileURLToPath } from 'node:url';
import { forwardRoutes } from './forward.js';
import { instancesAt } from './instances.js';
import { serviceTable } from './service-table.js';

const small = readPack(fileURLToPath(new URL('../../../../infra/packs/small', import.meta.url)));
const { routes } = serviceTable(small);
const clerk = { id: 'clerk', role: 'hotline-clerk', area: 'mu' as Area } as const;

const servers: Server[] = [];
const apps: RunningApp[] = [];
afterEach(async () => {
  for (const { close } of apps.splice(0)) await close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const service = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** An address where nobody listens. */
const nobody = async (): Promise<string> => {
  const url = await service(() => undefined);
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  return url;
};

const gateway = async (...intake: readonly string[]): Promise<RunningApp> => {
  const { platform } = memoryPlatform({
    town: 'mu',
    zone: 'UTC',
    now: () => instant('2026-03-02T01:00:00Z'),
    accounts: { clerk },
  });
  const instances = instancesAt(
    new Map([
      ['intake', intake],
      ['audit', intake],
      ['inbox', intake],
    ]),
  );
  const forward = forwardRoutes({ routes, instances, log: platform.log });
  const app = await openService(platform, {
    modules: [],
    services: [],
    port: 0,
    server: { routes: forward },
  });
  apps.push(app);
  return app;
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

const post = (url: string, init: RequestInit = {}) =>
  fetch(`${url}/api/v1/cases?x=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': 'k' },
    body: '{"words": "dark"}',
    ...init,
  });

test('a request arrives as it was sent, and its answer comes back whole', async () => {
  const asked: { url?: string | undefined; body?: string; headers?: IncomingMessage['headers'] } = {};
  const url = await service((request, response) => {
    void textOf(request).then((body) => {
      Object.assign(asked, { url: request.url, body, headers: request.headers });
      response.writeHead(201, { 'content-type': 'application/json', 'mulin-position': 'intake:7' });
      response.end('{"number":"1"}');
    });
  });
  const { url: door } = await gateway(url);
  const answer = await post(door, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer clerk',
      'idempotency-key': 'k',
      'x-forwarded-for': '8.8.8.8',
      'x-forwarded-proto': 'https',
      forwarded: 'for=8.8.8.8',
      'mulin-internal': '1.2',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  });
  expect({ status: answer.status, body: await answer.json() }).toEqual({
    status: 201,
    body: { number: '1' },
  });
  expect(answer.headers.get('mulin-position')).toBe('intake:7');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(asked).toMatchObject({ url: '/api/v1/cases?x=1', body: '{"words": "dark"}' });
  expect(asked.headers).toMatchObject({
    authorization: 'Bearer clerk',
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': 'k',
    host: new URL(door).host,
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  expect(Object.keys(asked.headers ?? {})).not.toContain('mulin-internal');
  expect(Object.keys(asked.headers ?? {})).not.toContain('forwarded');
});

test('where one process is gone the next one is asked, for a change too: nobody has seen it yet', async () => {
  let seen = 0;
  const there = await service((request, response) => {
    void textOf(request).then(() => {
      seen += 1;
      response.writeHead(201).end('{}');
    });
  });
  const { url } = await gateway(await nobody(), there);
  const statuses = [];
  for (let time = 0; time < 4; time++) statuses.push((await post(url)).status);
  expect({ statuses, seen }).toEqual({ statuses: [201, 201, 201, 201], seen: 4 });
});

test('a change that somebody may have read is sent once, and a question is asked again', async () => {
  let seen = 0;
  const breaking = await service((request, response) => {
    void textOf(request).then(() => {
      seen += 1;
      response.destroy();
    });
  });
  const { url } = await gateway(breaking, breaking);
  const changed = await post(url, { headers: { 'accept-language': 'zh' } });
  expect({ status: changed.status, seen }).toEqual({ status: 503, seen: 1 });
  expect(await changed.json()).toMatchObject({
    code: 'service-unreachable',
    detail: '负责此项的服务暂时没有应答，请稍后再试；重发更改时请使用相同的 Idempotency-Key。',
  });
  const asked = await fetch(`${url}/api/v1/menu`);
  expect({ status: asked.status, seen }).toEqual({ status: 503, seen: 3 });
});

test('where nobody answers at all that is said in the language of the reader', async () => {
  const { url } = await gateway(await nobody());
  const answer = await post(url);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await answer.json()).toMatchObject({
    code: 'service-unreachable',
    detail: expect.stringMatching(/does not answer at the moment/),
  });
});

test('an answer of a service that refuses is not tried again', async () => {
  let seen = 0;
  const down = await service((_, response) => {
    seen += 1;
    response
      .writeHead(503, { 'retry-after': '2', 'content-type': 'application/problem+json' })
      .end('{"code":"try-again"}');
  });
  const { url } = await gateway(down);
  const answer = await fetch(`${url}/api/v1/menu`);
  expect({ status: answer.status, body: await answer.json(), seen }).toEqual({
    status: 503,
    body: { code: 'try-again' },
    seen: 1,
  });
});

test('a stream of events comes as it is sent, and ends when its reader goes', async () => {
  const stream: { send?: (text: string) => void; isOver?: boolean } = {};
  const url = await service((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('retry: 3000\n\n');
    stream.send = (text) => void response.write(text);
    response.once('close', () => (stream.isOver = true));
  });
  const { url: door } = await gateway(url);
  const going = new AbortController();
  const answer = await fetch(`${door}/api/v1/inbox/stream`, { signal: going.signal });
  const reader = answer.body?.getReader();
  const read = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await read()).toBe('retry: 3000\n\n');
  stream.send?.('data: 1\n\n');
  expect(await read()).toBe('data: 1\n\n');
  going.abort();
  await until(() => stream.isOver === true);
});

test('a stream of events ends with the gateway', async () => {
  const url = await service((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(':\n\n');
  });
  const { url: door, close } = await gateway(url);
  const answer = await fetch(`${door}/api/v1/inbox/stream`);
  await close();
  await expect(answer.text()).rejects.toThrow();
});

test('a body that is too large is refused at the door', async () => {
  const { url } = await gateway(await service((_, response) => void response.end()));
  const answer = await post(url, { body: `{"words":"${'a'.repeat(3 * 1024 * 1024)}"}` });
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  });
});

test('a path that leads elsewhere reaches no service', async () => {
  const { url } = await gateway(await service((_, response) => void response.end('secret')));
  for (const path of [
    '/api/v1/cases/..%2f..%2finternal',
    '/internal/v1/views/rebuild',
    '/api/v1/cases/%2e%2e',
  ])
    expect((await fetch(`${url}${path}`)).status).toBeGreaterThanOrEqual(400);
});

/** As a program writes it that tidies up no path. */
const raw = (url: string, target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', reject).on('close', () => resolve(answer));
  });

test.each([
  [
    'a backslash',
    '/api/v1/cases/x\\..\\..\\..\\..\\metrics',
    '/api/v1/cases/x%5C..%5C..%5C..%5C..%5Cmetrics',
  ],
  ['dots in a query', '/api/v1/cases?q=a/../b', '/api/v1/cases?q=a/../b'],
  ['its own host', 'http://localhost/api/v1/cases?q=1', '/api/v1/cases?q=1'],
])('a request whose address has %s reaches the route it names and no other', async (_, sent, asked) => {
  const reached: string[] = [];
  const { url } = await gateway(
    await service((request, response) => {
      reached.push(request.url ?? '');
      response.end('{}');
    }),
  );
  await raw(url, sent);
  expect(reached).toEqual([asked]);
});

test('each route of each service is there once, and is described', async () => {
  const { url } = await gateway(await service((_, response) => void response.end()));
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(names.length).toBe(new Set(names).size);
  expect(names.length).toBeGreaterThan(50);
  expect(url).toMatch(/^http/);
});
