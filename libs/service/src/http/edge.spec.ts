/** What stands between a stranger and a route: headers, hosts, encodings, sizes, slow lines, a parser's refusals. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Area, instant } from '@mulin/kernel';
import { Module } from '@nestjs/common';
import { Body, Controller, HttpCode, Post } from './declared.js';
import { z } from 'zod';
import { memoryPlatform, openService, RequiresRight } from '../index.js';

const Letter = z.strictObject({ words: z.string() });

@Controller('letters')
class LettersController {
  @Post()
  @HttpCode(200)
  @RequiresRight('view.rebuild')
  take(@Body({ schema: Letter }) { words }: z.infer<typeof Letter>) {
    return { words };
  }
}

@Module({})
class LettersModule {}

/** Slow is soon, so that a test need not wait for it. */
const soonSlow = { headersMs: 300, requestMs: 600 };

const open = (slow: Partial<typeof soonSlow> = soonSlow) =>
  openService(
    memoryPlatform({
      town: 'mu',
      zone: 'UTC',
      now: () => instant('2026-03-02T01:00:00Z'),
      accounts: { op: { id: 'op', role: 'operator', area: 'mu' as Area } },
    }).platform,
    {
      modules: [{ module: LettersModule, controllers: [LettersController] }],
      services: [],
      port: 0,
      host: '0.0.0.0',
      server: { ...slow, hosts: ['town.example.org', 'mu.例子.cn'] },
    },
  );

let town: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  town = await open();
});
afterAll(() => town.close());

type Heard = Readonly<{ status: number; headers: ReadonlyMap<string, string>; text: string }>;

const heardIn = (said: string): Heard => {
  const [head = '', ...rest] = said.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { status: Number(first.split(' ')[1]), headers: new Map(headers), text: rest.join('\r\n\r\n') };
};

const connected = async (url = town.url): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
};

/** Exactly these bytes on a line of its own; what came back until the other side ended it. */
const raw = async (...pieces: readonly (string | Buffer)[]): Promise<Heard> =>
  rawOn(await connected(), ...pieces);

const rawOn = async (socket: Socket, ...pieces: readonly (string | Buffer)[]): Promise<Heard> => {
  let said = '';
  socket.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  await once(socket, 'close');
  return heardIn(said);
};

const problemIn = ({ status, text }: Heard) => ({ status, body: JSON.parse(text) as unknown });

const letter = (body: Buffer | string, type = 'application/json') =>
  fetch(`${town.url}/letters`, {
    method: 'POST',
    headers: { authorization: 'Bearer op', 'content-type': type },
    body,
  });

describe('Every answer', () => {
  test.each([
    ['a route', '/health/live', 200],
    ['no route', '/nowhere', 404],
    ['a refusal', '/letters/none', 404],
    ['an address that is none', '/%zz', 400],
    ['an address that is not UTF-8', '/health/live?q=%C4%E3', 400],
  ])('of %s has the headers that keep a browser safe, and is kept nowhere', async (_, path, status) => {
    const answer = await fetch(`${town.url}${path}`);
    expect(answer.status).toBe(status);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
});

describe('What is asked under another name', () => {
  const asking = (host: string) =>
    raw(`GET /health/live HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

  test.each([
    'localhost',
    '127.0.0.1:3110',
    '[::1]:3110',
    'LOCALHOST.',
    'town.example.org:443',
    'mu.xn--fsqu00a.cn',
  ])('%s is this town', async (host) => {
    expect((await asking(host)).status).toBe(200);
  });

  test.each(['evil.example.org', 'localhost.evil.example.org', '', 'a b'])('"%s" is not', async (host) => {
    const heard = await asking(host);
    expect(problemIn(heard)).toMatchObject({ status: 421, body: { code: 'host-not-known' } });
    expect(heard.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('the address at which it was reached is, as a probe of a cluster has it; another one is not', async () => {
    const port = new URL(town.url).port;
    const at = (address: string) => fetch(`http://${address}:${port}/health/live`);
    expect((await at('127.0.0.7')).status).toBe(200);
    expect(problemIn(await asking('127.0.0.8'))).toMatchObject({ status: 421 });
  });

  test('and neither is no name at all', async () => {
    const heard = await raw('GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(problemIn(heard)).toMatchObject({ status: 421, body: { code: 'host-not-known' } });
  });
});

describe('Text in another encoding is refused, and nothing of it is read as something else', () => {
  const words = '路灯坏了';
  const json = JSON.stringify({ words });
  const gbk = Buffer.concat([
    Buffer.from('{"words":"'),
    Buffer.from([0xc2, 0xb7, 0xb5, 0xc6, 0xbb, 0xb5, 0xc1, 0xcb]),
    Buffer.from('"}'),
  ]);

  test.each([
    ['GBK', gbk],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${json}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(json, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(json, 'utf16le').swap16()],
    ['UTF-8 that was cut off', Buffer.concat([Buffer.from(json).subarray(0, 14), Buffer.from('"}')])],
    ['Latin-1', Buffer.from('{"words":"caf\u00e9"}', 'latin1')],
    ['half a character of UTF-16 in UTF-8', Buffer.from('{"words":"\xed\xa0\x80"}', 'latin1')],
  ])('%s', async (_, body) => {
    const answer = await letter(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'not-utf-8' });
  });

  test.each(['gbk', 'utf-16', '"ISO-8859-1"'])('a body that is said to be %s', async (charset) => {
    const answer = await letter(json, `application/json; charset=${charset}`);
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ code: 'unsupported-charset' });
  });

  test.each(['application/json', 'application/json; charset=UTF-8', 'application/json;charset="utf8"'])(
    'but UTF-8 as %s is taken, with its mark or without',
    async (type) => {
      for (const body of [json, `\ufeff${json}`]) {
        const answer = await letter(Buffer.from(body), type);
        expect(await answer.json()).toEqual({ words });
      }
    },
  );
});

