/** Signing in with a password: sessions, failures, and what is on record of them. */
import { randomBytes } from 'node:crypto';
import {
  type AccountChange,
  type Actor,
  day,
  hour,
  type Instant,
  minute,
  msBetween,
  plus,
  Rejection,
  type SignIn,
  type SignInEvent,
} from '@mulin/kernel';
import { attemptRules, secondsUntil } from './attempts.js';
import type { CredentialStore, Guess, KeptSession } from './credentials.js';
import {
  assertGoodPassword,
  type Cost,
  hashPassword,
  isOutdated,
  isPassword,
  randomPassword,
  usualCost,
} from './passwords.js';
import { proofs } from './proofs.js';
import type { KeyedHash } from './secrets.js';

/** An account that may sign in, as it stands now; `null`: there is none, or it was disabled. */
type LookUp = (account: string) => Promise<Readonly<{ actor: Actor; name: string | null }> | null>;

type SignInParts = Readonly<{
  store: CredentialStore;
  lookUp: LookUp;
  hash: KeyedHash;
  now: () => Instant;
  /** What a hash costs; `usualCost` where nothing is said. */
  cost?: Cost;
}>;

/** A working day with breaks. OWASP asks for both ends of a session: one of idleness, and one that nothing moves. */
const sessionTimes = { idleMs: hour, longestMs: 12 * hour } as const;
/** How exactly it is known when somebody was last seen. */
const seenMs = minute;
const secretBytes = 32;
/** So long failures are remembered, and a session that is over is not looked for any more. */
const tidyAfterMs = 2 * day;

const wrongCredentials = () =>
  new Rejection(
    'wrong-credentials',
    {
      en: 'There is no such account, this is not its password, or the account is disabled. Whoever runs the town can tell.',
      zh: '账号或密码不正确，或者账号已停用。如有疑问，请联系系统管理员。',
    },
    'unsigned',
  );

const ownAccountDisabled = () =>
  new Rejection(
    'own-account-disabled',
    {
      en: 'Your account is disabled. Ask whoever looks after the accounts of the town.',
      zh: '您的账号已停用，请联系系统管理员。',
    },
    'forbidden',
  );

const signInLocked = (seconds: number) =>
  new Rejection(
    'sign-in-locked',
    {
      en: 'Too many failed attempts; nothing is tried until the moment that Retry-After names.',
      zh: '登录失败次数过多，请在 Retry-After 所示时间后再试。',
    },
    'limited',
    seconds,
  );

const oldPasswordWrong = () =>
  new Rejection(
    'old-password-wrong',
    { en: 'The old password is not right, and the new one was not set.', zh: '原密码不正确，密码未更改。' },
    'forbidden',
  );

const accountUnknown = () =>
  new Rejection(
    'account-unknown',
    { en: 'No account of this name may sign in.', zh: '没有可登录的此名称账号。' },
    'unknown',
  );

/** At most so many hashes at once: the others wait, and so does nobody who asks for something else. */
const hashesAtOnce = 2;

const inTurns = (most: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
};

/** Passwords against what is kept of them; as slow where nothing is. */
const passwordsOf = ({ store, cost = usualCost }: SignInParts) => {
  const turn = inTurns(hashesAtOnce);
  const hashed = (password: string) => turn(() => hashPassword(password, cost));
  let nobodys: Promise<string> | undefined;
  const isRight = async (account: string, password: string): Promise<boolean> => {
    const kept = await store.password(account);
    const compared = kept ?? (await (nobodys ??= hashed(randomPassword())));
    const isSame = await turn(() => isPassword(password, compared));
    if (kept === null || !isSame) return false;
    if (isOutdated(kept, cost)) await store.rehash(account, kept, await hashed(password));
    return true;
  };
  return { hashed, isRight };
};

const isOver = ({ endsAt, seenAt }: KeptSession, at: Instant): boolean =>
  endsAt <= at || msBetween(seenAt, at) >= sessionTimes.idleMs;

type OfSessions = Pick<SignIn, 'session' | 'endSessions' | 'endOf'>;

const sessionsOf = ({ store, lookUp, hash, now }: SignInParts): OfSessions => ({
  session: async (secret, { isAsking = true } = {}) => {
    const kept = await store.session(hash('session', secret));
    const at = now();
    if (kept === null || isOver(kept, at)) return null;
    const found = await lookUp(kept.account);
    if (found === null) return null;
    if (isAsking && msBetween(kept.seenAt, at) >= seenMs) await store.seen(kept.hash, at);
    return { ...found, until: kept.endsAt };
  },
  endSessions: (account, because) => store.endSessions(account, because),
  endOf: async (secret) => {
    const its = hash('session', secret);
    const ended = await store.endedSession(its);
    const known = ended ?? (await store.session(its));
    if (known === null || known.endsAt <= now()) return null;
    // Disabled since, or by a process that has not ended its sessions yet: that is what counts.
    if ((await lookUp(known.account)) === null) return 'account-disabled';
    return ended?.because === 'account-changed' ? ended.because : null;
  },
});

