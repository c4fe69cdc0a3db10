import { randomUUID } from 'node:crypto';
import {
  type Instant,
  instant,
  recent,
  type SessionEnd,
  type SignInEvent,
  type SignInQuery,
  type SignInRecord,
} from '@mulin/kernel';
import type { Database, Sql } from '@mulin/postgres';
import { type Attempts, lockedAt, oneLess, oneMore } from './attempts.js';
import type { CredentialStore, Guess, KeptSession } from './credentials.js';
import { prepareIdentity } from './identity-schema.js';
import { cursorOf, placeOf } from './record-cursor.js';

/** What another process ended is seen within this time. */
const trustMs = 1_000;
const trustedAtMost = 10_000;

type SessionRow = { hash: string; account: string; seen_at: string; ends_at: string };
type EndedRow = { account: string; ends_at: string; because: SessionEnd };
type AttemptsRow = { key: string; failures: number; locked_until: string | null; last_at: string | null };
type RecordRow = {
  at: string;
  id: string;
  what: SignInEvent;
  about: string | null;
  by: string | null;
  from: string | null;
  change: SignInRecord['change'];
};

const passwordsIn = (
  database: Database,
  forget: () => void,
): Pick<CredentialStore, 'password' | 'setPasswords' | 'rehash' | 'hasPasswords'> => ({
  password: async (account) => {
    const text = 'select hash from identity.password where account = $1';
    const [row] = await database.sql<{ hash: string }>(text, [account]);
    return row?.hash ?? null;
  },
  setPasswords: async (hashes) => {
    const accounts = [...hashes.keys()];
    await database.transaction(async (sql) => {
      await sql(
        `insert into identity.password (account, hash) select * from unnest($1::text[], $2::text[])
         on conflict (account) do update set hash = excluded.hash`,
        [accounts, [...hashes.values()]],
      );
      await sql('delete from identity.session where account = any($1)', [accounts]);
    });
    forget();
  },
  rehash: async (account, from, to) => {
    const text = 'update identity.password set hash = $3 where account = $1 and hash = $2';
    await database.sql(text, [account, from, to]);
  },
  hasPasswords: async () => {
    const rows = await database.sql('select 1 from identity.password limit 1');
    return rows.length > 0;
  },
});

const sessionOf = ({ hash, account, seen_at, ends_at }: SessionRow): KeptSession => ({
  hash,
  account,
  seenAt: instant(seen_at),
  endsAt: instant(ends_at),
});

type Ending = Pick<CredentialStore, 'endSessions' | 'endedSession'>;

const endingIn = ({ sql, transaction }: Database, forget: () => void): Ending => ({
  endSessions: async (account, because) => {
    await transaction(async (within) => {
      const gone = await within<Pick<SessionRow, 'hash' | 'ends_at'>>(
        'delete from identity.session where account = $1 returning hash, ends_at',
        [account],
      );
      if (because === undefined) return;
      await within('update identity.ended_session set because = $2 where account = $1', [account, because]);
      await within(
        `insert into identity.ended_session (hash, account, ends_at, because)
         select hash, $3, ends_at, $4 from unnest($1::text[], $2::text[]) as gone (hash, ends_at)`,
        [gone.map(({ hash }) => hash), gone.map(({ ends_at }) => ends_at), account, because],
      );
    });
    forget();
  },
  endedSession: async (hash) => {
    const text = 'select account, ends_at, because from identity.ended_session where hash = $1';
    const [row] = await sql<EndedRow>(text, [hash]);
    return row === undefined
      ? null
      : { account: row.account, endsAt: instant(row.ends_at), because: row.because };
  },
});

type Sessions = Pick<CredentialStore, 'openSession' | 'session' | 'seen' | 'closeSession'> & Ending;

type Trusted = Readonly<{ until: number; session: Promise<KeptSession | null> }>;

const sessionsIn = (database: Database): Sessions & Readonly<{ forget: () => void }> => {
  const { sql } = database;
  const trusted = recent<string, Trusted>(trustedAtMost / 2);
  const look = async (hash: string): Promise<KeptSession | null> => {
    const text = 'select hash, account, seen_at, ends_at from identity.session where hash = $1';
    const [row] = await sql<SessionRow>(text, [hash], { name: 'identity-session' });
    return row === undefined ? null : sessionOf(row);
  };
  const forget = () => trusted.clear();
  return {
    forget,
    openSession: async ({ hash, account, seenAt, endsAt }) => {
      const text = 'insert into identity.session (hash, account, seen_at, ends_at) values ($1, $2, $3, $4)';
      await sql(text, [hash, account, seenAt, endsAt]);
      trusted.delete(hash);
    },
    session: (hash) => {
      const now = performance.now();
      const known = trusted.get(hash);
      if (known !== undefined && known.until > now) return known.session;
      const session = look(hash);
      trusted.set(hash, { until: now + trustMs, session });
      session.catch(() => trusted.delete(hash));
      return session;
    },
    seen: async (hash, at) => {
      await sql('update identity.session set seen_at = $2 where hash = $1', [hash, at]);
      trusted.delete(hash);
    },
    closeSession: async (hash) => {
      const rows = await sql('delete from identity.session where hash = $1 returning hash', [hash]);
      trusted.delete(hash);
      return rows.length > 0;
    },
    ...endingIn(database, forget),
  };
};

