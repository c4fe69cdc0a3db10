/** Who is asking, what they may do and where. */
import {
  type Actor,
  type Area,
  caseActor,
  type Identity,
  type Instant,
  isOfAnArea,
  levelOf,
  liesIn,
  minute,
  plus,
  recent,
  Rejection,
  roleWords,
} from '@mulin/kernel';
import { accountFor, type Accounts } from './accounts.js';
import type { Keys } from './keys.js';
import { localOperator, sign, type Verified, verifiedOf } from './tokens.js';

type Parts = Readonly<{ accounts: Accounts; keys: Keys; town: string; now: () => Instant }>;

/** Minutes. Who works for a town has a new token each year at least. */
const longest = 366 * 24 * 60;
/** Bounds the memory of a process; a token that was forgotten is verified again. */
const verifiedAtMost = 10_000;

const isGoodFor = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= longest;

const outOfRange = () =>
  new Rejection(
    'minutes-out-of-range',
    { en: 'A token is good for 1 minute to 366 days.', zh: '令牌有效期须为1分钟至366天。' },
    'malformed',
  );

const accountDisabled = (account: string) =>
  new Rejection('account-disabled', {
    en: `The account ${account} is disabled: enable it first.`,
    zh: `账号 ${account} 已停用，请先启用。`,
  });

const accountExists = (account: string) =>
  new Rejection('account-exists', {
    en: `There is an account ${account} already.`,
    zh: `账号 ${account} 已存在。`,
  });

const accountIsAnother = ({ id, role, area }: Actor) =>
  new Rejection('account-is-another', {
    en: `The account ${id} is ${roleWords[role].en} of ${area}: name this role (${role}) and area, or another account.`,
    zh: `账号 ${id} 的角色为${roleWords[role].zh}（${role}），区域为 ${area}；请按此填写角色和区域，或另选账号。`,
  });

/**
 * Older towns made accounts for the whole town where nobody named an area, also of roles that answer for a part of
 * it. Such a one is given its area when somebody names it.
 */
const narrowed = async (accounts: Accounts, actor: Actor | null, area: Area): Promise<Actor | null> => {
  const isTooWide = actor !== null && isOfAnArea(actor.role) && levelOf(actor.area) === 'town';
  if (!isTooWide || actor.area === area || !liesIn(area, actor.area)) return actor;
  const changed = await accounts.change(actor.id, (was) =>
    was.area === actor.area ? { ...was, area } : was,
  );
  return changed === null ? null : { id: actor.id, role: changed.is.role, area: changed.is.area };
};

/** Whoever showed the code of a case; the town's slug is the beginning of every area in it. */
const residentOf = (caseId: string, town: string): Actor => ({
  id: caseActor(caseId),
  role: 'resident',
  area: town as Area,
  caseId,
});

/** Whoever comes without an account: no two visits are one person. */
const visitorOf = (visit: string, town: string): Actor => ({
  id: `visit:${visit}`,
  role: 'resident',
  area: town as Area, // the beginning of every area in it
  isVisitor: true,
});

const making = (accounts: Accounts): Pick<Identity, 'find' | 'add' | 'ensureAll' | 'list'> => ({
  find: async (account) => {
    const actor = account === localOperator ? null : await accounts.find(account);
    return actor === null ? null : { actor, name: await accounts.nameOf(account) };
  },
  add: async (account) => {
    const { id } = account.actor;
    if (id === localOperator || !(await accounts.add([account])).has(id)) throw accountExists(id);
  },
  ensureAll: async (all) => void (await accounts.add(all)),
  list: (page) => accounts.list(page),
});

type Issuing = Pick<Parts, 'keys' | 'town' | 'now'>;

/** Tokens of no account: nothing of them is kept. */
const issuing = ({ keys, town, now }: Issuing): Pick<Identity, 'issueForCase' | 'issueForVisit'> => {
  const issueFor = async (kind: 'case' | 'visit', subject: string, minutes: number) => {
    if (!isGoodFor(minutes)) throw outOfRange();
    const at = now();
    const expiresAt = plus(at, minutes * minute);
    return { token: await sign({ keys, town, kind, subject, at, expiresAt }), expiresAt };
  };
  return {
    issueForCase: (caseId, minutes) => issueFor('case', caseId, minutes),
    issueForVisit: (visit, minutes) => issueFor('visit', visit, minutes),
  };
};

/** A signature does not change: what was good once is good until it is over. What it opens is looked up anew. */
const verifying = ({ keys, town, now }: Issuing) => {
  const verified = recent<string, Verified>(verifiedAtMost / 2);

  return async (token: string): Promise<Verified | null> => {
    const known = verified.get(token);
    if (known && known.expiresAt > now()) return known;
    verified.delete(token);
    const fresh = await verifiedOf(token, { keys, town, now: now() });
    if (fresh === null) return null;
    verified.set(token, fresh);
    return fresh;
  };
};

/**
 * Who is asking, by their tokens, and the accounts of a town. A token proves the account; its role and area are
 * looked up each time, so that a change holds within a second.
 *
 * - `actorOf` answers `null` for a token that is broken, foreign or over, and for an account that is disabled.
 * - `issue` makes the account where there is none of this id. Default: one for each role of an area, for a resident a
 *   new one (`accountFor`). It throws a `Rejection`: `minutes-out-of-range` outside of 1 minute to 366 days,
 *   `account-disabled`, `account-is-another` where the account has another role or area.
 *
 * @param parts.town its slug: issuer of its tokens, and the area of the local operator.
 * @param parts.now the time that tokens are issued and judged by; the local key's are judged by the clock of the
 *   machine.
 */
export const identityOf = ({ accounts, keys, town, now }: Parts): Identity => {
  // The town's slug is the beginning of every area in it.
  const operator: Actor = { id: localOperator, role: 'operator', area: town as Area };

  const verify = verifying({ keys, town, now });

  return {
    actorOf: async (token) => {
      const good = await verify(token);
      if (good === null) return null;
      if (good.kind === 'case') return residentOf(good.subject, town);
      if (good.kind === 'visit') return visitorOf(good.subject, town);
      return good.subject === localOperator ? operator : accounts.find(good.subject);
    },

    issue: async ({ role, area, minutes, account = accountFor(role, area) }) => {
      if (!isGoodFor(minutes)) throw outOfRange();
      const actor = await narrowed(accounts, await accounts.ensure({ id: account, role, area }), area);
      if (actor === null) throw accountDisabled(account);
      if (actor.role !== role || actor.area !== area) throw accountIsAnother(actor);
      const at = now();
      const expiresAt = plus(at, minutes * minute);
      return {
        token: await sign({ keys, town, kind: 'account', subject: account, at, expiresAt }),
        expiresAt,
      };
    },

    ...issuing({ keys, town, now }),
    ...making(accounts),
    disable: async (account) => {
      if ((await accounts.find(account)) === null) return false;
      await accounts.disable(account);
      return true;
    },
    enable: (account) => accounts.enable(account),
    change: (account, decide) => accounts.change(account, decide),
    disabled: () => accounts.disabled(),
  };
};
