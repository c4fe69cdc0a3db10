import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './program.js';
import { en } from './texts/en.js';
import { surroundingsOf } from './surroundings.js';
import type { Language } from './texts/texts.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-cli-'));
const said: { out: string; err: string } = { out: '', err: '' };
const real = { out: process.stdout.write, err: process.stderr.write };
beforeAll(() => {
  process.stdout.write = (text: string | Uint8Array) => Boolean((said.out += String(text)));
  process.stderr.write = (text: string | Uint8Array) => Boolean((said.err += String(text)));
});
afterAll(() => {
  Object.assign(process.stdout, { write: real.out });
  Object.assign(process.stderr, { write: real.err });
  rmSync(folder, { recursive: true, force: true });
});

/** Nobody listens on port 1 of this machine. */
const nowhere = 'http://127.0.0.1:1';

type Given = Readonly<{ url?: string; databaseUrl?: string; locale?: string; version?: string }>;

const mulinWith = async (given: Given, ...args: string[]) => {
  said.out = '';
  said.err = '';
  const surroundings = (url: string | undefined, language: Language) =>
    surroundingsOf({
      language,
      folder,
      home: path.join(folder, 'home'),
      url: url ?? given.url ?? nowhere,
      token: 'a-token',
      databaseUrl: given.databaseUrl,
      masterKey: undefined,
      stamp: () => 'now',
      now: () => '2026-03-02T04:00:00.000Z',
    });
  const { locale, version } = given;
  const exit = await runProgram(args, surroundings, {
    isTalkative: false,
    locale,
    ...(version === undefined ? {} : { version }),
  });
  return { exit, ...said };
};
const mulin = (...args: string[]) => mulinWith({}, ...args);

const mulinIn = (given: Readonly<{ locale?: string; version?: string }>, ...args: string[]) =>
  mulinWith(given, ...args);

test('a town that does not run is said to be unreachable, with exit code 3', async () => {
  for (const call of [
    ['cases'],
    ['escalations'],
    ['inbox'],
    ['readings'],
    ['case', 'mu-2026-000001'],
    ['erase', '--case', 'mu-2026-000001', '--reason', 'asked-for'],
    ['token', '--role', 'auditor'],
  ])
    expect(await mulin(...call)).toMatchObject({ exit: 3, out: '', err: /No town answers/ });
});

test.each([
  [['fly'], /unknown command/],
  [['import', '--mapping', 'boston311'], /missing required argument/],
  [['import', 'x.csv'], /--mapping/],
  [['import', 'x.csv', '--mapping', 'boston311'], /no file x\.csv/],
  [['import', '.', '--mapping', 'no-such-mapping'], /no mapping/],
  [['dead-letters', 'eat'], /list, or retry or drop/],
  [['set-aside', 'eat'], /dead-letters takes list/],
  [['erase', '--case', 'mu-2026-000001'], /--reason/],
  [['erase', '--reason', 'asked-for'], /--case/],
  [['token', '--role', 'auditor', '--minutes', 'many'], /whole number/],
  [['clocks', 'check', 'nothing.json'], /no file nothing\.json/],
  [['restore', 'nothing.mulin'], /no file/],
  [['cases', '--colour', 'red'], /unknown option/],
  [['pack', 'check', 'no-such-folder'], /no folder no-such-folder/],
  [
    ['pack', 'build', '--grids', 'x', '--id', 'a', '--name', 'b', '--zone', 'Mars/Base', '--out', 'o'],
    /Mars\/Base is no time zone/,
  ],
  [['doctor', '--url', 'foo'], /address of a town begins with http/],
  [['cases', '--url', 'localhost:3110'], /address of a town begins with http/],
  [['export', '--out', 'no/such/folder/copy'], /cannot be written/],
  [['topics', 'list'], /^KAFKA_BROKERS must be host:port/],
  [['topics', 'apply', '--partitions', '4'], /^--partitions takes a whole number from 8/],
])('a wrong call is told in one sentence, with exit code 2: %j', async (call, sentence) => {
  const { exit, out, err } = await mulin(...call);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(sentence);
});

