import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Area,
  Busy,
  type Decider,
  hashOf,
  instant,
  newCorrelation,
  Rejection,
  rolesWith,
  Unavailable,
  unreachable,
  uuidOf,
  WrongExpectedRevision,
} from '@mulin/kernel';
import { Inject, Module } from '@nestjs/common';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from './declared.js';
import { z } from 'zod';
import {
  answer,
  CommandContext,
  CurrentActor,
  instrumentedHandler,
  Language,
  RequiresRight,
  memoryPlatform,
  assertWithinArea,
  Public,
  openService,
  type Platform,
  PLATFORM,
  hostService,
  type ServerOptions,
} from '../index.js';

type Lit = Readonly<
  { type: 'LampLit'; data: { watts: number } } | { type: 'LampPutOut'; data: { watts: null } }
>;
const lamps: Decider<{ watts: number | null }, Lit> = {
  category: 'lamp',
  initial: { watts: null },
  evolve: (_, { type, data }) => {
    switch (type) {
      case 'LampLit':
      case 'LampPutOut':
        return data;
      default:
        return unreachable(type);
    }
  },
};

const LightLamp = z.strictObject({
  watts: z.int().min(1).max(1_000),
  colour: z.enum(['warm', 'cold']).optional(),
  note: z.string().optional(),
  nest: z.unknown().optional(),
});

const Where = z.strictObject({ area: z.string() });

@Controller('lamps')
class LampsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Post(':name')
  @RequiresRight('order.list')
  async light(
    @CommandContext() asked: CommandContext,
    @Param('name', { schema: z.string().max(20) }) name: string,
    @Body({ schema: LightLamp }) { watts }: z.infer<typeof LightLamp>,
  ) {
    const handle = instrumentedHandler(this.platform, 'lighting', lamps);
    const { position, revision } = await handle(
      name,
      (state) => (state.watts === watts ? [] : [{ type: 'LampLit', data: { watts } }]),
      asked.context,
      asked,
    );
    return answer(
      { id: asked.id, language: asked.language },
      { position: { service: 'lighting', position }, revision, status: 201 },
    );
  }

  @Get('where')
  @RequiresRight('order.take')
  where(
    @CurrentActor() actor: Parameters<typeof assertWithinArea>[0],
    @Query({ schema: Where }) { area }: z.infer<typeof Where>,
  ) {
    assertWithinArea(actor, area);
    return { area };
  }

  @Get('language')
  @Public()
  language(@Language() language: string) {
    return { language };
  }

  @Get('posts')
  @Public()
  posts() {
    return answer({ posts: ['a', 'b'] }, { cachedFor: 3_600 });
  }

  @Get('closed')
  closed() {
    return {};
  }

  @Post('empty/out')
  @HttpCode(200)
  @RequiresRight('view.rebuild')
  out(@CommandContext() _: CommandContext) {
    return {};
  }

  @Post('sum')
  @HttpCode(200)
  @RequiresRight('view.rebuild')
  sum() {
    return {};
  }

  @Get('broken')
  @Public()
  broken() {
    throw new TypeError('of Zhang San, 13800138000');
  }

  @Get('dark')
  @Public()
  dark() {
    throw new Unavailable('connection refused');
  }

  @Get('crowded')
  @Public()
  crowded() {
    throw new Busy('lamp-a was written by others');
  }

  @Get('overtaken')
  @Public()
  overtaken() {
    throw new WrongExpectedRevision('lamp-a', 3);
  }

  @Get('gone')
  @Public()
  gone() {
    throw new Rejection('lamp-not-found', { en: 'There is no such lamp.', zh: '没有这盏灯。' }, 'unknown');
  }
}

const LIGHTING = Symbol('lighting');
@Module({})
class LightingModule {}

const clerk = { id: 'li-wei', role: 'grid-member', area: 'mu/east' as Area } as const;
const opened = async (server: ServerOptions = {}) => {
  const memory = memoryPlatform({
    town: 'mu',
    zone: 'Asia/Shanghai',
    now: () => instant('2026-03-02T01:00:00Z'),
    accounts: {
      op: { id: 'op', role: 'operator', area: 'mu' as Area },
      li: clerk,
      out: { id: 'out', role: 'resident', area: 'mu' as Area },
    },
  });
  const strategy = () =>
    hostService(memory.platform, { name: 'lighting', publish: () => null, subscribesTo: [], reactions: [] });
  const { url, close } = await openService(memory.platform, {
    modules: [
      {
        module: LightingModule,
        controllers: [LampsController],
        providers: [{ provide: LIGHTING, useFactory: strategy }],
      },
    ],
    services: [LIGHTING],
    port: 0,
    server,
  });

  const call = async (method: string, path: string, headers: object = {}, body?: string) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type')?.split(';')[0];
    const json = type?.endsWith('json') === true ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, type, text, body: json, headers: response.headers };
  };
  const json = { 'content-type': 'application/json' };
  let keys = 0;
  const post = (token: string, path: string, body: unknown, headers: object = {}) =>
    call(
      'POST',
      path,
      { authorization: `Bearer ${token}`, 'idempotency-key': `k${++keys}`, ...json, ...headers },
      typeof body === 'string' ? body : JSON.stringify(body),
    );
  return { ...memory, call, post, close };
};

