/** A whole town made anew: its lists from its events, and all of it in another home from a copy and its keys. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changed, eventsIn } from './copies.js';
import { ask, everyItem, type Json } from './http.js';
import { demandsOfLastMonth } from './papers.js';
import {
  clearAway,
  patienceMs,
  mulin,
  newFolder,
  newHome,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);
const folder = newFolder();
const inFolder = (name: string) => path.join(folder, name);
const empty = newHome();
const words = 'The bin by the east gate is full, says Mrs Li.';

let town: Town;
/** Next door, under the same name, and no other but by its keys. */
let neighbour: Town;
let who: Readonly<Record<'operator' | 'hotline-clerk', string>>;

const tokenOf = async (role: string) =>
  String((await town.mulin('token', '--role', role, '--minutes', '60')).json['token']);

const registerAt = (url: string, token: string) =>
  ask(url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: token,
    body: { menuItem: 'sanitation', words, place: { lat: 36.373, lon: 119.744 }, phone: '0532 555 0101' },
  });

beforeAll(async () => {
  [town, neighbour] = await Promise.all([
    startTown({ MULIN_HOME: newHome() }),
    startTown({ MULIN_HOME: newHome() }),
  ]);
  const [operator, clerk] = await Promise.all([tokenOf('operator'), tokenOf('hotline-clerk')]);
  who = { operator, 'hotline-clerk': clerk };
  const { file, mapping } = demandsOfLastMonth(folder, 'old-ledger', 300);
  const own = await neighbour.mulin('token', '--role', 'operator');
  await Promise.all([
    town.mulin('import', file, '--mapping', mapping),
    registerAt(town.url, operator),
    registerAt(neighbour.url, String(own.json['token'])),
  ]);
});
afterAll(clearAway);

/** All that a town shows, once every service has heard everything. */
const shownAt = async (url: string) => {
  const [cases, orders, escalations] = await Promise.all(
    ['cases', 'orders', 'escalations'].map((list) => everyItem(url, who.operator, `/api/v1/${list}`)),
  );
  return { cases: cases ?? [], orders: orders ?? [], escalations: escalations ?? [] };
};

const isComplete = ({ cases, orders }: Awaited<ReturnType<typeof shownAt>>) =>
  cases.length === 301 &&
  orders.length === 1 &&
  cases.every(({ clocks, routed }) => routed !== null && Array.isArray(clocks) && clocks.length > 0);

const timelineAt = async (url: string, { number }: Json) =>
  (await ask(url, { method: 'GET', path: `/api/v1/timelines/${String(number)}`, who: who.operator })).body;

const isLive = ({ archive }: Json) => archive === null;

describe('The lists of a town', () => {
  test('are the same after they were made anew from events', async () => {
    const before = await until('all is known', () => shownAt(town.url), isComplete);
    const { code, json } = await town.mulin('views', 'rebuild');
    expect({ code, views: json['views'] }).toEqual({
      code: 0,
      views: expect.arrayContaining([
        { name: 'cases', facts: expect.any(Number), rows: 301, seconds: expect.any(Number) },
        { name: 'orders', facts: expect.any(Number), rows: 1, seconds: expect.any(Number) },
      ]),
    });
    expect(await shownAt(town.url)).toEqual(before);
  });
});