test('a database that is down is told in one sentence, with exit code 3, and leaves no begun copy', async () => {
  const databaseUrl = 'postgres://127.0.0.1:1/town';
  const { exit, out, err } = await mulinWith({ databaseUrl }, 'export', '--out', 'copy');
  expect({ exit, out, err }).toEqual({ exit: 3, out: '', err: 'PostgreSQL does not answer.\n' });
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
});

test('what is no address of a database is a wrong call, and is not repeated', async () => {
  const { exit, err } = await mulinWith({ databaseUrl: 'town:secret@here' }, 'export', '--out', 'copy');
  expect({ exit, err }).toEqual({
    exit: 2,
    err: expect.stringMatching(/^The address of a database begins with/),
  });
});

test('a token is asked for with what was said, and with nothing else', async () => {
  const heard: unknown[] = [];
  const town = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    request.on('end', () => {
      heard.push(JSON.parse(body));
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"token":"signed"}');
    });
  });
  await new Promise<void>((resolve) => town.listen(0, '127.0.0.1', resolve));
  const { port } = town.address() as AddressInfo;
  const token = (...options: string[]) =>
    mulinWith({ url: `http://127.0.0.1:${port}` }, 'token', '--role', 'grid-leader', ...options);

  expect(await token()).toMatchObject({ exit: 0, out: 'signed\n' });
  expect(await token('--area', 'mu/c1', '--account', 'li.wei', '--minutes', '5')).toMatchObject({ exit: 0 });
  town.close();
  expect(heard).toEqual([
    { role: 'grid-leader' },
    { role: 'grid-leader', area: 'mu/c1', account: 'li.wei', minutes: 5 },
  ]);
});

test('a person is erased by the number of a case, and a second time is said to be one', async () => {
  const heard: unknown[] = [];
  const answers = [{ erased: true }, { erased: false }];
  const town = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
    request.on('end', () => {
      heard.push([request.method, request.url, body]);
      const it = { number: 'mu-2026-000001', erasedAt: '2026-03-02T04:00:00.000Z', reason: 'asked-for' };
      const answer = request.method === 'GET' ? { caseId: 'the-id' } : { ...it, ...answers.shift() };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => town.listen(0, '127.0.0.1', resolve));
  const { port } = town.address() as AddressInfo;
  const erase = () =>
    mulinWith(
      { url: `http://127.0.0.1:${port}` },
      ...['erase', '--case', 'mu-2026-000001', '--reason', 'asked-for'],
    );
  expect(await erase()).toMatchObject({ exit: 0, out: /^Erased: .*mu-2026-000001/ });
  expect(await erase()).toMatchObject({ exit: 0, out: /erased before, at 2026-03-02T04:00:00.000Z/ });
  town.close();
  expect(heard.slice(0, 2)).toEqual([
    ['GET', '/api/v1/timelines/mu-2026-000001', ''],
    ['POST', '/api/v1/cases/the-id/erase-person', '{"reason":"asked-for"}'],
  ]);
});

test('what is nobody’s mistake is one sentence, with exit code 1; its place is told to who asks for it', async () => {
  const failing = (isTalkative: boolean) =>
    runProgram(
      ['doctor'],
      () => {
        throw new Error('the disk\n is full');
      },
      { isTalkative },
    );
  said.err = '';
  expect(await failing(false)).toBe(1);
  expect(said.err).toBe('the disk is full\n');
  expect(await failing(true)).toBe(1);
  expect(said.err).toMatch(/at .*program\.spec/);
});

test('help is an answer, on standard output', async () => {
  const help = await mulin('--help');
  expect(help).toMatchObject({ exit: 0, err: '' });
  expect(help.out).toMatch(/^Usage: mulin .*import <|demo/s);
  expect((await mulin('pack', 'build', '--help')).out).toMatch(/--zone/);
});

test('the version is that of the project', async () => {
  expect(await mulinIn({ version: '7.8.9' }, '--version')).toEqual({ exit: 0, out: '7.8.9\n', err: '' });
});

test('a list is looked for by what was said, and by nothing that is the command line’s own', async () => {
  const asked: unknown[] = [];
  const town = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ items: [], next: null }));
  });
  await new Promise<void>((resolve) => town.listen(0, '127.0.0.1', resolve));
  const { port } = town.address() as AddressInfo;
  const own = ['--json', '--lang', 'zh', '--url', `http://127.0.0.1:${port}`];
  const calls = [
    ['cases', '--late', '--menu-item', 'other'],
    ['cases', '--late'],
    ['escalations', '--to', 'auditor'],
    ['inbox', '--account', '王芳'],
    ['readings'],
  ];
  for (const call of calls)
    expect(JSON.parse((await mulin(...call, ...own)).out)).toMatchObject({ items: [] });
  town.close();
  expect(asked).toEqual([
    '/api/v1/cases?menuItem=other&late=true',
    '/api/v1/cases?late=true',
    '/api/v1/escalations?to=auditor&limit=500',
    `/api/v1/inbox?account=${encodeURIComponent('王芳')}&limit=500`,
    '/api/v1/readings',
  ]);
});

