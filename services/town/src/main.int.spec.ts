import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { signLocally } from '@mulin/identity';
import { testDatabase } from '@mulin/testing';
import { inTheWest, twoSquares } from './host/two-squares.testing.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pack = twoSquares();
const homes: string[] = [];
/** Generous: a busy machine starts a program and a PostgreSQL ten times slower than a quiet one. */
const patienceMs = 200_000;
const running = new Set<ChildProcess>();

const newHome = (): string => {
  const home = mkdtempSync(path.join(tmpdir(), 'mulin-home-'));
  // So that PostgreSQL can live in it also when another user has to run it.
  chmodSync(home, 0o755);
  homes.push(home);
  return home;
};

type Ended = Readonly<{ code: number | null; out: string; err: string }>;

/** `npm start`, from the sources. */
const launch = (env: Readonly<Record<string, string>>) => {
  const args = ['--no-warnings', '--conditions=source', '--import', './infra/scripts/run-sources.mjs'];
  const town = spawn(process.execPath, [...args, 'services/town/src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], MULIN_PORT: '0', MULIN_PACK: pack, ...env },
  });
  running.add(town);
  let out = '';
  let err = '';
  const ended = new Promise<Ended>((resolve) =>
    town.once('close', (code) => {
      running.delete(town);
      resolve({ code, out, err });
    }),
  );
  const ready = new Promise<string>((resolve, reject) => {
    town.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [url] = /http:\S+/.exec(out) ?? [];
      if (out.includes('ready') && url !== undefined) resolve(url);
    });
    town.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    void ended.then((it) => reject(new Error(`it ended with ${it.code}: ${it.err}`)));
  });
  ready.catch(() => undefined);
  return { process: town, ready, ended, kill: (signal: NodeJS.Signals) => town.kill(signal) };
};

const asOperator = async (home: string) => `Bearer ${await signLocally(path.join(home, 'keys'))}`;

const register = async (url: string, home: string, key: string) =>
  fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: {
      authorization: await asOperator(home),
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ menuItem: 'street-and-lighting', words: 'It is dark.', place: inTheWest }),
  });

const storyOf = async (url: string, home: string, caseId: string) => {
  const response = await fetch(`${url}/api/v1/timelines/${caseId}`, {
    headers: { authorization: await asOperator(home) },
  });
  return (await response.json()) as { clocks?: readonly { name: string }[]; number?: string };
};

/** Asks again until it is so, and not for ever. */
const until = async <Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean) => {
  for (let time = 1; time <= 3_000; time++) {
    // A connection may be cut while the machine is busy: whoever asks over a network asks again.
    const [answer] = await ask().then(
      (it) => [it],
      () => [],
    );
    if (answer !== undefined && isSo(answer)) return answer;
    await pause(50);
  }
  throw new Error(`it never was so: ${String(isSo)}`);
};

