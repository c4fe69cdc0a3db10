/** How a resident proves that a case is theirs: by its number and its code, ten guesses in a row at most. */
import { type Instant, Rejection, type SignIn, type SignInEvent } from '@mulin/kernel';
import { attemptRules, secondsUntil } from './attempts.js';
import type { CredentialStore } from './credentials.js';
import { readCrockford } from './crockford.js';
import type { KeyedHash } from './secrets.js';

type Parts = Readonly<{ store: CredentialStore; hash: KeyedHash; now: () => Instant }>;

const codeWrong = () =>
  new Rejection(
    'case-code-wrong',
    { en: 'There is no such case, or this is not its code.', zh: '案件编号或查询码不正确。' },
    'unsigned',
  );

const caseLocked = (seconds: number) =>
  new Rejection(
    'case-access-locked',
    {
      en: 'Too many wrong codes; nothing is tried until the moment that Retry-After names.',
      zh: '查询码错误次数过多，请在 Retry-After 所示时间后再试。',
    },
    'limited',
    seconds,
  );

type Record = (what: SignInEvent, about: string | null, more: Readonly<{ address: string }>) => Promise<void>;

export const proofs =
  ({ store, hash, now }: Parts, record: Record): SignIn['proveCase'] =>
  async ({ number, address }, check) => {
    const own = { key: hash('attempt', `case ${readCrockford(number)}`), rule: attemptRules.case };
    const theirs = { key: hash('attempt', `address ${address}`), rule: attemptRules.address };
    const { lockedUntil, locks } = await store.guess([own, theirs], now());
    if (lockedUntil !== null) throw caseLocked(secondsUntil(now(), lockedUntil));
    const { found, result } = await check();
    if (result === null) {
      await record('case-code-wrong', found, { address });
      if (locks) await record('case-locked', found, { address });
      throw codeWrong();
    }
    await store.forgive({ forgotten: [own.key], eased: [theirs.key] });
    await record('case-opened', found, { address });
    return result;
  };