describe('A body that is too large', () => {
  // On a busy machine it takes longer than what is slow elsewhere here.
  let patient: typeof town;
  beforeAll(async () => {
    patient = await open({});
  });
  afterAll(() => patient.close());

  const size = 20_000_000;
  const head = (more: string) =>
    `POST /letters HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer op\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;
  const next = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';

  test.each([
    ['announced', head(`Content-Length: ${size}`), [Buffer.alloc(size, 32)]],
    [
      'in pieces',
      head('Transfer-Encoding: chunked'),
      [`${size.toString(16)}\r\n`, Buffer.alloc(size, 32), '\r\n0\r\n\r\n'],
    ],
  ])('%s is answered with 413, and the line is still good for the next request', async (_, first, body) => {
    const heard = await rawOn(await connected(patient.url), first, ...body, next);
    expect(heard.status).toBe(413);
    expect(heard.text).toContain('"code":"too-large"');
    expect(heard.text).toContain('{"live":true}');
  });

  test('is refused before it is sent, where its sender waits for a word', async () => {
    const socket = await connected();
    socket.write(head(`Content-Length: ${size}\r\nExpect: 100-continue`));
    const [said] = (await once(socket, 'data')) as [Buffer];
    const { status, headers } = heardIn(said.toString());
    expect([status, headers.get('connection')]).toEqual([413, 'close']);
    // What the sender sends all the same is never read as its next request: the other side is gone.
    await once(socket, 'end');
    socket.destroy();
  });

  test('and one of a right size is waited for', async () => {
    const socket = await connected();
    socket.write(head('Content-Length: 13\r\nExpect: 100-continue'));
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(heardIn(said.toString()).status).toBe(100);
    socket.write('{"words":"x"}');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(heardIn(answer.toString()).status).toBe(200);
    socket.destroy();
  });
});

describe('A line that is slow is cut off, and told why', () => {
  test.each([
    ['in its headers', 'POST /letters HTTP/1.1\r\nHost: localhost\r\n'],
    [
      'in its body',
      'POST /letters HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer op\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{',
    ],
  ])('%s', async (_, said) => {
    expect(problemIn(await raw(said))).toMatchObject({ status: 408, body: { code: 'too-slow' } });
  });
});

describe('What the parser refuses is problem details', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'malformed'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n', 400, 'malformed'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'malformed',
    ],
    [
      'headers too large',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'an expectation',
      'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: tea\r\nConnection: close\r\n\r\n',
      417,
      'expectation-not-known',
    ],
  ])('%s', async (_, said, status, code) => {
    const heard = await raw(said);
    expect(problemIn(heard)).toMatchObject({
      status,
      body: { status, code, detail: expect.stringMatching(/\.$/) },
    });
    expect(heard.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(heard.headers.get('x-content-type-options')).toBe('nosniff');
    expect(heard.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
