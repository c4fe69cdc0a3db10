/** A real PostgreSQL for tests: one server for a whole Jest run, one empty database for each who asks. */
import { type Database, leaveRunning, openDatabase } from '@mulin/postgres';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

export type TestDatabase = Readonly<{ url: string; database: Database; drop(): Promise<void> }>;

/** Tests may lose everything when the machine stops; what they check of durability they check by other means. */
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
};

/** Jest's workers are children of the run; a run of one file needs none and works in the run itself. */
const runOf = (): number =>
  process.argv.some((word) => word.includes('jest-worker')) ? process.ppid : process.pid;

const folderOfRuns = () => path.join(tmpdir(), `mulin-test-${userInfo().uid}`);

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** What runs left behind that were killed before they could clean up. */
const sweep = async (runs: string) => {
  for (const name of readdirSync(runs)) {
    if (isAlive(Number(name))) continue;
    const home = path.join(runs, name);
    const pidFile = path.join(home, 'postgres', 'data', 'postmaster.pid');
    if (existsSync(pidFile)) {
      const server = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
      if (server > 1 && isAlive(server)) process.kill(server, 'SIGQUIT');
      while (isAlive(server)) await pause(20);
    }
    rmSync(home, { recursive: true, force: true });
  }
};

const embedded = async (): Promise<string> => {
  const runs = folderOfRuns();
  const home = path.join(runs, String(runOf()));
  if (!existsSync(home)) {
    mkdirSync(runs, { recursive: true });
    await sweep(runs).catch(() => undefined);
  }
  for (;;) {
    const server = await leaveRunning({ home, settings: hasty });
    if (server !== null) return server.url;
    await pause(50);
  }
};

let server: Promise<string> | undefined;

/** A fresh and empty database; `drop` it when the tests that asked for it are over. */
export const testDatabase = async (): Promise<TestDatabase> => {
  server ??= Promise.resolve(process.env['MULIN_TEST_DATABASE_URL'] ?? embedded());
  const main = await server;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await once(main, `create database ${name}`);
  const url = new URL(main);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href, applicationName: 'test' });

  return {
    url: url.href,
    database,
    drop: async () => {
      await database.close();
      await once(main, `drop database if exists ${name} with (force)`);
    },
  };
};

const once = async (url: string, statement: string) => {
  const database = await openDatabase({ url, max: 1, applicationName: 'test' });
  try {
    await database.sql(statement);
  } finally {
    await database.close();
  }
};
