/** Accounts and tokens that are forgotten with the program, and that nobody has to sign. */
import {
  type AccountParts,
  type Actor,
  type Area,
  caseActor,
  type Identity,
  type Instant,
  minute,
  type NewAccount,
  plus,
  Rejection,
  uuidOf,
} from '@mulin/kernel';

/** Who a token belongs to, when there is no `issue` before. */
export type Accounts = Readonly<Record<string, Actor>>;

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

const pageOf = (
  actors: readonly Actor[],
  { disabled, nameOf }: Readonly<{ disabled: ReadonlySet<string>; nameOf: (id: string) => string | null }>,
  { after = '', limit }: Parameters<Identity['list']>[0],
) =>
  [...new Map(actors.map((actor) => [actor.id, actor])).values()]
    .filter(({ id }) => id > after)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, role, area }) => {
      const name = nameOf(id);
      return { account: id, role, area, disabled: disabled.has(id), ...(name === null ? {} : { name }) };
    });

type Making = Readonly<{
  known: () => readonly Actor[];
  added: Map<string, NewAccount>;
  disabled: ReadonlySet<string>;
  nameOf: (account: string) => string | null;
}>;

const making = ({
  known,
  added,
  disabled,
  nameOf,
}: Making): Pick<Identity, 'find' | 'add' | 'ensureAll' | 'list'> => {
  const actorOf = (account: string) => known().find(({ id }) => id === account);
  return {
    find: async (account) => {
      const actor = disabled.has(account) ? undefined : actorOf(account);
      return actor === undefined ? null : { actor, name: nameOf(account) };
    },
    add: async (account) => {
      const { id } = account.actor;
      if (actorOf(id) !== undefined) throw accountExists(id);
      added.set(id, account);
    },
    list: async (page) => pageOf(known(), { disabled, nameOf }, page),
    ensureAll: async (accounts) => {
      for (const account of accounts)
        if (actorOf(account.actor.id) === undefined) added.set(account.actor.id, account);
    },
  };
};

type Issuing = Readonly<{
  issued: Map<string, Readonly<{ actor: Actor; expiresAt: Instant }>>;
  now: () => Instant;
}>;

const issuing = (area: Area, { issued, now }: Issuing): Pick<Identity, 'issueForCase' | 'issueForVisit'> => {
  const resident = { role: 'resident', area } as const;
  const issueFor = async (actor: Actor, minutes: number) => {
    const expiresAt = plus(now(), minutes * minute);
    const token = await uuidOf(actor.id, expiresAt);
    issued.set(token, { actor, expiresAt });
    return { token, expiresAt };
  };
  return {
    issueForCase: (caseId, minutes) => issueFor({ ...resident, id: caseActor(caseId), caseId }, minutes),
    issueForVisit: (visit, minutes) =>
      issueFor({ ...resident, id: `visit:${visit}`, isVisitor: true }, minutes),
  };
};

/** What was changed since, for whoever is asked. */
const changes = (added: ReadonlyMap<string, NewAccount>) => {
  const changed = new Map<string, AccountParts>();
  const asItStands = (actor: Actor): Actor => {
    const { role = actor.role, area = actor.area } = changed.get(actor.id) ?? {};
    return { ...actor, role, area };
  };
  const nameOf = (account: string): string | null =>
    (changed.get(account) ?? added.get(account))?.name ?? null;
  return { changed, asItStands, nameOf };
};

type Changing = Pick<Making, 'known' | 'nameOf'> & Readonly<{ changed: Map<string, AccountParts> }>;

const changing =
  ({ known, changed, nameOf }: Changing): Identity['change'] =>
  async (account, decide) => {
    const actor = known().find(({ id }) => id === account);
    if (actor === undefined) return null;
    const was = { role: actor.role, area: actor.area, name: nameOf(account) };
    const is = decide(was);
    changed.set(account, is);
    return { was, is };
  };

/**
 * An identity for tests and towns in memory: tokens are words, nothing is signed, all is forgotten with the process.
 *
 * @param accounts whose token is whose, from the beginning.
 * @param area the whole town: the area of residents without an account.
 */
export const memoryIdentity = (accounts: Accounts, now: () => Instant, area: Area): Identity => {
  const disabled = new Set<string>();
  const issued = new Map<string, Readonly<{ actor: Actor; expiresAt: Instant }>>();

  const added = new Map<string, NewAccount>();

  const { changed, asItStands, nameOf } = changes(added);
  const named = (token: string): Actor | null => {
    const known = issued.get(token);
    if (known !== undefined) return known.expiresAt > now() ? known.actor : null;
    return Object.hasOwn(accounts, token) ? (accounts[token] ?? null) : null;
  };
  const known = (): readonly Actor[] =>
    [...Object.values(accounts), ...[...issued.values(), ...added.values()].map(({ actor }) => actor)].map(
      asItStands,
    );

  return {
    actorOf: async (token) => {
      const actor = named(token);
      return actor === null || disabled.has(actor.id) ? null : asItStands(actor);
    },
    issue: async ({ role, area, minutes, account }) => {
      // Residents are one person each, where nobody is named.
      const which = role === 'resident' ? [String(issued.size)] : [];
      const id = account ?? (await uuidOf('account', role, area, ...which));
      if (disabled.has(id)) throw accountDisabled(id);
      const expiresAt = plus(now(), minutes * minute);
      const token = await uuidOf(id, role, area, expiresAt);
      issued.set(token, { actor: { id, role, area }, expiresAt });
      return { token, expiresAt };
    },
    ...issuing(area, { issued, now }),
    ...making({ known, added, disabled, nameOf }),
    disable: async (account) => {
      if (disabled.has(account) || !known().some(({ id }) => id === account)) return false;
      disabled.add(account);
      return true;
    },
    enable: async (account) => disabled.delete(account),
    change: changing({ known, changed, nameOf }),
    disabled: () => Promise.resolve(new Set(disabled)),
  };
};
