import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { surroundingsOf } from '../surroundings.js';
import type { Language } from '../texts/texts.js';
import { clocksExplainCommand } from './clocks-explain.js';

const at = (time: string) => `2026-03-${time.replace(' ', 'T')}:00+08:00`;
const stretch = (from: string, to: string, counts: boolean, why: string, text: string) => ({
  from: at(from),
  to: at(to),
  counts,
  why,
  text,
});
const caseId = '95cf39fa-cdbe-862d-b0af-f9349c54dfd5';
const complete = {
  name: 'complete/1',
  startedAt: at('02 11:30'),
  due: at('02 14:30'),
  state: 'running',
  because: 'started',
  since: at('02 11:30'),
  unit: 'working-hour',
  amount: 1,
  intervals: [
    stretch('02 11:30', '02 12:00', true, 'working-hours', 'Working hours: they count.'),
    stretch('02 12:00', '02 14:00', false, 'outside-hours', 'Outside working hours: not counted.'),
    stretch('02 14:00', '02 14:30', true, 'working-hours', 'Working hours: they count.'),
  ],
};
const set = {
  ...complete,
  name: 'complete/2',
  due: at('09 10:00'),
  state: 'breached',
  unit: null,
  amount: null,
  intervals: [stretch('06 11:30', '09 10:00', false, 'set-moment', 'It was set.')],
};
const answer = { caseId, number: 'mu-2026-000417', asOf: at('02 11:40'), clocks: [complete, set] };

const shown = async (language: Language, answered: object = answer) => {
  const server = createServer((request, response) => {
    const isAsked = request.url === '/api/v1/cases/mu-2026-000417/clocks/explanation';
    response.writeHead(isAsked ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isAsked ? answered : {}));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // listens on a port
  const surroundings = surroundingsOf({
    language,
    folder: '.',
    home: '.',
    url: `http://127.0.0.1:${port}`,
    token: 'a-token',
    databaseUrl: undefined,
    masterKey: undefined,
    stamp: () => 'now',
    now: () => '2026-03-02T12:00:00.000Z',
  });
  try {
    return await clocksExplainCommand(surroundings, 'mu-2026-000417');
  } finally {
    server.close();
  }
};

const words = (lines: readonly string[]) => lines.map((line) => line.trim().split(/ {2,}/));

test('each deadline is told with every stretch of it, which of them count, and why', async () => {
  expect(words((await shown('en')).lines)).toEqual([
    [`mu-2026-000417 · ${caseId}`],
    [''],
    ['completion · due 2026-03-02 14:30 · running · 1 working hours'],
    ['from', 'to', 'counts', 'why'],
    ['2026-03-02 11:30', '2026-03-02 12:00', 'yes', 'Working hours: they count.'],
    ['2026-03-02 12:00', '2026-03-02 14:00', 'Outside working hours: not counted.'],
    ['2026-03-02 14:00', '2026-03-02 14:30', 'yes', 'Working hours: they count.'],
    [''],
    ['completion (cycle 2) · due 2026-03-09 10:00 · missed'],
    ['from', 'to', 'counts', 'why'],
    ['2026-03-06 11:30', '2026-03-09 10:00', 'It was set.'],
  ]);
});

test('in Chinese, too', async () => {
  const text = (await shown('zh')).lines.join('\n');
  for (const part of ['到期时间 2026-03-02 14:30', '计时中', '1 工作时', '开始', '计入', '（第 2 轮）'])
    expect(text).toContain(part);
});

test('a case without a deadline is told to have none', async () => {
  expect((await shown('en', { ...answer, clocks: [] })).lines).toContain('This case has no deadlines.');
});

test('as JSON it is what the route answers', async () => {
  expect((await shown('en')).json).toEqual({
    id: caseId,
    number: 'mu-2026-000417',
    asOf: at('02 11:40'),
    clocks: [complete, set],
  });
});
