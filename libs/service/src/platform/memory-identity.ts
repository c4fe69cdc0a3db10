/** Accounts and tokens that are forgotten with the program, and that nobody has to sign. */
import { type Actor, type Identity, type Instant, minute, plus, uuidOf } from '@mulin/kernel';

/** Who a token belongs to, when there is no `issue` before. */
export type Accounts = Readonly<Record<string, Actor>>;

export const memoryIdentity = (accounts: Accounts, now: () => Instant): Identity => {
  const disabled = new Set<string>();
  const issued = new Map<string, Readonly<{ actor: Actor; expiresAt: Instant }>>();

  const named = (token: string): Actor | null => {
    const known = issued.get(token);
    if (known !== undefined) return known.expiresAt > now() ? known.actor : null;
    return Object.hasOwn(accounts, token) ? (accounts[token] ?? null) : null;
  };
  const isKnown = (account: string): boolean =>
    [...Object.values(accounts), ...[...issued.values()].map(({ actor }) => actor)].some(
      ({ id }) => id === account,
    );

  return {
    actorOf: async (token) => {
      const actor = named(token);
      return actor === null || disabled.has(actor.id) ? null : actor;
    },
    issue: async ({ role, area, minutes, account }) => {
      // Residents are one person each, where nobody is named.
      const which = role === 'resident' ? [String(issued.size)] : [];
      const id = account ?? (await uuidOf('account', role, area, ...which));
      const expiresAt = plus(now(), minutes * minute);
      const token = await uuidOf(id, role, area, expiresAt);
      issued.set(token, { actor: { id, role, area }, expiresAt });
      return { token, expiresAt };
    },
    disable: async (account) => {
      if (!isKnown(account) || disabled.has(account)) return false;
      disabled.add(account);
      return true;
    },
    disabled: () => Promise.resolve(new Set(disabled)),
  };
};