test('an error is one JSON object, too, where one is asked for', async () => {
  const { exit, out, err } = await mulin('cases', '--json');
  expect(exit).toBe(3);
  expect(JSON.parse(out)).toEqual({ error: { code: 'town-unreachable', message: err.trim() } });
  const wrong = await mulin('cases', '--colour', 'red', '--json');
  expect(wrong.exit).toBe(2);
  expect(JSON.parse(wrong.out)).toMatchObject({ error: { code: 'unknownOption' } });
});

test.each([
  [['views'], 'views takes one of: rebuild.'],
  [['pack'], 'pack takes one of: build, check.'],
  [['mapping'], 'mapping takes one of: suggest.'],
  [['clocks', 'fly'], 'clocks has no command fly; it takes one of: check, explain.'],
  [['accounts'], "error: missing required argument 'action'"],
  [['dead-letters'], "error: missing required argument 'action'"],
])('a command that only holds others is none by itself: %j', async (call, message) => {
  expect(await mulin(...call)).toEqual({ exit: 2, out: '', err: `${message}\n` });
  const { exit, out } = await mulin(...call, '--json');
  expect(exit).toBe(2);
  expect(JSON.parse(out)).toEqual({ error: { code: expect.any(String), message } });
});

test('counts have the form of their number', () => {
  expect(en.wholeTown.exported('f', 1, 1, 'x')).toBe('f: 1 event about 1 person written, SHA-256 x.');
  expect(en.wholeTown.restored('f', 0, 2, 'x')).toBe('f: 0 events about 2 people restored, SHA-256 x.');
  expect(en.clocksCheck.sum(1, 1, 0)).toBe('1 deadline checked: 1 agrees, 0 do not.');
  expect(en.clocksCheck.sum(3, 2, 1)).toBe('3 deadlines checked: 2 agree, 1 does not.');
});

/** A town that answers each path with what is said here. */
const answering = async (answers: Readonly<Record<string, readonly [status: number, body: object]>>) => {
  const server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ''] ?? [404, { code: 'no-such-route' }];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
};

