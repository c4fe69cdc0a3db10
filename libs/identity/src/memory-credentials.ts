import type { SessionEnd, SignInRecord } from '@mulin/kernel';
import { type Attempts, lockedAt, oneLess, oneMore } from './attempts.js';
import type { CredentialStore, EndedSession, KeptSession } from './credentials.js';
import { cursorOf, placeOf } from './record-cursor.js';

type Entry = SignInRecord & Readonly<{ id: string }>;

const laterFirst = (one: Entry, other: Entry): number => (cursorOf(one) < cursorOf(other) ? 1 : -1);

const recordList = (): Pick<CredentialStore, 'record' | 'records'> => {
  const entries: Entry[] = [];
  return {
    record: async (record) => {
      entries.push({ ...record, id: entries.length.toString(16).padStart(12, '0') });
    },
    records: async ({ about, what, limit, cursor }) => {
      const place = placeOf(cursor);
      const found = entries
        .filter((it) => (about ?? it.about) === it.about && (what ?? it.what) === it.what)
        .sort(laterFirst)
        .filter((it) => place === null || cursorOf(it) < `${place.at}_${place.id}`);
      const last = found[limit - 1];
      return {
        items: found.slice(0, limit).map(({ id: _, ...record }) => record),
        next: found.length > limit && last !== undefined ? cursorOf(last) : null,
      };
    },
  };
};

const sessionList = () => {
  const sessions = new Map<string, KeptSession>();
  const ended = new Map<string, EndedSession>();
  const endSessions = (account: string, because?: SessionEnd): void => {
    const its = <Session extends EndedSession | KeptSession>(all: ReadonlyMap<string, Session>) =>
      [...all].filter(([, session]) => session.account === account);
    const gone = its(sessions);
    for (const [hash] of gone) sessions.delete(hash);
    if (because !== undefined)
      for (const [hash, { endsAt }] of [...gone, ...its(ended)])
        ended.set(hash, { account, endsAt, because });
  };
  return { sessions, ended, endSessions };
};

const attemptList = (): Pick<CredentialStore, 'guess' | 'forgive'> & {
  attempts: Map<string, Attempts>;
} => {
  const attempts = new Map<string, Attempts>();
  return {
    attempts,
    guess: async (guesses, now) => {
      const locks = guesses.flatMap(({ key }) => lockedAt(attempts.get(key) ?? null, now) ?? []);
      if (locks.length > 0) return { lockedUntil: locks.sort().at(-1) ?? null, locks: false };
      const after = guesses.map(({ key, rule }) => {
        const next = oneMore(attempts.get(key) ?? null, now, rule);
        attempts.set(key, next);
        return next;
      });
      return { lockedUntil: null, locks: after.some((it) => it.lockedUntil !== null) };
    },
    forgive: async ({ forgotten, eased }) => {
      for (const key of forgotten) attempts.delete(key);
      for (const key of eased) {
        const known = attempts.get(key);
        if (known !== undefined) attempts.set(key, oneLess(known));
      }
    },
  };
};

/** Forgotten with the program. */
export const memoryCredentials = (): CredentialStore => {
  const passwords = new Map<string, string>();
  const { sessions, ended, endSessions } = sessionList();
  const { attempts, guess, forgive } = attemptList();
  return {
    ...recordList(),
    guess,
    forgive,
    password: async (account) => passwords.get(account) ?? null,
    setPasswords: async (hashes) => {
      for (const [account, hash] of hashes) {
        passwords.set(account, hash);
        endSessions(account);
      }
    },
    rehash: async (account, from, to) => {
      if (passwords.get(account) === from) passwords.set(account, to);
    },
    hasPasswords: async () => passwords.size > 0,
    openSession: async (session) => void sessions.set(session.hash, session),
    session: async (hash) => sessions.get(hash) ?? null,
    seen: async (hash, at) => {
      const known = sessions.get(hash);
      if (known !== undefined) sessions.set(hash, { ...known, seenAt: at });
    },
    closeSession: async (hash) => sessions.delete(hash),
    endSessions: async (account, because) => endSessions(account, because),
    endedSession: async (hash) => ended.get(hash) ?? null,
    tidy: async (before) => {
      const over = [sessions, ended].flatMap((all) =>
        [...all].filter(([, { endsAt }]) => endsAt < before).map(([hash]) => [all, hash] as const),
      );
      const forgotten = [...attempts].filter(([, { lastAt }]) => lastAt < before);
      for (const [all, hash] of over) all.delete(hash);
      for (const [key] of forgotten) attempts.delete(key);
      return over.length + forgotten.length;
    },
  };
};
