/** A town of real processes on a real PostgreSQL: both are killed at work, and what was promised is there. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type CopiedEvent, eventsIn } from './copies.js';
import { ask, everyItem, itemsOf, type Json } from './http.js';
import { demandsOfLastMonth, packOfSeconds, type Papers } from './papers.js';
import {
  clearAway,
  newFolder,
  newHome,
  patienceMs,
  postmasterOf,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);
const rows = 1_200;
const folder = newFolder();
const home = newHome();
const pack = packOfSeconds(folder);
const first = demandsOfLastMonth(folder, 'old-ledger', rows);
const second = demandsOfLastMonth(folder, 'older-ledger', rows);
const place = { lat: 36.373, lon: 119.744 };

let town: Town;
let operator: string;
beforeAll(async () => {
  town = await startTown({ MULIN_HOME: home, MULIN_PACK: pack });
  operator = String((await town.mulin('token', '--role', 'operator', '--minutes', '60')).json['token']);
});
afterAll(clearAway);

const importing = ({ file, mapping }: Papers) => town.begin('import', file, '--mapping', mapping);

/** The first rows of an import are seen by everybody, and the others are on their way. */
const isUnderWay = (batch: string) =>
  until(
    `the first rows of ${batch} are there`,
    () => ask(town.url, { method: 'GET', path: `/api/v1/cases?limit=1&batch=${batch}`, who: operator }),
    ({ status, body }) => status === 200 && itemsOf(body).length > 0,
  );

describe('A town that is killed in the middle of an import', () => {
  test('has every row once when it is started again, while the import waits for it', async () => {
    const work = importing(first);
    await isUnderWay('old-ledger');
    await town.kill('SIGKILL');
    await until('the import waits', work.err, (said) => said.includes('Waiting for it'));
    town = await startTown({ MULIN_HOME: home, MULIN_PACK: pack, MULIN_PORT: town.port });

    const { code, json } = await work.ended;
    expect({ code, json }).toMatchObject({ code: 0, json: { ...first.sums, rejectedFile: null } });
    expect(Number(json['registered']) + Number(json['known'])).toBe(rows);
  });

  test('registers nothing when the same file comes again', async () => {
    const { code, json } = await importing(first).ended;
    expect({ code, json }).toMatchObject({ code: 0, json: { ...first.sums, registered: 0, known: rows } });
  });
});

type Acknowledged = Readonly<{ id: string; number: string }>;

/** Residents keep calling; a clerk whose town cannot answer tries again under the same key. */
const keepCalling = () => {
  const acknowledged: Acknowledged[] = [];
  const refused: Json[] = [];
  let isOver = false;
  const once = async (key: string, menuItem: string): Promise<Acknowledged> => {
    for (;;) {
      const { status, body, headers } = await ask(town.url, {
        method: 'POST',
        path: '/api/v1/cases',
        who: operator,
        body: { menuItem, words: `It is dark at the gate, call ${key}.`, place },
        headers: { 'idempotency-key': key },
      });
      if (status === 201) return { id: String(body['caseId']), number: String(body['number']) };
      refused.push({ status, code: body['code'], retryAfter: headers.get('retry-after') });
      await until(
        'the town answers',
        () => ask(town.url, { method: 'GET', path: '/health/ready' }),
        (it) => it.status === 200,
      );
    }
  };
  const caller = async () => {
    while (!isOver) acknowledged.push(await once(randomUUID(), 'sanitation'));
  };
  const callers = Promise.all([caller(), caller()]);
  // Heard when they hang up; a story that failed before has said why.
  callers.catch(() => undefined);
  return {
    acknowledged,
    refused,
    atOnce: () => once(randomUUID(), 'at-once'),
    hangUp: async () => {
      isOver = true;
      await callers;
    },
  };
};