describe('A copy of a town', () => {
  const copy = inFolder('town.mulin');
  const keys = `${copy}.keys`;
  const restoring = (file: string) => mulin({ MULIN_HOME: empty }, 'restore', file);

  test('is written beside the running town, its keys apart, and never over another', async () => {
    const { code, json } = await town.mulin('export', '--out', copy);
    expect({ code, json }).toEqual({
      code: 0,
      json: {
        facts: eventsIn(copy).length,
        subjects: 301,
        logs: expect.objectContaining({ audit: expect.anything(), intake: expect.anything() }),
        sha256: expect.stringMatching(/^[\da-f]{64}$/),
      },
    });
    expect(existsSync(keys)).toBe(true);
    expect(readFileSync(copy).includes('Mrs Li')).toBe(false);
    expect(await town.mulin('export', '--out', copy)).toMatchObject({
      code: 2,
      json: { error: { code: 'wrong-call' } },
    });
  });

  const wrongCopies: readonly (readonly [what: string, make: (file: string) => Promise<void> | void])[] = [
    [
      'that was cut off',
      (file) => {
        const whole = readFileSync(copy);
        writeFileSync(file, whole.subarray(0, whole.length / 2));
        copyFileSync(keys, `${file}.keys`);
      },
    ],
    [
      'without its last line',
      (file) => {
        changed(copy, file, (line) => (line.includes('"sha256"') ? '' : line));
        copyFileSync(keys, `${file}.keys`);
      },
    ],
    [
      'in which somebody has written',
      (file) => {
        changed(copy, file, (line) => line.replace('CaseRegistered', 'CaseWithdrawn'));
        copyFileSync(keys, `${file}.keys`);
      },
    ],
    ['that is something else', (file) => writeFileSync(file, 'Dear town,\n')],
    ['without its keys', (file) => copyFileSync(copy, file)],
    [
      'with keys in which somebody has written',
      (file) => {
        copyFileSync(copy, file);
        changed(keys, `${file}.keys`, (line) => line.replace(/"file":"vault.key","text":"./, '$&f'));
      },
    ],
    [
      'with the keys of a neighbour of the same name',
      async (file) => {
        expect(await neighbour.mulin('export', '--out', inFolder('neighbour.mulin'))).toMatchObject({
          code: 0,
        });
        renameSync(inFolder('neighbour.mulin.keys'), `${file}.keys`);
        copyFileSync(copy, file);
      },
    ],
  ];

  test.each(wrongCopies)('%s is refused in one sentence', async (what, make) => {
    const file = inFolder(`${what.replaceAll(' ', '-')}.mulin`);
    await make(file);
    const { code, json, err } = await restoring(file);
    expect({ code, json, sentences: err.trim().split('\n') }).toEqual({
      code: 2,
      json: { error: { code: 'wrong-call', message: expect.any(String) } },
      sentences: [expect.stringMatching(/^.*\.$/)],
    });
  });

  test('makes the same town in the home where the wrong ones were refused, beside the old one', async () => {
    const before = await shownAt(town.url);
    const { code, json, err } = await restoring(copy);
    expect({ code, err, json }).toMatchObject({ code: 0, json: { subjects: 301 } });
    expect(await restoring(copy)).toMatchObject({ code: 2 });

    const again = await startTown({ MULIN_HOME: empty });
    await until(
      'the town has caught up',
      () => ask(again.url, { method: 'GET', path: '/health/ready' }),
      ({ status, body }) => {
        expect(body['ready']).toBe(status === 200);
        return status === 200;
      },
    );
    // Ready means that every question is answered with all there is.
    expect(await shownAt(again.url)).toEqual(before);
    const some = [...before.cases.filter(isLive), ...before.cases.slice(-3)];
    for (const row of some) expect(await timelineAt(again.url, row)).toEqual(await timelineAt(town.url, row));

    const [live] = before.cases.filter(isLive);
    const read = (purpose: string) =>
      ask(again.url, {
        method: 'GET',
        path: `/api/v1/cases/${String(live?.['caseId'])}/words${purpose}`,
        who: who['hotline-clerk'],
      });
    expect(await read('')).toMatchObject({ status: 400 });
    expect(await read('?purpose=call-back')).toMatchObject({ status: 200, body: { words } });

    // All is told again in the new home; nobody makes anything new of it, and what comes is answered as before.
    const { body } = await registerAt(again.url, who.operator);
    await until(
      'the new demand is round the loop',
      () => timelineAt(again.url, body),
      ({ clocks }) => JSON.stringify(clocks ?? []).includes('take/1/1'),
    );
    const now = await shownAt(again.url);
    expect(now.cases.filter(({ number }) => number !== body['number'])).toEqual(before.cases);
    const old = inFolder('again.mulin');
    expect(await again.mulin('export', '--out', old)).toMatchObject({ code: 0 });
    const known = new Set(eventsIn(copy).map(({ id, table }) => `${table} ${id}`));
    const more = eventsIn(old).filter(({ id, table }) => !known.has(`${table} ${id}`));
    expect(
      more
        .filter(({ stream }) => !stream.includes(String(body['caseId'])) && !stream.startsWith('number-'))
        .map(({ type }) => type),
    ).toEqual([]);
  });
});
