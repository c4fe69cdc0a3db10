/** Accounts and tokens that are forgotten with the program, and that nobody has to sign. */
import { type Actor, type Identity, type Instant, minute, plus, uuidOf } from '@mulin/kernel';

/** Who a token belongs to, when there is no `issue` before. */
export type Accounts = Readonly<Record<string, Actor>>;

export const memoryIdentity = (accounts: Accounts, now: () => Instant): Identity => {
  const issued = new Map<string, Readonly<{ actor: Actor; expiresAt: Instant }>>();

  return {
    actorOf: async (token) => {
      const known = issued.get(token);
      if (known !== undefined) return known.expiresAt > now() ? known.actor : null;
      return Object.hasOwn(accounts, token) ? (accounts[token] ?? null) : null;
    },
    issue: async ({ role, area, minutes, account }) => {
      const id = account ?? (await uuidOf('account', role, area));
      const expiresAt = plus(now(), minutes * minute);
      const token = await uuidOf(id, role, area, expiresAt);
      issued.set(token, { actor: { id, role, area }, expiresAt });
      return { token, expiresAt };
    },
  };
};