/** Counts failures of an account and of an address, and does what is right only while neither is locked. */
const guardOf = ({ store, hash, now }: SignInParts) => {
  const keysOf = (account: string, address: string): readonly [Guess, Guess] => [
    { key: hash('attempt', `account ${account}`), rule: attemptRules.account },
    { key: hash('attempt', `address ${address}`), rule: attemptRules.address },
  ];
  return async (account: string, address: string, isRight: () => Promise<boolean>) => {
    const [own, theirs] = keysOf(account, address);
    const { lockedUntil, locks } = await store.guess([own, theirs], now());
    if (lockedUntil !== null) throw signInLocked(secondsUntil(now(), lockedUntil));
    const isGood = await isRight();
    if (isGood) await store.forgive({ forgotten: [own.key], eased: [theirs.key] });
    return { isGood, locks: locks && !isGood };
  };
};

const recordsOf = ({ store, hash, now }: SignInParts) => {
  type More = Readonly<{ by?: string; address?: string; change?: AccountChange }>;
  return (what: SignInEvent, about: string | null, { by, address, change }: More = {}): Promise<void> => {
    const from = address === undefined ? null : hash('address', address).slice(0, 16);
    return store.record({ at: now(), what, about, by: by ?? null, from, change: change ?? null });
  };
};

type Inner = Readonly<{
  passwords: ReturnType<typeof passwordsOf>;
  guarded: ReturnType<typeof guardOf>;
  record: ReturnType<typeof recordsOf>;
}>;

const opening =
  ({ store, lookUp, hash, now }: SignInParts, { passwords, guarded, record }: Inner): SignIn['open'] =>
  async ({ account, password, address }) => {
    const found = await lookUp(account);
    // The password is compared also where nobody could sign in with it, so that it takes as long.
    const proven = { isTheirs: false };
    const { isGood, locks } = await guarded(account, address, async () => {
      proven.isTheirs = await passwords.isRight(account, password);
      return proven.isTheirs && found !== null;
    });
    // What somebody typed for an account that is none may be their password, and is not put on record.
    const about = found === null && !proven.isTheirs ? null : account;
    if (!isGood || found === null) {
      await record('sign-in-failed', about, { address });
      if (locks) await record('sign-in-locked', about, { address });
      // Whoever has the password of an account has proven that it is theirs.
      throw proven.isTheirs ? ownAccountDisabled() : wrongCredentials();
    }
    const session = await begin({ store, hash, now }, account, sessionTimes.longestMs);
    await record('signed-in', account, { address });
    return { ...found, ...session };
  };

type Beginning = Pick<SignInParts, 'store' | 'hash' | 'now'>;

const begin = async ({ store, hash, now }: Beginning, account: string, longestMs: number) => {
  const secret = randomBytes(secretBytes).toString('base64url');
  const at = now();
  const until = plus(at, longestMs);
  await store.openSession({ hash: hash('session', secret), account, seenAt: at, endsAt: until });
  return { secret, until };
};

const openingByDemo =
  (parts: SignInParts, { record }: Inner): SignIn['openByDemo'] =>
  async ({ account, address }) => {
    const found = await parts.lookUp(account);
    if (found === null) return null;
    // On record before there is a session: what is done in it is known by this.
    await record('signed-in-by-demo', account, { address });
    return { ...found, ...(await begin(parts, account, sessionTimes.idleMs)) };
  };

const settingPassword =
  ({ store, lookUp }: SignInParts, { passwords, guarded, record }: Inner): SignIn['setPassword'] =>
  async ({ account, password, oldPassword, by, address }) => {
    if ((await lookUp(account)) === null) throw accountUnknown();
    assertGoodPassword(password, account);
    if (oldPassword !== undefined) {
      const { isGood, locks } = await guarded(account, address, () =>
        passwords.isRight(account, oldPassword),
      );
      if (!isGood) {
        await record('sign-in-failed', account, { address });
        if (locks) await record('sign-in-locked', account, { address });
        throw oldPasswordWrong();
      }
    }
    await store.setPasswords(new Map([[account, await passwords.hashed(password)]]));
    const isOwn = by === account;
    await record(
      isOwn ? 'password-changed' : 'password-reset',
      account,
      isOwn ? { address } : { by, address },
    );
  };

/** `tidy` removes what is over long since; it is to be called now and then. */
export const signInOf = (parts: SignInParts): SignIn & Readonly<{ tidy: () => Promise<number> }> => {
  const { store, hash, now } = parts;
  const inner = { passwords: passwordsOf(parts), guarded: guardOf(parts), record: recordsOf(parts) };
  return {
    open: opening(parts, inner),
    openByDemo: openingByDemo(parts, inner),
    ...sessionsOf(parts),
    close: async (secret) => {
      const kept = await store.session(hash('session', secret));
      const isClosed = await store.closeSession(hash('session', secret));
      if (isClosed && kept !== null) await inner.record('signed-out', kept.account);
      return isClosed;
    },
    setPassword: settingPassword(parts, inner),
    seedPasswords: async (accounts) => {
      const seeded = new Map(accounts.map((account) => [account, randomPassword()]));
      const hashes = [...seeded].map(
        async ([account, password]) => [account, await inner.passwords.hashed(password)] as const,
      );
      await store.setPasswords(new Map(await Promise.all(hashes)));
      return seeded;
    },
    hasPasswords: () => store.hasPasswords(),
    proveCase: proofs(parts, inner.record),
    record: (what, about, by, change) =>
      inner.record(what, about, {
        ...(by === undefined ? {} : { by }),
        ...(change === undefined ? {} : { change }),
      }),
    records: (query) => store.records(query),
    tidy: () => store.tidy(plus(now(), -tidyAfterMs)),
  };
};