let shell: Awaited<ReturnType<typeof opened>>;
beforeAll(async () => {
  shell = await opened();
});
afterAll(() => shell.close());

describe('What is the same for all', () => {
  test('may be kept for a while, and is not sent again to whoever has it', async () => {
    const first = await shell.call('GET', '/lamps/posts');
    expect(first).toMatchObject({ status: 200, type: 'application/json', body: { posts: ['a', 'b'] } });
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{43}"$/);

    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*'])
      expect(await shell.call('GET', '/lamps/posts', { 'if-none-match': known })).toMatchObject({
        status: 304,
        text: '',
      });
    expect(await shell.call('GET', '/lamps/posts', { 'if-none-match': '"other"' })).toMatchObject({
      status: 200,
    });
  });
});

describe('A command', () => {
  test('is answered with where its event stands, and which version it made', async () => {
    const { status, headers, body } = await shell.post('op', '/lamps/a', { watts: 5 });
    expect({ status, position: headers.get('mulin-position'), etag: headers.get('etag') }).toEqual({
      status: 201,
      position: 'lighting:1',
      etag: '"0"',
    });
    expect(body).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/), language: 'en' });
  });

  test('sent again under its key is the same command, and another one under that key is refused', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await shell.post('op', '/lamps/b', { watts: 5 }, key);
    const again = await shell.post('op', '/lamps/b', { watts: 5 }, key);
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([201, first.body, '"0"']);

    const other = await shell.post('op', '/lamps/b', { watts: 6 }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'same-id-other-content' } });
  });

  test('leaves no hash on record that its content could be guessed by', async () => {
    await shell.post('op', '/lamps/hashed', { watts: 5 });
    const [event] = await shell.platform.eventStore('lighting').readStream('lamp-hashed');
    expect(event?.metadata.bodyHash).toMatch(/^hmac:[\da-f]{64}$/);
    expect(event?.metadata.bodyHash).not.toContain(await hashOf({ watts: 5 }));
  });

  test('that an older town recorded, with a bare hash, is known again under its key', async () => {
    const id = await uuidOf('mu', 'op', 'POST /lamps/older', 'before');
    const metadata = newCorrelation({ id, town: 'mu', actor: 'op', bodyHash: await hashOf({ watts: 5 }) });
    const lit = { id: await uuidOf(id), type: 'LampLit', data: { watts: 5 }, metadata };
    await shell.platform
      .eventStore('lighting')
      .appendToStream('lamp-older', [lit], { expectedRevision: 'any' });
    const key = { 'idempotency-key': 'before' };
    const again = await shell.post('op', '/lamps/older', { watts: 5 }, key);
    expect([again.status, again.headers.get('etag')]).toEqual([201, '"0"']);
    expect((await shell.post('op', '/lamps/older', { watts: 6 }, key)).status).toBe(422);
  });

  test('under the same key of somebody else is another command', async () => {
    const key = { 'idempotency-key': 'mine' };
    const one = await shell.post('op', '/lamps/c', { watts: 5 }, key);
    const other = await shell.post('li', '/lamps/c', { watts: 5 }, key);
    expect(other.status).toBe(201);
    expect(other.body['id']).not.toBe(one.body['id']);
  });

  test('with If-Match is done on that version only', async () => {
    await shell.post('op', '/lamps/d', { watts: 5 });
    const stale = await shell.post('op', '/lamps/d', { watts: 6 }, { 'if-match': '"7"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale-version' } });
    const fresh = await shell.post('op', '/lamps/d', { watts: 6 }, { 'if-match': '"0"' });
    expect(fresh.headers.get('etag')).toBe('"1"');
  });

  test('that says it all by its name needs no body', async () => {
    const headers = { authorization: 'Bearer op', 'idempotency-key': 'empty' };
    expect(await shell.call('POST', '/lamps/empty/out', headers)).toMatchObject({ status: 200 });
  });

  test('carries the trace it came with, and leaves a line in the log that names nobody', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await shell.post('op', '/lamps/traced', { watts: 5 }, { traceparent });
    const [event] = await shell.platform.eventStore('lighting').readStream('lamp-traced');
    expect(event?.metadata).toMatchObject({ town: 'mu', actor: 'op', traceparent });

    const { line } = shell.said().findLast(({ message }) => message === 'decision') ?? { line: {} };
    expect(line).toMatchObject({ service: 'lighting', subject: 'traced', outcome: 'recorded 1' });
  });
});

