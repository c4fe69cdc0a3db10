import { describe, expect, test } from '@jest/globals';
import type { Schemas } from '../api/client';
import type { Deed } from './deeds';
import { doneSince, isOver, type Standing, withDone } from './pending';

type Order = Schemas['Order'];

const read: Standing = {
  state: 'offered',
  member: 'grid-member@hetou',
  isContacted: false,
  isReturned: false,
  helpers: [],
};
const me = 'grid-member@hetou';
const answered = (told: Partial<Order>): Order =>
  ({ state: 'taken', member: me, helpers: [], ...told }) as Order;
const done = (deed: Deed, order: Order | null = null, at = 2_000) => ({
  account: me,
  caseId: 'c',
  deed,
  order,
  at,
});

const helper = { call: 1, unit: 'police', member: 'police@mu', state: 'called' } as const;

describe('What was done and answered, over what was read before', () => {
  test('is as the town answered', () => {
    expect(withDone(read, [done({ does: 'take' }, answered({}))])).toEqual({ ...read, state: 'taken' });
  });

  test('has those who were called in, who are only in the answer', () => {
    const called = done({ does: 'call-in', body: { unit: 'police' } }, answered({ helpers: [helper] }));
    expect(withDone(read, [called]).helpers).toEqual([helper]);
  });

  test('counts who asked as got in touch with, of which the answer says nothing', () => {
    const met = done({ does: 'contact', body: { manner: 'phone' } }, answered({}));
    const nobody = done({ does: 'contact', body: { manner: 'nobody-there' } }, answered({}));
    expect(withDone(read, [met]).isContacted).toBe(true);
    expect(withDone(read, [nobody]).isContacted).toBe(false);
  });

  test('is given back by whoever gave it back, whomever it is offered to then, until they take it again', () => {
    const back = done(
      { does: 'return', body: { reason: 'not-my-area' } },
      answered({ state: 'offered', member: 'other@hetou' }),
    );
    expect(withDone(read, [back])).toMatchObject({
      state: 'offered',
      member: 'other@hetou',
      isReturned: true,
    });
    expect(withDone(read, [back, done({ does: 'take' }, answered({}))]).isReturned).toBe(false);
  });

  test('is told by the deed alone where its answer was lost', () => {
    expect(withDone(read, [done({ does: 'take' })])).toEqual({ ...read, state: 'taken' });
  });
});

describe('What was done since a reading', () => {
  const all = [
    done({ does: 'take' }, null, 1_000),
    done({ does: 'progress', body: {} as never }, null, 2_000),
  ];

  test('is what was answered after it was asked for, in its order', () => {
    expect(doneSince(all, { askedAt: 500, now: 3_000 })).toEqual(all);
    expect(doneSince(all, { askedAt: 1_500, now: 3_000 })).toEqual(all.slice(1));
    expect(doneSince(all, { askedAt: 2_500, now: 3_000 })).toEqual([]);
  });

  test('is nothing of a time that has not come: the clock of the device was set meanwhile', () => {
    expect(doneSince(all, { askedAt: 500, now: 800 })).toEqual([]);
  });
});

describe('What is owed', () => {
  const taken: Standing = { ...read, state: 'taken' };

  test('is over with what was done here', () => {
    expect(isOver('take', read, taken)).toBe(true);
    expect(isOver('contact', read, { ...taken, isContacted: true })).toBe(true);
  });

  test('stays where nothing of it was done', () => {
    expect(isOver('take', read, read)).toBe(false);
    expect(isOver('contact', read, taken)).toBe(false);
    expect(isOver('complete', read, { ...taken, isContacted: true })).toBe(false);
  });
});