describe('A PostgreSQL that is killed in the middle of an import and of live demands', () => {
  let live: readonly Acknowledged[] = [];

  test('is brought back by the town; meanwhile callers hear "try again", and alarms still ring', async () => {
    const calls = keepCalling();
    const work = importing(second);
    await isUnderWay('older-ledger');
    const urgent = await calls.atOnce();
    const killed = postmasterOf(home) ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(
      'somebody was refused',
      () => calls.refused.length,
      (count) => count > 0,
    );
    expect(calls.refused).toContainEqual({ status: 503, code: 'try-again', retryAfter: '2' });

    const before = calls.acknowledged.length;
    await until(
      'calls are taken again',
      () => calls.acknowledged.length,
      (count) => count >= before + 10,
    );
    expect(postmasterOf(home)).not.toBe(killed);
    const { code, json } = await work.ended;
    expect({ code, json }).toMatchObject({ code: 0, json: second.sums });
    expect(Number(json['registered']) + Number(json['known'])).toBe(rows);

    const waiting = await until(
      'the town leader hears of it',
      async () => itemsOf((await town.mulin('escalations')).json),
      (items) => items.some(({ number, to }) => number === urgent.number && to === 'town-leader'),
    );
    const steps = waiting.filter(({ number }) => number === urgent.number);
    expect(steps.map(({ clock, to }) => `${String(clock)} → ${String(to)}`)).toEqual(
      expect.arrayContaining(['complete/1 → community-secretary', 'complete/1 → town-leader']),
    );
    await calls.hangUp();
    live = [...calls.acknowledged, urgent];
  });

  test('has lost nothing that was acknowledged, and doubled nothing', async () => {
    const { number = '' } = live.at(-2) ?? {};
    await until(
      'the last call is visible',
      () => ask(town.url, { method: 'GET', path: `/api/v1/timelines/${number}`, who: operator }),
      ({ body }) => JSON.stringify(body['clocks'] ?? []).includes('complete/1'),
    );
    const cases = await everyItem(town.url, operator, '/api/v1/cases');
    const known = new Map(cases.map(({ caseId, number: its }) => [caseId, its]));
    expect(live.filter(({ id, number: its }) => known.get(id) !== its)).toEqual([]);
    expect(cases.length).toBe(2 * rows + live.length);

    const copy = path.join(folder, 'everything.mulin');
    expect(await town.mulin('export', '--out', copy)).toMatchObject({ code: 0 });
    const events = eventsIn(copy);
    const of = (table: string, type: string) => events.filter((it) => it.table === table && it.type === type);
    const registered = of('intake.facts', 'CaseRegistered');
    expect(registered.length).toBe(2 * rows + live.length);
    expect(new Set(registered.map(({ data }) => data['number'])).size).toBe(registered.length);
    expect(of('routing.facts', 'ArchivedCaseRouted').length).toBe(2 * rows);
    // What nobody takes in time goes on to the next: the first offer of each is its own.
    const isFirst = ({ data }: CopiedEvent) => data['leg'] === 1;
    expect(of('routing.facts', 'OrderOffered').filter(isFirst).length).toBe(live.length);
    const archived = new Set(
      of('routing.facts', 'ArchivedCaseRouted').map(({ stream }) => stream.replace('order-', 'clocks-')),
    );
    const verdicts = [...of('sla_timer.facts', 'ClockMet'), ...of('sla_timer.facts', 'ClockBreached')];
    expect(verdicts.filter(({ stream }) => archived.has(stream)).length).toBe(2 * rows);
    for (const [table, type] of [
      ['routing.facts', 'OrderOffered'],
      ['sla_timer.facts', 'LegOffered'],
    ] as const) {
      expect(of(table, type).length).toBeGreaterThanOrEqual(live.length);
      expect({ type, again: comeAgain(of(table, type)) }).toEqual({ type, again: [] });
    }
    for (const type of ['CycleBegan', 'CaseRegistered', 'ArchivedCaseRouted'])
      expect(oncePerStream(events.filter((it) => it.type === type))).toBe(true);
    expect(new Set(events.map(({ id, table }) => `${table} ${id}`)).size).toBe(events.length);
    expect((await town.mulin('dead-letters', 'list')).json).toEqual({ items: [] });
  });
});

describe('A file in which not every row is a demand', () => {
  test('gives its demands, and a list of the rows that were rejected, each with its line and reason', async () => {
    const head = 'id,reported,closed,target,kept,words,lat,lon';
    const row = (id: string, words: string, reported = '2026-01-02T10:00') =>
      `${id},${reported},,,,${words},36.373,119.744`;
    const wrong = [
      row('', 'Without an id'),
      row('2', 'Of a day that never was', '2026-02-30T10:00'),
      row('3', 'With a \0 in it'),
      row('4', 'With a "stray" quote'),
      row('5', 'x'.repeat(20_001)),
      `6,2026-01-02T10:00,,,,From beyond the pole,96,119`,
      row('7', 'The first of this number'),
    ];
    const good = [row('7', 'Of a number that is taken'), row('8', '好 🕯️ ﷽'), row('9', '"of\ntwo lines"')];
    const file = path.join(folder, 'odd.csv');
    const lines = [head, ...wrong, ...good];
    writeFileSync(
      file,
      Buffer.concat([
        Buffer.from(`${lines.join('\n')}\n10,2026-01-02T10:00,,,,`),
        inGbk,
        Buffer.from(',36,119\n'),
      ]),
    );

    const mapping = demandsOfLastMonth(newFolder(), 'odd-ledger', 1).mapping;
    const { code, json } = await town.mulin('import', file, '--mapping', mapping);
    expect({ code, json }).toMatchObject({ code: 1, json: { read: 11, registered: 3, rejected: 8 } });
    const [, ...rejected] = readFileSync(String(json['rejectedFile']), 'utf8').trim().split('\r\n');
    // Line, column, value, code, reason; no value here holds a comma.
    const told = rejected.map((line) => {
      const [at, column, , code] = line.split(',');
      return [at, column, code].join(' ');
    });
    expect(told.sort()).toEqual([
      '13  line-not-utf8',
      '2 id missing',
      '3 reported no-such-day',
      '4 words nul-character',
      '5  misplaced-quote',
      '6 words too-long',
      '7 lat not-a-coordinate',
      '9  same-id-other-content',
    ]);
    expect(rejected.join()).not.toMatch(/stray|Without|Of a number/);
  });
});

/** Two characters as many offices still write them. */
const inGbk = Buffer.from([0xc2, 0xb7, 0xb5, 0xc6]);

/** What is there more than once of the same leg. */
const comeAgain = (events: readonly CopiedEvent[]): readonly string[] => {
  const legs = events.map(({ stream, data }) => `${stream} ${String(data['cycle'])}/${String(data['leg'])}`);
  return legs.filter((leg, place) => legs.indexOf(leg) !== place);
};

const oncePerStream = (events: readonly CopiedEvent[]): boolean =>
  new Set(events.map(({ stream }) => stream)).size === events.length;