describe('Every "no" is problem details with a stable code', () => {
  const lamp = '/lamps/x';
  const deep = `{"watts":1,"nest":${'['.repeat(40)}${']'.repeat(40)}}`;
  test.each([
    ['not JSON', 'op', lamp, '{', {}, 400, 'malformed-json'],
    ['not by its schema', 'op', lamp, { watts: 0 }, {}, 400, 'malformed'],
    ['a field nobody asked for', 'op', lamp, { watts: 1, hue: 2 }, {}, 400, 'malformed'],
    ['NUL in a text', 'op', lamp, { watts: 1, note: 'a\0b' }, {}, 400, 'nul-in-text'],
    ['half a character', 'op', lamp, '{"watts":1,"note":"\\ud800"}', {}, 400, 'broken-text'],
    ['too deep', 'op', lamp, deep, {}, 400, 'too-deep'],
    ['a poisoned name', 'op', lamp, '{"__proto__":{}}', {}, 400, 'malformed'],
    ['NUL in the address', 'op', '/lamps/a%00b', { watts: 1 }, {}, 400, 'nul-in-text'],
    ['a broken address', 'op', '/lamps/%zz', { watts: 1 }, {}, 400, 'malformed'],
    ['a name that is too long', 'op', `/lamps/${'a'.repeat(21)}`, { watts: 1 }, {}, 400, 'malformed'],
    ['no key', 'op', lamp, { watts: 1 }, { 'idempotency-key': ' ' }, 400, 'idempotency-key-missing'],
    [
      'a key too long',
      'op',
      lamp,
      {},
      { 'idempotency-key': 'k'.repeat(201) },
      400,
      'idempotency-key-too-long',
    ],
    ['a version that is none', 'op', lamp, { watts: 1 }, { 'if-match': '7' }, 400, 'if-match-malformed'],
    ['nobody’s token', 'eve', lamp, { watts: 1 }, {}, 401, 'not-signed-in'],
    ['a token in another form', 'eve', lamp, {}, { authorization: 'Basic b3A=' }, 401, 'not-signed-in'],
    ['not theirs to do', 'out', lamp, { watts: 1 }, {}, 403, 'not-allowed'],
    ['no such address', 'op', '/lamp', { watts: 1 }, {}, 404, 'no-such-route'],
    ['another method', 'op', '/lamps', { watts: 1 }, {}, 404, 'no-such-route'],
    ['too large', 'op', lamp, JSON.stringify('x'.repeat(3_000_000)), {}, 413, 'too-large'],
    ['not our language', 'op', lamp, 'x', { 'content-type': 'text/csv' }, 415, 'unsupported-media-type'],
  ])('%s', async (_, who, path, body, headers, status, code) => {
    const said = await shell.post(who, path, body, headers);
    expect({ status: said.status, code: said.body['code'] }).toEqual({ status, code });
    expect(said.type).toBe('application/problem+json');
    expect(said.body).toEqual({
      type: `urn:mulin:problem:${code}`,
      title: expect.any(String),
      status,
      detail: expect.stringMatching(/\.$/),
      code,
      instance: path,
    });
  });

  test('too large is said with what would be small enough, in both languages', async () => {
    const { body } = await shell.post('op', lamp, JSON.stringify('x'.repeat(3_000_000)), {});
    expect(body['detail']).toMatch(/2 MiB.*8 MiB/);
  });

  test.each([
    ['a route that says nothing of who may use it', '/lamps/closed', 403, 'not-allowed'],
    ['outside one’s own area', '/lamps/where?area=mu/west', 403, 'not-your-area'],
    ['an area whose name only begins like one’s own', '/lamps/where?area=mu/eastern', 403, 'not-your-area'],
    ['no such thing', '/lamps/gone', 404, 'lamp-not-found'],
    ['a world that is down', '/lamps/dark', 503, 'try-again'],
    ['too many at once', '/lamps/crowded', 503, 'busy'],
    ['somebody faster, to one who named no version', '/lamps/overtaken', 503, 'busy'],
    ['a bug', '/lamps/broken', 500, 'bug'],
  ])('%s', async (_, path, status, code) => {
    const said = await shell.call('GET', path, { authorization: 'Bearer li' });
    expect(said).toMatchObject({ status, type: 'application/problem+json', body: { code } });
    expect(said.headers.get('retry-after')).toBe(status === 503 ? '2' : null);
  });

  test('who lies in the area is let in', async () => {
    const said = await shell.call('GET', '/lamps/where?area=mu/east/17', { authorization: 'Bearer li' });
    expect(said.body).toEqual({ area: 'mu/east/17' });
  });

  test('one sentence names every field that is wrong, in the language of the one who asks', async () => {
    const wrong = { watts: 'many', colour: 'blue', hue: 2 };
    expect((await shell.post('op', lamp, wrong)).body['detail']).toBe(
      'Please correct: watts (must be a number); colour (must be one of: warm, cold); hue (no such field).',
    );
    const said = await shell.post('op', lamp, wrong, { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' });
    expect(said.body).toMatchObject({
      title: '请求有误',
      detail: '请更正：watts（应为数字）；colour（只能是：warm、cold）；hue（没有此字段）。',
    });
  });

  test('a bug is in the log once, without what may be somebody’s', async () => {
    const before = shell.said().length;
    await shell.call('GET', '/lamps/broken');
    const said = shell.said().slice(before);
    expect(said).toMatchObject([{ level: 'error', message: 'bug', line: { error: 'TypeError' } }]);
    expect(JSON.stringify(said)).not.toContain('13800138000');
  });

  test.each([
    [undefined, 'en'],
    ['zh-CN', 'zh'],
    ['en-GB,zh;q=0.8', 'en'],
    ['en;q=0.3, zh;q=0.8', 'zh'],
    ['fr, zh', 'zh'],
    ['*', 'en'],
  ])('who prefers %s is answered in %s', async (header, language) => {
    const headers = header === undefined ? {} : { 'accept-language': header };
    expect((await shell.call('GET', '/lamps/language', headers)).body).toEqual({ language });
  });

  test('who asks too much is told to wait, and the others are not', async () => {
    const small = await opened({ limits: { 'staff-writes': 3, 'resident-writes': 1, open: 2 } });
    const light = async (who: string, watts: number) => small.post(who, '/lamps/a', { watts });
    for (const watts of [1, 2, 3]) expect((await light('op', watts)).status).toBe(201);
    const refused = await light('op', 4);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // Another account, another kind of request, and who did not sign in are counted by themselves.
    expect((await light('li', 9)).status).toBe(201);
    const reading = { authorization: 'Bearer li' };
    expect((await small.call('GET', '/lamps/where?area=mu/east', reading)).status).toBe(200);
    expect((await light('out', 1)).status).toBe(403);
    expect((await light('out', 1)).status).toBe(429);
    const open = [];
    for (const path of ['/health/live', '/nowhere', '/health/live'])
      open.push((await small.call('GET', path)).status);
    expect(open).toEqual([200, 404, 429]);
    await small.close();
  });
});

describe('What a program says of itself', () => {
  test('it lives and is ready', async () => {
    expect(await shell.call('GET', '/health/live')).toMatchObject({ status: 200 });
    expect(await shell.call('GET', '/health/ready')).toMatchObject({
      status: 200,
      body: {
        ready: true,
        checks: [
          { name: 'memory', ok: true, code: 'in-memory', text: 'a town that forgets' },
          { name: 'lighting', ok: true, code: 'working', params: { count: 0 } },
        ],
      },
    });
  });

  test('it says how it is in the language of whoever asks', async () => {
    const chinese = await shell.call('GET', '/health/ready', { 'accept-language': 'zh' });
    expect(chinese.body).toMatchObject({
      checks: [{ name: 'memory', text: '内存中的镇，停止后不保留数据' }, { name: 'lighting' }],
    });
    expect(chinese.headers.get('content-language')).toBe('zh');
  });

  test('it counts what it does', async () => {
    await shell.post('op', '/lamps/counted', { watts: 5 });
    const { text } = await shell.call('GET', '/metrics');
    expect(text).toMatch(/mulin_commands_total\{service="lighting",category="lamp",outcome="recorded"\} \d/);
    expect(text).toMatch(/mulin_http_requests_total\{method="POST",route="\/lamps\/:name",status="201"\} \d/);
    expect(text).toMatch(/mulin_published_position\{service="lighting"\} \d/);
  });

  test('a page to try it is there, and needs nothing from elsewhere', async () => {
    const { type, text } = await shell.call('GET', '/docs');
    expect(type).toBe('text/html');
    expect(text).not.toMatch(/https?:\/\//);
    expect(text).not.toMatch(/<style|style=|<script>|\son\w+=/);
    const loaded = [...text.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(loaded.length).toBeGreaterThan(3);
    for (const path of loaded) {
      const { status, headers } = await shell.call('GET', path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'public, max-age=3600']);
    }
    for (const path of ['/docs/ui/index.html', '/docs/ui/package.json', '/docs/assets/tsconfig.json'])
      expect(await shell.call('GET', path)).toMatchObject({ status: 404, body: { code: 'no-such-route' } });
  });

  test('asks for an Idempotency-Key where a command is given, and not for a question that is posted', async () => {
    const { body } = await shell.call('GET', '/openapi.json');
    const paths = body['paths'] as Record<string, { post?: { parameters: readonly { name: string }[] } }>;
    const headersOf = (end: string) =>
      Object.entries(paths)
        .find(([path]) => path.endsWith(end))?.[1]
        .post?.parameters.map(({ name }) => name);
    expect(headersOf('/empty/out')).toEqual(['idempotency-key', 'if-match']);
    expect(headersOf('/sum')).toEqual([]);
  });

  test('its document is OpenAPI 3.1, made of the schemas that the routes parse with', async () => {
    const { body } = await shell.call('GET', '/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: expect.any(String) },
      paths: {
        '/lamps/{name}': {
          post: {
            'x-right': 'order.list',
            'x-roles': rolesWith('order.list'),
            parameters: [
              { name: 'name', in: 'path', required: true, schema: { type: 'string', maxLength: 20 } },
              { name: 'idempotency-key', in: 'header', required: true },
              { name: 'if-match', in: 'header', required: false },
            ],
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['watts'],
                    properties: { watts: { type: 'integer', minimum: 1, maximum: 1_000 } },
                  },
                },
              },
            },
            responses: {
              '201': {},
              '400': { content: { 'application/problem+json': {} } },
              default: { $ref: '#/components/responses/BeforeRoute' },
            },
          },
        },
        '/lamps/language': { get: { security: [] } },
      },
    });
  });
});

