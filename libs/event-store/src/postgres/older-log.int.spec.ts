import { afterAll, expect, test } from '@jest/globals';
import { type EventStore, newCorrelation, WrongExpectedRevision } from '@mulin/kernel';
import { type Database, migrate, openDatabase } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresEventStore } from './postgres-event-store.js';
import { eventMigrations } from './schema.js';

const opened = testDatabase();
afterAll(async () => (await opened).drop());

const metadata = newCorrelation({ id: 'request-1', town: 'mu', actor: 'clerk-1' });
const noted = (id: string) => ({ id, type: 'CaseNoted', data: { words: id }, metadata });

type Opened = Awaited<typeof opened>;

/** Who opens the log: the superuser, as every town did before, or the two roles that it was handed over to. */
const openers: Readonly<Record<string, (it: Opened) => Promise<Database>>> = {
  'by the superuser': async ({ url }) => openDatabase({ url }),
  'by the roles of a town': async ({ roles }) => openDatabase(await roles()),
};

const recordBefore = async ({ database }: Opened, schema: string) => {
  const ofBefore = eventMigrations.findIndex(({ id }) => id === 'shorter-metadata');
  await migrate(database, schema, eventMigrations.slice(0, ofBefore));
  const recorded = JSON.stringify({ ...metadata, recordedAt: '2026-03-02T08:00:00.000Z' });
  for (const id of ['a', 'b'])
    await database.sql(`select ${schema}.append_one('case-lamp', -2, $1, 'CaseNoted', 1, $2, $3)`, [
      id,
      JSON.stringify({ words: id }),
      recorded,
    ]);
};

/** An append of two, an event that is there already, and a writer who knew too little. */
const writeOn = async (store: EventStore) => {
  const again = await store.appendToStream('case-lamp', [noted('b')], { expectedRevision: 'any' });
  expect(again.map(({ revision }) => revision)).toEqual([1]);
  const late = store.appendToStream('case-lamp', [noted('c')], { expectedRevision: 'no-stream' });
  await expect(late).rejects.toThrow(WrongExpectedRevision);
  await store.appendToStream('case-lamp', ['c', 'd'].map(noted), { expectedRevision: 1 });
};

const expectWhole = async (store: EventStore) => {
  const log = await store.readStream('case-lamp');
  expect(log.map(({ id, data }) => [id, data])).toEqual(
    ['a', 'b', 'c', 'd'].map((id) => [id, { words: id }]),
  );
  for (const { metadata: its } of log) expect(its).toMatchObject(metadata);
};

test.each(Object.keys(openers))(
  'A log of a town of before, opened %s, is read and written on: its names are found, and its metadata are whole',
  async (who) => {
    const schema = `older_${Object.keys(openers).indexOf(who)}`;
    await recordBefore(await opened, schema);
    const database = await openers[who]?.(await opened);
    if (database === undefined) throw new Error('it is one of them');
    try {
      const store = await postgresEventStore({ database, schema });
      await writeOn(store);
      await expectWhole(store);
    } finally {
      await database.close();
    }
  },
);

test('The role of a town may add events by the functions of today, and still not change one', async () => {
  const { database: superuser, roles } = await opened;
  const database = await openDatabase(await roles());
  try {
    const store = await postgresEventStore({ database, schema: 'todays' });
    await store.appendToStream('case-lamp', [noted('a')], { expectedRevision: 'any' });
    await expect(database.sql(`update todays.facts set data = '{}'`)).rejects.toThrow(/42501/);
    const [owner] = await superuser.sql(
      `select distinct pg_get_userbyid(proowner) as owner from pg_proc where pronamespace = 'todays'::regnamespace`,
    );
    expect(owner).toEqual({ owner: 'mulin_owner' });
  } finally {
    await database.close();
  }
});
