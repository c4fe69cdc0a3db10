/** What a server may do to a log, and what comes of it: on the stub, as a real one does none of it when asked. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant, newCorrelation, type NewEvent, type RecordedEvent, Unavailable } from '@mulin/kernel';
import { type KurrentStub, startKurrentStub, until } from '@mulin/testing';
import { type KurrentConnection, openKurrent } from './connection.js';
import { serverIdOf } from './event-form.js';
import { kurrentEventStore } from './kurrent-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');
const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
const noted = (id: string): NewEvent => ({ id, type: 'CaseNoted', data: { words: id }, metadata });
const idsOf = (events: readonly RecordedEvent[]) => events.map(({ id }) => id);
const fresh = { expectedRevision: 'no-stream' } as const;
const any = { expectedRevision: 'any' } as const;
const all = { from: null, maxCount: 1_000 };
const reasonOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );

const opened: { stub?: KurrentStub; connection?: KurrentConnection } = {};
const theStub = (): KurrentStub => {
  if (opened.stub === undefined) throw new Error('There is no server.');
  return opened.stub;
};
const connection = (): KurrentConnection => {
  if (opened.connection === undefined) throw new Error('There is no connection.');
  return opened.connection;
};
const storeOf = (log: string) => kurrentEventStore({ connection: connection(), log: `mulin.mu.${log}`, now });

beforeAll(async () => {
  opened.stub = await startKurrentStub();
  opened.connection = await openKurrent(opened.stub.url);
});
afterAll(async () => {
  await opened.connection?.close();
  await opened.stub?.close();
});

describe('A server that was restarted', () => {
  test('has forgotten what was appended without a revision, and nothing is doubled', async () => {
    const store = storeOf('restarted');
    const first = await store.appendToStream('case-a', [noted('a')], any);
    await store.appendToStream('case-a', [noted('b')], any);
    await theStub().restart();
    await until(() => store.head().then(Boolean, () => false));
    const again = storeOf('restarted');
    expect(await again.appendToStream('case-a', [noted('a')], any)).toEqual(first);
    expect(await again.appendToStream('case-a', [noted('a')], { expectedRevision: 1 })).toEqual(first);
    expect(idsOf(await again.readStream('case-a'))).toEqual(['a', 'b']);
  });

  test('is followed on from where it was, and gives nothing twice', async () => {
    const store = storeOf('followed');
    const heard: string[] = [];
    const subscription = store.subscribeToAll(
      { from: null },
      async (batch) => void heard.push(...idsOf(batch)),
    );
    await store.appendToStream('case-a', [noted('a')], fresh);
    await until(() => heard.length === 1);
    theStub().kill();
    await theStub().restart();
    await until(() => store.appendToStream('case-b', [noted('b')], fresh).then(Boolean, () => false));
    await until(() => heard.length === 2);
    await subscription.stop();
    expect(heard).toEqual(['a', 'b']);
  });
});

describe('A server that is away', () => {
  test('is one kind of error, whichever of the two connections notices it', async () => {
    const store = storeOf('away');
    await store.appendToStream('case-a', [noted('a')], fresh);
    theStub().kill();
    const asked = [
      store.readStream('case-a'),
      store.readAll(all),
      store.head(),
      store.appendToStream('case-b', [noted('b')], fresh),
      store.appendToStream('case-c', [noted('c')], any),
      connection().ping(),
    ];
    for (const attempt of asked) expect(await reasonOf(attempt)).toBeInstanceOf(Unavailable);
    await theStub().restart();
    await until(() =>
      store.readStream('case-a').then(
        ({ length }) => length === 1,
        () => false,
      ),
    );
    await until(() => store.appendToStream('case-b', [noted('b')], fresh).then(Boolean, () => false));
  });

  test('before its answer came has written, and the same append again adds nothing', async () => {
    const store = storeOf('lost');
    theStub().rules.answersToLose = 1;
    expect(await reasonOf(store.appendToStream('case-a', [noted('a')], fresh))).toBeInstanceOf(Unavailable);
    const stored = await until(() =>
      store.appendToStream('case-a', [noted('a')], fresh).catch(() => undefined),
    );
    expect(await store.readStream('case-a')).toEqual(stored);
  });
});

describe('A stream of which something was removed', () => {
  const withTwo = async (log: string) => {
    const store = storeOf(log);
    await store.appendToStream('case-a', [noted('a'), noted('b')], fresh);
    return { store, name: `mulin.mu.${log}.case-a`, client: connection().client };
  };
  const incomplete = expect.objectContaining({ name: 'StreamIncomplete' });

  test('is not read as if it were whole', async () => {
    const { store, name, client } = await withTwo('truncated');
    await client.setStreamMetadata(name, { truncateBefore: 1 });
    expect(await reasonOf(store.readStream('case-a'))).toEqual(incomplete);
  });

  test('and that goes on as if it were new says so', async () => {
    const { store, name, client } = await withTwo('deleted');
    await client.deleteStream(name);
    expect(await store.readStream('case-a')).toEqual([]);
    expect(await reasonOf(store.appendToStream('case-a', [noted('c')], fresh))).toEqual(incomplete);
  });

  test('for good takes nothing and hinders no other', async () => {
    const { store, name, client } = await withTwo('tombstoned');
    await client.tombstoneStream(name);
    expect(await reasonOf(store.readStream('case-a'))).toEqual(incomplete);
    expect(await reasonOf(store.appendToStream('case-a', [noted('c')], { expectedRevision: 1 }))).toEqual(
      incomplete,
    );
    await store.appendToStream('case-b', [noted('other')], fresh);
    expect(idsOf(await store.readAll(all))).toEqual(['a', 'b', 'other']);
  });
});

describe('Logs on one server', () => {
  test('see nothing of each other, and have a head of their own', async () => {
    const [one, other] = [storeOf('one'), storeOf('one-more')];
    const [first] = await one.appendToStream('case-a', [noted('a')], fresh);
    await other.appendToStream('case-a', [noted('a')], fresh);
    expect(idsOf(await one.readAll(all))).toEqual(['a']);
    expect(await one.head()).toBe(first?.position);
    expect(Number(await other.head())).toBeGreaterThan(Number(first?.position));
    expect(await storeOf('nobody').head()).toBeNull();
  });

  test('keep an id that is no UUID beside a UUID of version 5', () => {
    expect(serverIdOf('a')).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(serverIdOf('a')).not.toBe(serverIdOf('b'));
    const uuid = '0190a1b2-c3d4-8e5f-8a6b-7c8d9e0f1a2b';
    expect([serverIdOf(uuid), serverIdOf(uuid.toUpperCase())]).toEqual([
      uuid,
      expect.not.stringMatching(uuid),
    ]);
  });
});

describe('What cannot be used is refused in a sentence', () => {
  const opening = (url: string) => reasonOf(openKurrent(url));

  test('an address that is none, which is not said again', async () => {
    for (const url of [
      'http://127.0.0.1:2113',
      'kurrentdb://',
      'kurrentdb://user:secret@127.0.0.1:port?x=y=z',
    ]) {
      const reason = await opening(url);
      expect(reason).toMatchObject({ code: 'kurrentdb-not-an-address' });
      expect(String(reason)).not.toContain('secret');
    }
  });

  test('a server that is not there', async () => {
    expect(await opening('kurrentdb://127.0.0.1:1?tls=false')).toBeInstanceOf(Unavailable);
  });

  test('a server that is too old, and a user without rights', async () => {
    const { rules, url } = theStub();
    const { version } = rules;
    rules.version = '22.10.2';
    expect(await opening(url)).toMatchObject({ code: 'kurrentdb-too-old' });
    Object.assign(rules, { version, mayRead: false });
    expect(await opening(url)).toMatchObject({ code: 'kurrentdb-access-denied' });
    rules.mayRead = true;
    rules.mayWrite = false;
    const refused = storeOf('refused').appendToStream('case-a', [noted('a')], fresh);
    expect(await reasonOf(refused)).toMatchObject({ message: expect.stringContaining('refuses this user') });
    rules.mayWrite = true;
  });

  test('an event that this server takes no more of', async () => {
    const { rules } = theStub();
    const { maxAppendSize } = rules;
    rules.maxAppendSize = 1_000;
    const long = { ...noted('long'), data: 'x'.repeat(2_000) };
    const refused = storeOf('long').appendToStream('case-a', [long], fresh);
    expect(await reasonOf(refused)).toMatchObject({ code: 'too-large' });
    rules.maxAppendSize = maxAppendSize;
  });
});