/** What the log says of the town as a whole, line by line. */
const loggedOfTown = (home: string): readonly unknown[] =>
  readFileSync(path.join(home, 'logs', 'town.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
    .filter(({ part }) => part === 'town');

const hasClocks = (story: { clocks?: readonly unknown[] }) => (story.clocks ?? []).length > 0;

const stopAll = async () => {
  for (const town of running) town.kill('SIGTERM');
  await until(
    async () => running.size,
    (size) => size === 0,
  );
};
afterEach(stopAll, patienceMs);
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

describe('npm start', () => {
  test(
    'says ready with the address, and nothing else; SIGTERM ends it cleanly, and the log tells both',
    async () => {
      const home = newHome();
      const town = launch({ MULIN_HOME: home });
      const url = await town.ready;
      // A new town has next to nothing to catch up with; a busy machine may need a moment all the same.
      const { status } = await until(
        () => fetch(`${url}/health/ready`),
        (ready) => ready.status === 200,
      );
      expect(status).toBe(200);

      town.kill('SIGTERM');
      const { code, out } = await town.ended;
      expect({ code, lines: out.trim().split('\n') }).toEqual({
        code: 0,
        lines: [expect.stringContaining(url)],
      });
      expect(loggedOfTown(home)).toMatchObject([
        {
          town: 'mu',
          port: Number(new URL(url).port),
          pack,
          version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        },
        { msg: 'the town stops', why: 'SIGTERM' },
      ]);
    },
    patienceMs,
  );

  test(
    'takes a demand round the whole loop, and has it still after kill -9',
    async () => {
      const home = newHome();
      const first = launch({ MULIN_HOME: home });
      const before = await first.ready;
      const answer = await register(before, home, 'one');
      expect(answer.status).toBe(201);
      const { caseId, number } = (await answer.json()) as { caseId: string; number: string };
      first.kill('SIGKILL');
      await first.ended;

      const second = launch({ MULIN_HOME: home });
      const after = await second.ready;
      const again = (await (await register(after, home, 'one')).json()) as object;
      expect(again).toMatchObject({ caseId, number });
      const story = await until(() => storyOf(after, home, caseId), hasClocks);
      expect(story).toMatchObject({ number });
    },
    patienceMs,
  );

  test(
    'answers 503 while PostgreSQL is gone, and goes on by itself when it is back',
    async () => {
      const home = newHome();
      const town = launch({ MULIN_HOME: home });
      const url = await town.ready;
      const postmaster = Number.parseInt(
        readFileSync(path.join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8'),
        10,
      );
      process.kill(postmaster, 'SIGKILL');

      const down = await until(
        () => register(url, home, 'a'),
        ({ status }) => status !== 201,
      );
      expect(down.status).toBe(503);
      expect(await down.json()).toMatchObject({ code: 'try-again' });
      expect(down.headers.get('retry-after')).toBe('2');

      const up = await until(
        () => register(url, home, 'b'),
        ({ status }) => status === 201,
      );
      const { caseId } = (await up.json()) as { caseId: string };
      await until(() => storyOf(url, home, caseId), hasClocks);
      expect(await fetch(`${url}/health/live`)).toMatchObject({ status: 200 });
    },
    patienceMs,
  );

  test(
    'runs beside another town, and refuses a second one in the same home',
    async () => {
      const home = newHome();
      const [one, other] = [launch({ MULIN_HOME: home }), launch({ MULIN_HOME: newHome() })];
      expect(await one.ready).not.toBe(await other.ready);

      const { code, err } = await launch({ MULIN_HOME: home }).ended;
      expect({ code, sentences: err.trim().split('\n') }).toEqual({
        code: 2,
        sentences: [expect.stringMatching(/already runs.*MULIN_HOME/)],
      });
    },
    patienceMs,
  );

  test(
    'uses the PostgreSQL it is told to use',
    async () => {
      const database = await testDatabase();
      const home = newHome();
      const town = launch({ MULIN_HOME: home, DATABASE_URL: database.url });
      const answer = await register(await town.ready, home, 'one');
      expect(answer.status).toBe(201);
      await stopAll();
      await database.drop();
    },
    patienceMs,
  );

  test(
    'refuses a port that is taken before it starts anything',
    async () => {
      const taken = createServer();
      const port = await new Promise<number>((resolve) =>
        taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
      );
      const { code, err } = await launch({ MULIN_HOME: newHome(), MULIN_PORT: String(port) }).ended;
      taken.close();
      expect({ code, sentences: err.trim().split('\n') }).toEqual({
        code: 2,
        sentences: [expect.stringContaining(`Port ${port} is in use`)],
      });
    },
    patienceMs,
  );

  test(
    'refuses an address that is none of this machine',
    async () => {
      // Of a network that is for documentation alone (RFC 5737).
      const { code, err } = await launch({ MULIN_HOME: newHome(), MULIN_BIND: '192.0.2.1' }).ended;
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('has no address 192.0.2.1') });
    },
    patienceMs,
  );

  test(
    'says in one sentence what it was asked for wrongly',
    async () => {
      const wrong = { MULIN_HOME: newHome(), MULIN_PORT: 'many', DATABASE_URL: 'mysql://x' };
      const away = { MULIN_HOME: newHome(), DATABASE_URL: 'postgres://127.0.0.1:1/none' };
      const [one, other] = await Promise.all([launch(wrong).ended, launch(away).ended]);
      for (const { code, out, err } of [one, other])
        expect({ code, out, sentences: err.trim().split('\n') }).toMatchObject({
          code: 2,
          out: '',
          sentences: { length: 1 },
        });
      expect(one.err).toMatch(/MULIN_PORT: .*DATABASE_URL: /);
      expect(other.err).toMatch(/DATABASE_URL/);
    },
    patienceMs,
  );

  test.each([
    ['local.key', 'ab'],
    ['local.key', ''],
    ['signing.json', '{"kty":"EC","crv":"P-256"'],
    ['signing.json', '{}'],
    ['vault.key', 'ab'.repeat(31)],
  ])(
    'does not start with a damaged %s (%j), and says in one sentence which file it is, also in its log',
    async (name, content) => {
      const home = newHome();
      mkdirSync(path.join(home, 'keys'), { mode: 0o700 });
      const file = path.join(home, 'keys', name);
      writeFileSync(file, content, { mode: 0o600 });
      const database = await testDatabase();
      const { code, err } = await launch({ MULIN_HOME: home, DATABASE_URL: database.url }).ended;
      await database.drop();
      expect({ code, sentences: err.trim().split('\n') }).toEqual({
        code: 2,
        sentences: [expect.stringContaining(file)],
      });
      expect(loggedOfTown(home)).toMatchObject([{ level: 'error', reason: expect.stringContaining(file) }]);
    },
    patienceMs,
  );

  test(
    'says in one sentence that a newer Mulin has written to its tables',
    async () => {
      const database = await testDatabase();
      const home = newHome();
      await launch({ MULIN_HOME: home, DATABASE_URL: database.url }).ready;
      await stopAll();
      await database.database.sql(
        "insert into intake.migrations (place, id, hash) values (99, '999-later', 'x')",
      );
      const { code, err } = await launch({ MULIN_HOME: home, DATABASE_URL: database.url }).ended;
      await database.drop();
      expect({ code, sentences: err.trim().split('\n') }).toEqual({
        code: 2,
        sentences: [expect.stringMatching(/newer Mulin/)],
      });
    },
    patienceMs,
  );

  test(
    'says in one sentence that its home cannot be written',
    async () => {
      // Also root makes no folder here.
      const { code, err } = await launch({ MULIN_HOME: '/sys/mulin' }).ended;
      expect({ code, sentences: err.trim().split('\n') }).toEqual({
        code: 2,
        sentences: [expect.stringMatching(/\/sys\/mulin.*MULIN_HOME/)],
      });
    },
    patienceMs,
  );

  test(
    'closes its home to everybody else',
    async () => {
      const home = newHome();
      const database = await testDatabase();
      await launch({ MULIN_HOME: home, DATABASE_URL: database.url }).ready;
      await stopAll();
      await database.drop();
      // Where root owns it, PostgreSQL must be able to pass; nobody can read it.
      const modes = [home, path.join(home, 'keys'), path.join(home, 'logs')].map(
        (folder) => statSync(folder).mode & 0o066,
      );
      expect(modes).toEqual([0, 0, 0]);
    },
    patienceMs,
  );
});
