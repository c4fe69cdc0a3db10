import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { postgresEventStore } from '@mulin/event-store';
import { newCorrelation, type EventStore, instant, personId, Unavailable, uuidOf } from '@mulin/kernel';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { postgresVault, type TownVault } from '@mulin/vault';
import { collectGarbage } from './collect-garbage.js';
import { recordingLogger } from './memory-parts.js';

const now = () => instant('2026-03-02T04:00:00Z');
const byClerk = { actor: 'clerk-1', purpose: 'answering' };
const grant = { kinds: ['words'], purposes: ['answering'] };
const services = ['intake', 'audit'];

type Town = TestDatabase &
  Readonly<{ vault: TownVault; stores: Map<string, EventStore>; book: ReturnType<typeof recordingLogger> }>;
let town: Town;

const storeIn = (schema: string, { database }: TestDatabase) => postgresEventStore({ database, schema, now });

beforeEach(async () => {
  const here = await testDatabase();
  const stores = new Map<string, EventStore>();
  for (const service of services) stores.set(service, await storeIn(service, here));
  const vault = await postgresVault({ database: here.database, master: randomBytes(32), town: 'mu', now });
  town = { ...here, stores, vault, book: recordingLogger() };
});
afterEach(async () => {
  await town.vault.close();
  await town.drop();
});

const read = (id: string) => town.vault.as('intake', grant).read(id, byClerk);

/** Words that were kept so many hours ago. */
const keep = async (content: string, hours = 25): Promise<string> => {
  const [id, person] = [await uuidOf(content), personId(await uuidOf('of', content))];
  await town.vault.as('intake', grant).keep([{ id, person, kind: 'words', content }]);
  await town.database.sql(
    'update vault.item set kept_at = now() - make_interval(hours => $2) where id = $1',
    [id, hours],
  );
  return id;
};

let recorded = 0;
const refer = async (store: EventStore | undefined, ...ids: readonly string[]) => {
  const metadata = newCorrelation({ id: 'request', town: 'mu', actor: 'clerk-1' });
  const events = ids.map((id) => ({
    type: 'CaseNoted',
    data: { words: { id, hash: 'ab' } },
    id: `event-${++recorded}`,
    metadata,
  }));
  await store?.appendToStream('case-lamp', events, { expectedRevision: 'any' });
};

const collect = (
  more: Partial<Parameters<typeof collectGarbage>[0]> = {},
  stopped = new AbortController().signal,
) =>
  collectGarbage(
    {
      database: town.database,
      services,
      eventStore: (service) => {
        const store = town.stores.get(service);
        if (store === undefined) throw new Error(`there is no store of ${service}`);
        return store;
      },
      openLog: (schema) => postgresEventStore({ database: town.database, schema, upcasts: 'as-stored' }),
      vault: town.vault,
      log: town.book.log,
      ...more,
    },
    stopped,
  )();

/** Words that some event refers to, and words that none does. */
const twoLetters = async () => {
  const [held, loose] = [await keep('held'), await keep('loose')];
  await refer(town.stores.get('intake'), held);
  return { held, loose };
};

const expectRefused = async (collecting: Promise<number>, reason: RegExp, ...ids: readonly string[]) => {
  await expect(collecting).rejects.toThrow(reason);
  for (const id of ids) expect(await read(id)).not.toBeNull();
  expect(town.book.said()).toMatchObject([
    { level: 'error', message: 'no item of the vault was removed: not every log answered' },
  ]);
};