describe('Reading after a command', () => {
  const where = '/lamps/where?area=mu/east';
  const known = { authorization: 'Bearer li' };

  test('waits until it shows what the command answered with', async () => {
    const { headers } = await shell.post('op', '/lamps/late', { watts: 5 });
    const after = { ...known, 'mulin-after': headers.get('mulin-position') ?? '' };
    const read = await shell.call('GET', where, after);
    expect([read.status, read.headers.get('mulin-behind')]).toEqual([200, null]);
  });

  test('says that it is behind where it cannot wait for it', async () => {
    const read = await shell.call('GET', where, { ...known, 'mulin-after': 'nobody:1' });
    expect([read.status, read.headers.get('mulin-behind')]).toEqual([200, 'true']);
  });

  test('waits for nobody who has not signed in', async () => {
    const { headers } = await shell.post('op', '/lamps/late', { watts: 5 });
    const after = { 'mulin-after': headers.get('mulin-position') ?? '' };
    const read = await shell.call('GET', '/lamps/language', after);
    expect([read.status, read.headers.get('mulin-behind')]).toEqual([200, 'true']);
  });

  test('refuses what is no position', async () => {
    expect(await shell.call('GET', where, { ...known, 'mulin-after': 'x' })).toMatchObject({
      status: 400,
      body: { code: 'mulin-after-malformed' },
    });
  });
});

test('a service that cannot start does not leave half of itself running', async () => {
  const { platform } = memoryPlatform({
    town: 'mu',
    zone: 'UTC',
    now: () => instant('2026-03-02T01:00:00Z'),
  });
  let isRunning = false;
  const strategy = () =>
    hostService(platform, {
      name: 'lighting',
      publish: () => null,
      subscribesTo: [],
      reactions: [],
      starts: [
        async () => {
          isRunning = true;
          return async () => void (isRunning = false);
        },
        () => Promise.reject(new Unavailable('no lamps')),
      ],
    });
  const hosting = {
    modules: [{ module: LightingModule, providers: [{ provide: LIGHTING, useFactory: strategy }] }],
    services: [LIGHTING],
    port: 0,
  };
  await expect(openService(platform, hosting)).rejects.toThrow('no lamps');
  expect(isRunning).toBe(false);
});