test('a number that several sources use lists their cases, and one of them has to be named', async () => {
  const of = (nth: number) => ({
    caseId: `id-${nth}`,
    number: `mu-2026-00000${nth}`,
    sourceNumber: 'A-1',
    state: 'closed',
    menuItemName: 'Lamps',
    areaName: 'East',
    holderName: null,
    reportedAt: '2026-03-02T09:00:12.345+08:00',
  });
  const town = await answering({
    '/api/v1/timelines/A-1': [409, { code: 'case-ambiguous', detail: 'Several cases have the number A-1.' }],
    '/api/v1/cases?number=A-1': [200, { items: [of(1), of(2)], next: null }],
  });
  const json = await mulin('case', 'A-1', '--url', town.url, '--json');
  expect(json.exit).toBe(2);
  expect(JSON.parse(json.out)).toMatchObject({
    error: { code: 'case-ambiguous' },
    items: [{ id: 'id-1' }, { id: 'id-2', sourceNumber: 'A-1' }],
  });
  const shown = await mulin('case', 'A-1', '--url', town.url);
  expect(shown.out).toMatch(
    /^Several cases .*\n\nnumber +at its source +state.*\nmu-2026-000001 +A-1 +closed/,
  );
  town.close();
});

describe('In Chinese', () => {
  test.each([
    [{ locale: 'zh_CN.UTF-8' }, ['--help']],
    [{ locale: 'zh' }, ['cases', '--help']],
    [{ locale: 'C' }, ['--lang', 'zh', 'pack', '--help']],
    [{}, ['doctor', '--lang=zh', '--help']],
  ])('help is Chinese but for what is typed: %j %j', async (given, call) => {
    const { exit, out, err } = await mulinIn(given, ...call);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^用法：/);
    expect(out).not.toMatch(/Usage|Options|Commands|\[options\]|display help/);
  });

  test('the language may be said before or after the inner command', async () => {
    const expected = { exit: 2, out: '', err: '没有文件夹 no-such-folder。\n' };
    expect(await mulin('pack', '--lang', 'zh', 'check', 'no-such-folder')).toEqual(expected);
    expect(await mulin('pack', 'check', '--lang', 'zh', 'no-such-folder')).toEqual(expected);
    expect(await mulin('--lang', 'zh', 'pack', 'check', 'no-such-folder')).toEqual(expected);
  });

  test.each([
    [['fly'], '没有“fly”这个命令。\n'],
    [['import', '--mapping', 'x'], '缺少参数“file”。\n'],
    [['import', 'x.csv'], '缺少必填选项“--mapping <name|path>”。\n'],
    [['cases', '--colour'], '没有“--colour”这个选项。\n'],
    [['cases', '--state'], '选项“--state <state>”缺少取值。\n'],
    [['views', 'rebuild', 'a', 'b'], '参数过多。\n'],
    [['clocks', 'check', 'nothing.json'], '没有文件 nothing.json。\n'],
    [['cases', '--url', 'foo'], '镇的地址应以 http:// 或 https:// 开头。\n'],
    [
      ['accounts', 'eat', '--url', 'http://127.0.0.1:1'],
      'accounts 后接 list，或 add、change、password、disable、enable 及账号。\n',
    ],
    [['accounts', 'disable', '--url', 'http://127.0.0.1:1'], 'accounts disable 后须给出账号。\n'],
  ])('what is wrong with a call is said in Chinese: %j', async (call, err) => {
    expect(await mulinIn({ locale: 'zh_CN.UTF-8' }, ...call)).toEqual({ exit: 2, out: '', err });
  });

  test('what doctor finds out about a machine is Chinese, each of its sentences', async () => {
    const { out } = await mulinIn(
      { locale: 'zh_CN.UTF-8' },
      'doctor',
      '--url',
      'http://127.0.0.1:1',
      '--json',
    );
    const { checks } = JSON.parse(out) as { checks: readonly { name: string; text: string }[] };

    expect(checks.length).toBeGreaterThan(7);
    expect(checks.filter(({ text }) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('a town that does not run is said to be none, in Chinese', async () => {
    const { exit, err } = await mulin('cases', '--lang', 'zh');
    expect({ exit, err }).toEqual({ exit: 3, err: expect.stringMatching(/没有应答。镇是否已启动？/) });
  });

  test('a list says people’s words for codes, in columns, and asks the town for Chinese', async () => {
    const languages: unknown[] = [];
    const row = {
      number: 'mu-2026-000001',
      state: 'with-arbiter',
      menuItemName: '井盖',
      areaName: '东关社区',
      holderName: null,
      reportedAt: '2026-03-02T09:00:12.345+08:00',
    };
    const town = createServer((request, response) => {
      languages.push(request.headers['accept-language']);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ items: [row], next: null }));
    });
    await new Promise<void>((resolve) => town.listen(0, '127.0.0.1', resolve));
    const { port } = town.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    expect((await mulinWith({ url, locale: 'zh_CN.UTF-8' }, 'cases')).out).toBe(
      [
        '编号            状态        事项  区域      承办人  反映时间',
        'mu-2026-000001  待协调确定  井盖  东关社区          2026-03-02 09:00',
        '',
      ].join('\n'),
    );
    expect((await mulinWith({ url }, 'cases')).out).toMatch(/with the secretary/);
    town.close();
    expect(languages).toEqual(['zh', 'en']);
  });

  test('a language that nobody speaks here is refused', async () => {
    const { exit, err } = await mulin('cases', '--lang', 'fr');
    expect({ exit, err }).toEqual({ exit: 2, err: 'There is no language fr: en or zh.\n' });
  });
});

