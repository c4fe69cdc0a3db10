/** Who is asking, what they may do and where. */
import { type Actor, type Area, type Identity, type Instant, minute, plus, Rejection } from '@mulin/kernel';
import { accountFor, type Accounts } from './accounts.js';
import type { Keys } from './keys.js';
import { localOperator, sign, type Verified, verifiedOf } from './tokens.js';

type Parts = Readonly<{ accounts: Accounts; keys: Keys; town: string; now: () => Instant }>;

const longest = 366 * 24 * 60;
const verifiedAtMost = 10_000;

const outOfRange = () =>
  new Rejection(
    'minutes-out-of-range',
    { en: 'A token is good for 1 minute to 366 days.', zh: '令牌有效期须为1分钟至366天。' },
    'malformed',
  );

export const identityOf = ({ accounts, keys, town, now }: Parts): Identity => {
  // The town's slug is the beginning of every area in it.
  const operator: Actor = { id: localOperator, role: 'operator', area: town as Area };

  // A signature does not change: what was good once is good until it is over. What it opens is looked up anew.
  const verified = new Map<string, Verified>();

  const verify = async (token: string): Promise<Verified | null> => {
    const known = verified.get(token);
    if (known && known.expiresAt > now()) return known;
    verified.delete(token);
    const fresh = await verifiedOf(token, { keys, town, now: now() });
    if (fresh === null) return null;
    if (verified.size >= verifiedAtMost) verified.clear();
    verified.set(token, fresh);
    return fresh;
  };

  return {
    actorOf: async (token) => {
      const good = await verify(token);
      if (good === null) return null;
      return good.account === localOperator ? operator : accounts.find(good.account);
    },

    issue: async ({ role, area, minutes, account = accountFor(role, area) }) => {
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > longest) throw outOfRange();
      const actor = await accounts.ensure({ id: account, role, area });
      if (actor.role !== role || actor.area !== area)
        throw new Rejection('account-is-another', {
          en: `The account ${account} is ${actor.role} of ${actor.area}.`,
          zh: `账号 ${account} 的角色为 ${actor.role},区域为 ${actor.area}。`,
        });
      const at = now();
      const expiresAt = plus(at, minutes * minute);
      return { token: await sign({ keys, town, account, at, expiresAt }), expiresAt };
    },

    disable: async (account) => {
      if ((await accounts.find(account)) === null) return false;
      await accounts.disable(account);
      return true;
    },
    disabled: () => accounts.disabled(),
  };
};