describe('Words that no event refers to', () => {
  test('are removed after a day, when every log was asked; what any log refers to stays', async () => {
    const { held, loose } = await twoLetters();
    const heard = await keep('heard');
    const others = await Promise.all(Array.from({ length: 1_200 }, (_, nth) => uuidOf(`other ${nth}`)));
    await refer(town.stores.get('audit'), ...others);
    await refer(town.stores.get('audit'), heard.toUpperCase());
    const young = await keep('young', 23);
    expect(await collect()).toBe(1);
    expect(await Promise.all([held, heard, young, loose].map(read))).toEqual([
      'held',
      'heard',
      'young',
      null,
    ]);
    expect(town.book.said()).toEqual([]);
  });

  test('stay when the table of a log is called otherwise', async () => {
    const { held, loose } = await twoLetters();
    await town.database.sql('alter table intake.facts rename to events');
    await expectRefused(collect(), /log of intake cannot be read/, held, loose);
  });

  test('stay when the events lie in another store, which does not answer', async () => {
    const { held, loose } = await twoLetters();
    const isAway = () => Promise.reject(new Unavailable('KurrentDB does not answer.'));
    const away = { ...(town.stores.get('intake') as EventStore), readAll: isAway, head: isAway };
    await town.database.sql('drop schema intake cascade');
    const eventStore = (service: string) =>
      service === 'intake' ? away : (town.stores.get(service) as EventStore);
    await expectRefused(collect({ eventStore }), /KurrentDB/, held, loose);
  });

  test('are found by events that lie in another store', async () => {
    const { held, loose } = await twoLetters();
    const elsewhere = await storeIn('elsewhere', town);
    await refer(elsewhere, loose);
    await town.database.sql('alter table intake.facts disable trigger user; truncate intake.facts');
    const eventStore = (service: string) =>
      service === 'intake' ? elsewhere : (town.stores.get(service) as EventStore);
    expect(await collect({ eventStore })).toBe(1);
    expect([await read(held), await read(loose)]).toEqual([null, 'loose']);
  });

  test('stay when a service refers to them that is not at work', async () => {
    const { held, loose } = await twoLetters();
    await refer(await storeIn('call_back', town), loose);
    expect(await collect()).toBe(0);
    expect([await read(held), await read(loose)]).toEqual(['held', 'loose']);
  });

  test('stay when a service refers to them that is not at work, in a shape that this program does not know', async () => {
    const { held, loose } = await twoLetters();
    const upcasts = { CaseNoted: [(data: never) => data] };
    const { database } = town;
    await refer(await postgresEventStore({ database, schema: 'call_back', now, upcasts }), loose);
    expect(await collect()).toBe(0);
    expect([await read(held), await read(loose)]).toEqual(['held', 'loose']);
  });

  test('stay when a service has a log here that cannot be read', async () => {
    const { held, loose } = await twoLetters();
    await refer(await storeIn('call_back', town), loose);
    await town.database.sql('alter table call_back.facts rename to facts_of_last_year');
    await expectRefused(collect(), /log of call_back cannot be read/, held, loose);
  });

  test('stay when a log does not give what it says it has', async () => {
    const { held, loose } = await twoLetters();
    const store = town.stores.get('intake') as EventStore;
    const eventStore = (service: string) =>
      service === 'intake' ? { ...store, readAll: async () => [] } : (town.stores.get(service) as EventStore);
    await expectRefused(collect({ eventStore }), /its events end at 0, and its head is 1/, held, loose);
  });

  test('stay when there is no event at all', async () => {
    const loose = await keep('loose');
    await expectRefused(collect(), /no event in any log/, loose);
  });

  test('stay when a log is another one than yesterday', async () => {
    const { held, loose } = await twoLetters();
    await collect();
    expect(await read(loose)).toBeNull();
    const later = await keep('later');
    await refer(town.stores.get('intake'), later);
    await town.database.sql(
      'create table intake.before as table intake.facts; alter table intake.facts disable trigger user; truncate intake.facts',
    );
    await refer(town.stores.get('intake'), await uuidOf('a new menu'));
    await expectRefused(collect(), /a log is missing/, held, later);
  });

  test('stay, without a word, when the town stops meanwhile', async () => {
    const { loose } = await twoLetters();
    await expect(collect({}, AbortSignal.abort())).rejects.toThrow(/abort/);
    expect([await read(loose), town.book.said()]).toEqual(['loose', []]);
  });
});