test('a table of deadlines is checked without a town, and a wrong one is counted', async () => {
  const file = path.join(folder, 'deadlines.json');
  const vector = (id: string, due: string) => ({
    id,
    calendar: 'town',
    unit: 'working-minute',
    start: '2026-03-02T09:00:00+08:00',
    amount: 60,
    due,
  });
  const calendars = {
    town: { zone: 'Asia/Shanghai', week: { 'mon-fri': [['08:30', '12:00']] }, overrides: {} },
  };
  const vectors = [
    vector('right', '2026-03-02T10:00:00+08:00'),
    vector('wrong', '2026-03-02T11:00:00+08:00'),
  ];
  writeFileSync(file, JSON.stringify({ calendars, vectors }));

  const { exit, out } = await mulin('clocks', 'check', file, '--json');
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    checked: 2,
    agreeing: 1,
    disagreeing: 1,
    differences: [{ id: 'wrong' }],
  });
  expect((await mulin('clocks', 'check', file)).out).toMatch(/2 deadlines checked: 1 agrees, 1 does not/);
});

test('a map becomes a pack that nothing is wrong with', async () => {
  const square = (west: number, name: string) => ({
    type: 'Feature',
    properties: { code: name, label: `Square ${name}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 36],
          [west + 1, 36],
          [west + 1, 37],
          [west, 37],
          [west, 36],
        ],
      ],
    },
  });
  writeFileSync(
    path.join(folder, 'map.geojson'),
    JSON.stringify({ type: 'FeatureCollection', features: [square(119, 'a'), square(120, 'b')] }),
  );
  const fields = ['--id', 'code', '--name', 'label', '--zone', 'Asia/Shanghai'];
  const built = await mulin(
    'pack',
    'build',
    '--grids',
    'map.geojson',
    ...fields,
    '--out',
    'my-town',
    '--json',
  );
  expect(JSON.parse(built.out)).toMatchObject({ grids: 2, communities: 1, problems: [] });
  expect(built.exit).toBe(0);
  const nameless = fields.with(3, 'title');
  const refused = await mulin('pack', 'build', '--grids', 'map.geojson', ...nameless, '--out', 'nameless');
  expect(refused).toMatchObject({
    exit: 2,
    err: expect.stringContaining('the property title; the properties are: code, label'),
  });
  expect(await mulin('pack', 'check', 'my-town', '--json')).toMatchObject({
    exit: 0,
    out: '{"ok":true,"problems":[]}\n',
  });

  writeFileSync(path.join(folder, 'my-town', 'menu.json'), '{"items": []}');
  const checked = await mulin('pack', 'check', 'my-town', '--json');
  expect(checked.exit).toBe(1);
  expect(JSON.parse(checked.out)).toMatchObject({ ok: false });
});
