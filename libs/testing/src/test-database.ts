/** A real PostgreSQL for tests: one server for a whole Jest run, one empty database for each who asks. */
import {
  type Database,
  leaveRunning,
  longMs,
  openDatabase,
  prepareRoles,
  type RoleUrls,
} from '@mulin/postgres';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A database of its own for one spec. */
export type TestDatabase = Readonly<{
  /** As superuser, who may do what a test needs done. */
  url: string;
  database: Database;
  /** Makes the roles that a town of its own PostgreSQL works with, and hands this database over to them. */
  roles(): Promise<RoleUrls>;
  drop(): Promise<void>;
}>;

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

const sweeper = fileURLToPath(new URL('../../../infra/scripts/stop-test-database.mjs', import.meta.url));

/** A home that root cannot open to PostgreSQL has its data beside it, and no test belongs among a system's own. */
const beside = ['/tmp', '/var/tmp'];

/** What one run of the tests shares: there when somebody makes it, and gone with all that it holds when the run is over. */
export const folderOfRun = (): string =>
  path.join(tmpdir(), `mulin-test-${process.getuid?.() ?? 'user'}`, String(runOf()));

const embedded = async (): Promise<string> => {
  const home = folderOfRun();
  // The first of this run takes away what runs left behind that were killed before they could clean up.
  if (!existsSync(path.join(home, 'postgres'))) await run(process.execPath, [sweeper]);
  for (;;) {
    const server = await leaveRunning({ home, settings: hasty, beside });
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
    roles: () => prepareRoles(url.href, 'of a test'),
    drop: async () => {
      await database.close();
      await once(main, `drop database if exists ${name} with (force)`);
    },
  };
};

const once = async (url: string, statement: string) => {
  const database = await openDatabase({ url, max: 1, applicationName: 'test', limitMs: longMs });
  try {
    await database.sql(statement);
  } finally {
    await database.close();
  }
};
