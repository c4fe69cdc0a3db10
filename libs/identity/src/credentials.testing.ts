import { describe, expect, test } from '@jest/globals';
import { type Area, type Instant, instant, minute, plus, type SignInRecord } from '@mulin/kernel';
import type { CredentialStore } from './credentials.js';

const noon = instant('2026-03-02T04:00:00Z');
const rule = { free: 2, firstMs: minute, longestMs: 3 * minute, forgetMs: 60 * minute };
const after = (minutes: number): Instant => plus(noon, minutes * minute);

/** What must hold wherever passwords, sessions and failures are kept. */
export const describeCredentials = (name: string, open: () => Promise<CredentialStore>) => {
  describe(name, () => {
    test('an account has the password that was set last; a rehash never undoes a change', async () => {
      const store = await open();
      expect([await store.password('li'), await store.hasPasswords()]).toEqual([null, false]);
      await store.setPasswords(
        new Map([
          ['li', 'one'],
          ['wu', 'other'],
        ]),
      );
      await store.rehash('li', 'one', 'one at more cost');
      await store.rehash('wu', 'what it was before', 'old');
      expect([await store.password('li'), await store.password('wu')]).toEqual(['one at more cost', 'other']);
      await store.setPasswords(new Map([['li', 'two']]));
      expect([await store.password('li'), await store.hasPasswords()]).toEqual(['two', true]);
    });

    test('a session is found until it is closed, its account’s sessions end, or the password changes', async () => {
      const store = await open();
      const opened = async (hash: string, account = 'li') => {
        const session = { hash, account, seenAt: noon, endsAt: after(60) };
        await store.openSession(session);
        expect(await store.session(hash)).toEqual(session);
      };
      for (const hash of ['a', 'b']) await opened(hash);
      await opened('c', 'wu');
      await store.seen('a', after(5));
      expect(await store.session('a')).toMatchObject({ seenAt: after(5) });
      expect([await store.closeSession('a'), await store.closeSession('a')]).toEqual([true, false]);
      await store.seen('a', after(6));
      expect(await store.session('a')).toBeNull();
      await store.setPasswords(new Map([['li', 'new']]));
      expect(await store.session('b')).toBeNull();
      expect(await store.session('c')).not.toBeNull();
      await store.endSessions('wu');
      expect(await store.session('c')).toBeNull();
    });

    test('why sessions were ended is kept with them, and with those of nobody else', async () => {
      const store = await open();
      const sessions = [
        ['a', 'li'],
        ['b', 'wu'],
      ].map(([hash = '', account = '']) => ({ hash, account, seenAt: noon, endsAt: after(60) }));
      for (const session of sessions) await store.openSession(session);
      await store.endSessions('li', 'account-changed');
      const ended = { account: 'li', endsAt: after(60), because: 'account-changed' };
      expect(await store.session('a')).toBeNull();
      expect(await store.endedSession('a')).toEqual(ended);
      expect(await store.session('b')).toEqual(sessions[1]);
      expect(await store.endedSession('b')).toBeNull();
      await store.endSessions('li', 'account-disabled');
      expect(await store.endedSession('a')).toEqual({ ...ended, because: 'account-disabled' });
      await store.endSessions('wu');
      expect([await store.session('b'), await store.endedSession('b')]).toEqual([null, null]);
      expect(await store.tidy(after(60))).toBe(0);
      expect(await store.tidy(after(61))).toBe(1);
      expect(await store.endedSession('a')).toBeNull();
    });

    test('failures lock, twice as long each time up to the longest, and are forgotten in time', async () => {
      const store = await open();
      const guess = (minutes: number) => store.guess([{ key: 'k', rule }], after(minutes));
      const free = { lockedUntil: null, locks: false };
      expect([await guess(0), await guess(0)]).toEqual([free, free]);
      expect(await guess(0)).toEqual({ lockedUntil: null, locks: true });
      expect(await guess(0.5)).toEqual({ lockedUntil: after(1), locks: false });
      expect(await guess(1)).toEqual({ lockedUntil: null, locks: true });
      expect(await guess(1)).toEqual({ lockedUntil: after(3), locks: false });
      expect(await guess(3)).toMatchObject({ locks: true });
      expect(await guess(3)).toEqual({ lockedUntil: after(6), locks: false });
      expect(await guess(64)).toEqual(free);
    });

    test('where one of two is locked, nothing is counted against the other', async () => {
      const store = await open();
      const [one, other] = [
        { key: 'one', rule },
        { key: 'other', rule },
      ];
      for (let nth = 0; nth < 3; nth++) await store.guess([one], noon);
      for (let nth = 0; nth < 5; nth++)
        expect(await store.guess([other, one], noon)).toEqual({ lockedUntil: after(1), locks: false });
      expect(await store.guess([other], noon)).toEqual({ lockedUntil: null, locks: false });
    });

    test('where both are locked, nothing is tried until the later of the two', async () => {
      const store = await open();
      const [one, other] = ['one', 'other'].map((key) => ({ key, rule }));
      if (one === undefined || other === undefined) throw new Error('there are two');
      for (let nth = 0; nth < 3; nth++) await store.guess([one], noon);
      for (let nth = 0; nth < 3; nth++) await store.guess([other], after(0.5));
      for (const guesses of [
        [one, other],
        [other, one],
      ])
        expect(await store.guess(guesses, after(0.5))).toEqual({ lockedUntil: after(1.5), locks: false });
    });

    test('what was none is forgotten, or counts one less', async () => {
      const store = await open();
      const guesses = ['own', 'theirs'].map((key) => ({ key, rule }));
      for (let nth = 0; nth < 3; nth++) await store.guess(guesses, noon);
      await store.forgive({ forgotten: ['own', 'never guessed'], eased: ['theirs', 'nor this'] });
      const locks = async (key: string) => (await store.guess([{ key, rule }], noon)).locks;
      expect([await locks('own'), await locks('own'), await locks('own')]).toEqual([false, false, true]);
      expect(await locks('theirs')).toBe(true);
    });

    test('many at once are counted one after the other', async () => {
      const store = await open();
      const all = Array.from({ length: 12 }, () => store.guess([{ key: 'k', rule }], noon));
      const outcomes = await Promise.all(all);
      expect(outcomes.filter(({ lockedUntil }) => lockedUntil === null)).toHaveLength(3);
    });

    test('the record is read newest first, a page at a time, of one account or one kind', async () => {
      const store = await open();
      const entry = (nth: number, more: Partial<SignInRecord> = {}): SignInRecord => ({
        at: after(nth),
        what: 'signed-in',
        about: 'li',
        by: null,
        from: null,
        change: null,
        ...more,
      });
      const was = { role: 'verifier', area: 'mu/c1' as Area } as const;
      const change = { was, is: { ...was, role: 'mediator' }, isRenamed: false } as const;
      const all = [
        entry(0, { what: 'account-changed', by: 'operator', change }),
        entry(1, { about: null, what: 'sign-in-failed', from: 'x' }),
        entry(2),
        entry(2),
      ];

      // By another process, whose clock runs ahead, the second comes before the first.
      for (const it of [all[1], all[0], all[2], all[3]]) if (it !== undefined) await store.record(it);
      const first = await store.records({ limit: 3 });
      expect(first.items).toEqual([all[3], all[2], all[1]]);
      const rest = await store.records({ limit: 3, cursor: first.next ?? '' });
      expect(rest).toEqual({ items: [all[0]], next: null });
      expect(await store.records({ limit: 4 })).toMatchObject({ items: { length: 4 }, next: null });
      expect((await store.records({ limit: 9, about: 'li' })).items).toHaveLength(3);
      expect((await store.records({ limit: 9, what: 'sign-in-failed' })).items).toEqual([all[1]]);
      const { next } = first;
      for (const cursor of ['', 'x', `x${next}`, `${next}x`, '2026-03-02T04:00:00.000Z_', '_0'])
        await expect(store.records({ limit: 9, cursor })).rejects.toMatchObject({
          code: 'malformed-cursor',
          refusal: 'malformed',
          sentence: { en: 'This cursor was not given by this list.', zh: '该分页游标不是由此列表给出的。' },
        });
    });

    test('what is over long since is removed, and nothing else', async () => {
      const store = await open();
      await store.openSession({ hash: 'old', account: 'li', seenAt: noon, endsAt: after(1) });
      await store.openSession({ hash: 'new', account: 'li', seenAt: noon, endsAt: after(9) });
      await store.guess([{ key: 'k', rule }], noon);
      expect(await store.tidy(after(5))).toBe(2);
      expect(await store.session('new')).not.toBeNull();
    });

    test('what was not tried, as the other was locked, is no failure, and what still counts is not tidied', async () => {
      const store = await open();
      const [locked, other] = ['locked', 'other'].map((key) => ({ key, rule }));
      if (locked === undefined || other === undefined) throw new Error('there are two');
      for (let nth = 0; nth < 3; nth++) await store.guess([locked], noon);
      expect(await store.guess([other, locked], noon)).toEqual({ lockedUntil: after(1), locks: false });
      expect(await store.tidy(noon)).toBe(0);
      expect(await store.guess([other, locked], noon)).toMatchObject({ lockedUntil: after(1) });
      expect(await store.tidy(after(5))).toBe(1);
      expect(await store.tidy(after(5))).toBe(0);
      expect(await store.guess([locked], after(5))).toEqual({ lockedUntil: null, locks: false });
    });
  });
};
