/** Anything that a person entered who had not come in by the demo ends it: for good, and once. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type EventMetadata, instant, minute, newCorrelation, plus, type StreamName } from '@mulin/kernel';
import { type MemoryPlatform, memoryPlatform } from '@mulin/service';
import { virtualTime } from '@mulin/testing';
import { demoTown } from './demo-town.js';
import type * as MadeUp from './made-up.js';

const start = instant('2026-03-02T09:00:00+08:00');
const until = plus(start, 10 * minute);
const clerk = 'hotline-clerk@mu';
const shown = 'c0ffee00-0000-4000-8000-000000000001';
const month: MadeUp.MonthMadeUp['data'] = {
  until,
  accounts: [clerk],
  cases: [{ caseId: shown, number: 'mu-2026-000001' }],
};

let memory: MemoryPlatform;
let moveTo: (at: typeof start) => Promise<void>;

type Act = Readonly<{ service: string; stream: StreamName; actor: string; role?: EventMetadata['role'] }>;

const record = async ({ service, stream, actor, role }: Act, type = 'Done', data: object = {}) => {
  const { town, newId, eventStore } = memory.platform;
  const asked = newCorrelation({ town, actor, id: newId(), ...(role === undefined ? {} : { role }) });
  const event = { id: newId(), type, data, metadata: asked };
  await eventStore(service).appendToStream(stream, [event], { expectedRevision: 'any' });
};

const isOpen = async () => (await demoTown(memory.platform).now()) !== null;

const comeByDemo = () => memory.platform.signIn.record('signed-in-by-demo', clerk, clerk);

/** A session that a clerk has, whatever opened it. */
const openSession = async () => {
  const opened = await memory.platform.signIn.openByDemo({ account: clerk, address: '10.0.0.1' });
  if (opened === null) throw new Error('the clerk has an account');
  return opened.secret;
};
const isSignedIn = async (secret: string) => (await memory.platform.signIn.session(secret)) !== null;

beforeEach(async () => {
  const time = virtualTime(start);
  const actor = { id: clerk, role: 'hotline-clerk', area: 'mu' } as never; // a path
  memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: time.now, accounts: { clerk: actor } });
  moveTo = (at) => time.moveTo(at, memory);
  // Of the month itself: everybody did something in it.
  await record({ service: 'intake', stream: 'case-a', actor: clerk, role: 'hotline-clerk' });
  await record({ service: 'mediation', stream: 'dispute-a', actor: 'mediator@mu', role: 'mediator' });
  await moveTo(until);
  await record({ service: 'intake', stream: 'demo-mu', actor: 'town' }, 'MonthMadeUp', month);
});

const byPerson = { actor: clerk, role: 'hotline-clerk' } as const;

describe('It goes on', () => {
  test('with the month alone', async () => {
    expect(await isOpen()).toBe(true);
  });

  test.each([
    ['a service did, whatever led to it', { service: 'routing', stream: 'order-a', actor: 'routing' }],
    ['the pack says of who is away', { service: 'routing', stream: 'leave-mu', actor: 'routing' }],
    [
      'a resident did to a case whose code everybody is shown',
      { service: 'feedback', stream: `rating-${shown}`, actor: 'pseudonym', role: 'resident' },
    ],
  ] as const)('after what %s', async (_, act) => {
    await record(act);
    expect(await isOpen()).toBe(true);
  });

  test('after what somebody tried who had come in by it', async () => {
    await comeByDemo();
    await record({ service: 'mediation', stream: 'day-x', ...byPerson });
    expect(await isOpen()).toBe(true);
  });
});

describe('It ends', () => {
  test.each([
    ['a case', { service: 'intake', stream: 'case-b', ...byPerson }],
    ['a word in a made-up case', { service: 'intake', stream: 'case-a', ...byPerson }],
    ['a step of an order', { service: 'routing', stream: 'order-a', ...byPerson }],
    ['that somebody is away', { service: 'routing', stream: 'leave-mu', ...byPerson }],
    ['an answer to an escalation', { service: 'sla-timer', stream: 'clocks-a', ...byPerson }],
    ['a dispute', { service: 'mediation', stream: 'dispute-b', ...byPerson }],
    ['an interview day or a booking', { service: 'mediation', stream: 'day-b', ...byPerson }],
    ['a promise', { service: 'mediation', stream: 'promise-b', ...byPerson }],
    ['a rating', { service: 'feedback', stream: 'rating-a', ...byPerson }],
    ['an address for messages', { service: 'inbox', stream: 'recipient-b', ...byPerson }],
    ['a demand of a resident', { service: 'intake', stream: 'case-b', actor: 'pseudonym', role: 'resident' }],
  ] as const)('with %s', async (_, act) => {
    expect(await isOpen()).toBe(true);
    await record(act);
    expect(await isOpen()).toBe(false);
  });

  test('with a booking from before the month, which has none itself', async () => {
    const time = virtualTime(start);
    memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: time.now });
    await record({ service: 'mediation', stream: 'day-b', ...byPerson });
    await time.moveTo(until, memory);
    await record({ service: 'intake', stream: 'demo-mu', actor: 'town' }, 'MonthMadeUp', month);
    expect(await isOpen()).toBe(false);
  });

  test('with an account that an operator makes, and not with those that were there', async () => {
    await moveTo(plus(until, minute));
    await memory.platform.signIn.record('account-added', 'wang@mu', 'operator@mu');
    expect(await isOpen()).toBe(false);
  });

  test('also where it was looked at before, and had only been tried', async () => {
    const demo = demoTown(memory.platform);
    await comeByDemo();
    await record({ service: 'mediation', stream: 'day-x', ...byPerson });
    expect(await demo.now()).not.toBeNull();
    await record({ service: 'mediation', stream: 'day-x', actor: 'leader@mu', role: 'town-leader' });
    expect(await demo.now()).toBeNull();
  });
});

test('whoever is in by it is signed out when it ends, and nobody again after a restart', async () => {
  const visitor = await openSession();
  await moveTo(plus(until, 2 * minute));
  await record({ service: 'intake', stream: 'case-b', actor: 'member@mu', role: 'grid-member' });
  expect(await isOpen()).toBe(false);
  expect(await isSignedIn(visitor)).toBe(false);
  const { items } = await memory.platform.signIn.records({ what: 'demo-ended', limit: 10 });
  expect(items).toMatchObject([{ about: 'mu', by: null }]);

  // Another program of the town, or this one started again, finds that it is over and leaves everybody alone.
  const real = await openSession();
  expect(await isOpen()).toBe(false);
  expect(await isSignedIn(real)).toBe(true);
});
