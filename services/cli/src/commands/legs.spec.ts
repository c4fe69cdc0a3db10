import { expect, test } from '@jest/globals';
import { surroundingsOf } from '../surroundings.js';
import type { Language } from '../texts/texts.js';
import { legsCommand } from './legs.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00+08:00`;
const hour = 3_600_000;

/** As routing answers it: Li hands it over to the works office, with a helper beside, and it waits for a verifier. */
const answer = {
  caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-2026-000417',
  cycles: [
    {
      cycle: 1,
      legs: [
        { leg: 1, holder: 'li-wei', from: at(9), to: at(10), ended: 'handed-over', paused: 0, worked: hour },
        {
          leg: 2,
          holder: 'works-tan',
          from: at(10),
          to: at(16),
          ended: 'finished',
          paused: hour,
          worked: 3.5 * hour,
        },
      ],
      unheld: [{ why: 'to-verify', from: at(16), to: null }],
      helpers: [
        {
          call: 1,
          holder: 'ding',
          unit: 'helpers:mu',
          from: at(11),
          to: at(12),
          ended: 'off-duty',
          worked: null,
        },
      ],
    },
  ],
};

const shown = async (language: Language) => {
  const server = createServer((request, response) => {
    const isAsked = request.url === '/api/v1/orders/mu-2026-000417/legs';
    response.writeHead(isAsked ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isAsked ? answer : {}));
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
    return await legsCommand(surroundings, 'mu-2026-000417');
  } finally {
    server.close();
  }
};

const words = (lines: readonly string[]) => lines.map((line) => line.trim().split(/ {2,}/));

test('legs are told in the order in which they began, with the time nobody had it and helpers beside', async () => {
  const { lines } = await shown('en');
  expect(words(lines)).toEqual([
    [`mu-2026-000417 · ${answer.caseId}`],
    [''],
    ['Cycle 1'],
    ['who', 'from', 'to', 'paused', 'worked', 'ended'],
    ['li-wei', '2026-03-02 09:00', '2026-03-02 10:00', '1 h', 'handed over'],
    ['works-tan', '2026-03-02 10:00', '2026-03-02 16:00', '1 h', '3 h 30 min', 'finished'],
    ['helps: ding', '2026-03-02 11:00', '2026-03-02 12:00', 'off duty'],
    ['(to be verified)', '2026-03-02 16:00', 'goes on'],
  ]);
});

test('in Chinese, too', async () => {
  const text = (await shown('zh')).lines.join('\n');
  for (const part of ['第 1 轮', '承办人', '交单', '协办：ding', '（待核查）', '进行中'])
    expect(text).toContain(part);
});

test('as JSON it is what the route answers', async () => {
  const { caseId: id, ...rest } = answer;
  expect((await shown('en')).json).toEqual({ id, ...rest });
});