const attemptsOf = ({ failures, locked_until, last_at }: AttemptsRow): Attempts | null =>
  last_at === null
    ? null
    : {
        failures,
        lastAt: instant(last_at),
        lockedUntil: locked_until === null ? null : instant(locked_until),
      };

/** Rows of these keys, made where there are none, held until the transaction is over; in one order for all. */
const heldRows = async (sql: Sql, keys: readonly string[]): Promise<ReadonlyMap<string, AttemptsRow>> => {
  const sorted = [...keys].sort();
  await sql(
    `insert into identity.attempts (key, failures) select unnest($1::text[]), 0 on conflict do nothing`,
    [sorted],
  );
  const text = `select key, failures, locked_until, last_at from identity.attempts where key = any($1)
    order by key for update`;
  return new Map((await sql<AttemptsRow>(text, [sorted])).map((row) => [row.key, row]));
};

/** Its row may have been tidied between being made and being held: then it is made anew. */
const keepAttempts = (sql: Sql, key: string, { failures, lockedUntil, lastAt }: Attempts) =>
  sql(
    `insert into identity.attempts (key, failures, locked_until, last_at) values ($1, $2, $3, $4)
     on conflict (key) do update
     set failures = excluded.failures, locked_until = excluded.locked_until, last_at = excluded.last_at`,
    [key, failures, lockedUntil, lastAt],
  );

const guessing = async (sql: Sql, guesses: readonly Guess[], now: Instant) => {
  const rows = await heldRows(
    sql,
    guesses.map(({ key }) => key),
  );
  const known = guesses.map(({ key, rule }) => {
    const row = rows.get(key);
    return { key, rule, attempts: row === undefined ? null : attemptsOf(row) };
  });
  const locks = known.flatMap(({ attempts }) => lockedAt(attempts, now) ?? []);
  if (locks.length > 0) return { lockedUntil: locks.sort().at(-1) ?? null, locks: false };
  const after = known.map(({ key, rule, attempts }) => ({ key, next: oneMore(attempts, now, rule) }));
  for (const { key, next } of after) await keepAttempts(sql, key, next);
  return { lockedUntil: null, locks: after.some(({ next }) => next.lockedUntil !== null) };
};

const attemptsIn = (database: Database): Pick<CredentialStore, 'guess' | 'forgive'> => ({
  guess: (guesses, now) => database.transaction((sql) => guessing(sql, guesses, now)),
  forgive: ({ forgotten, eased }) =>
    database.transaction(async (sql) => {
      const rows = await heldRows(sql, [...forgotten, ...eased]);
      await sql('delete from identity.attempts where key = any($1)', [forgotten]);
      for (const key of eased) {
        const row = rows.get(key);
        const known = row === undefined ? null : attemptsOf(row);
        if (known !== null) await keepAttempts(sql, key, oneLess(known));
      }
    }),
});

const recordOf = ({ at, what, about, by, from, change }: RecordRow): SignInRecord => ({
  at: instant(at),
  what,
  about,
  by,
  from,
  change,
});

const recordsIn = ({ sql }: Database): Pick<CredentialStore, 'record' | 'records'> => ({
  record: async ({ at, what, about, by, from, change }) => {
    const text = `insert into identity.sign_in (at, id, what, about, by, "from", change)
      values ($1, $2, $3, $4, $5, $6, $7::jsonb)`;
    const changed = change === null ? null : JSON.stringify(change);
    await sql(text, [at, randomUUID(), what, about, by, from, changed]);
  },
  records: async ({ about, what, limit, cursor }: SignInQuery) => {
    const { at = null, id = null } = placeOf(cursor) ?? {};
    const rows = await sql<RecordRow>(
      `select at, id, what, about, by, "from", change from identity.sign_in
       where ($1::text is null or about = $1) and ($2::text is null or what = $2)
         and ($3::text is null or (at, id) < ($3 collate "C", $4 collate "C"))
       order by at desc, id desc limit $5`,
      [about ?? null, what ?? null, at, id, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return {
      items: items.map(recordOf),
      next: isMore ? cursorOf({ at: instant(last.at), id: last.id }) : null,
    };
  },
});

/** Throws as `migrate` does. */
export const postgresCredentials = async (database: Database): Promise<CredentialStore> => {
  await prepareIdentity(database);
  const { forget, ...sessions } = sessionsIn(database);
  return {
    ...passwordsIn(database, forget),
    ...sessions,
    ...attemptsIn(database),
    ...recordsIn(database),
    tidy: async (before) => {
      const { sql } = database;
      const over = await sql('delete from identity.session where ends_at < $1 returning 1', [before]);
      const ended = await sql('delete from identity.ended_session where ends_at < $1 returning 1', [before]);
      const forgotten = await sql('delete from identity.attempts where last_at < $1 returning 1', [before]);
      // Held for an attempt at which nothing was tried, as another one was locked: no failure, and none is counted.
      await sql('delete from identity.attempts where last_at is null');
      return over.length + ended.length + forgotten.length;
    },
  };
};
