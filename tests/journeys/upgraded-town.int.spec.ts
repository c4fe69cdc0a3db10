/** The data of an older version under this one, in place and as a copy: nothing reads differently, and it goes on. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { expectNothingTwice, expectSound, expectToGoOn, readersOf, tokenOf } from '../upgrade/goes-on.js';
import { expected, fillDatabase, olderCopy, olderHome, olderPack } from '../upgrade/older-town.js';
import { expectAsBefore } from '../upgrade/reads-as-before.js';
import { ask, everyItem } from './http.js';
import { clearAway, type Environment, mulin, newHome, patienceMs, startTown, until } from './real-town.js';

jest.setTimeout(patienceMs);

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await clearAway();
  await database.drop();
});

/** A clock that is so far ahead. */
const monthLater: Environment = {
  NODE_OPTIONS: `--import ${fileURLToPath(new URL('../chaos/skew.mjs', import.meta.url))}`,
  MULIN_CHAOS_SKEW_MS: String(30 * 24 * 3_600_000),
};

/** In the database of a test, in the hands of the roles that a town of its own PostgreSQL has. */
const inPlace = async () => {
  await fillDatabase(database);
  const { url, ownerUrl } = await database.roles();
  return { DATABASE_URL: url, MULIN_OWNER_URL: ownerUrl, MULIN_PACK: olderPack, MULIN_HOME: olderHome() };
};

test('an older town starts in place, reads as it did, and goes on', async () => {
  const at = await inPlace();
  const { url } = await startTown(at);
  await expectToGoOn({ url, at }, database);
  await expectSound({ url, at });
});

test('a month later what has become late is told of, once, and again not by the next start', async () => {
  const at = { ...(await inPlace()), ...monthLater };
  // All that is open but the two whose deadlines are years away.
  const late = expected.cases.filter(({ state }) => state === 'offered' || state === 'taken').length - 2;
  for (const _ of ['first', 'second']) {
    const { url, kill } = await startTown(at);
    const readers = await readersOf({ url, at });
    await until(
      'all of it is told of',
      () => everyItem(url, readers.auditor, '/api/v1/escalations'),
      (items) => new Set(items.map(({ number }) => number)).size >= late,
    );
    await expectAsBefore(readers);
    await expectNothingTwice({ url, at }, database);
    await kill('SIGTERM');
  }
});

test('a copy that an older version has written is restored, reads as it did, and goes on', async () => {
  const at = { DATABASE_URL: database.url, MULIN_PACK: olderPack, MULIN_HOME: newHome() };
  expect(await mulin(at, 'restore', olderCopy())).toMatchObject({ code: 0 });
  const { url } = await startTown(at);
  await expectToGoOn({ url, at }, database);
});

/** What a newer version would have recorded of a case, in a form that this one does not know. */
const recordNewerOf = (caseId: string) =>
  database.database.sql(
    `insert into intake.facts (position, stream, revision, id, type, version, data, metadata)
       select (select max(position) + 1 from intake.facts), stream, revision + 1, 'of-a-newer-version', type, 9, data, metadata
       from intake.facts where stream = $1 order by revision desc limit 1`,
    [`case-${caseId}`],
  );

test('what a newer version has recorded is refused, skipped by nobody, and nothing is written after it', async () => {
  const at = await inPlace();
  const { url } = await startTown(at);
  await readersOf({ url, at });
  const clerk = await tokenOf({ url, at }, 'hotline-clerk');
  const id = String(expected.open[0]?.id);
  await recordNewerOf(id);
  const body = { reason: 'not-of-this-town', door: 'police' };
  const declined = await ask(url, {
    method: 'POST',
    path: `/api/v1/cases/${id}/decline`,
    who: clerk,
    body,
  });
  expect(declined).toMatchObject({ status: 503, body: { code: 'newer-facts' } });
  const [last] = await database.database.sql(
    'select id from intake.facts where stream = $1 order by revision desc limit 1',
    [`case-${id}`],
  );
  expect(last).toEqual({ id: 'of-a-newer-version' });
  const { body: said } = await until(
    'readiness names the service',
    () => ask(url, { method: 'GET', path: '/health/ready' }),
    ({ status }) => status === 503,
  );
  expect(said['waitsFor']).toContain('intake');
});
