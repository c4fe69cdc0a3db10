import type { Actor, ListedAccount } from '@mulin/kernel';
import type { Accounts } from './accounts.js';

const changing =
  (known: Map<string, Actor>, names: Map<string, string>): Accounts['change'] =>
  async (id, decide) => {
    const actor = known.get(id);
    if (actor === undefined) return null;
    const was = { role: actor.role, area: actor.area, name: names.get(id) ?? null };
    const is = decide(was);
    known.set(id, { id, role: is.role, area: is.area });
    if (is.name === null) names.delete(id);
    else names.set(id, is.name);
    return { was, is };
  };

/**
 * Accounts for tests, with the promises of `postgresAccounts`; they end with the process.
 *
 * @param actors those that are there from the beginning. Default: none.
 */
export const memoryAccounts = (actors: readonly Actor[] = []): Accounts => {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const names = new Map<string, string>();
  const disabled = new Set<string>();
  const listed = ({ id, role, area }: Actor): ListedAccount => {
    const name = names.get(id);
    const common = { account: id, role, area, disabled: disabled.has(id) };
    return name === undefined ? common : { ...common, name };
  };
  return {
    find: async (id) => (disabled.has(id) ? null : (known.get(id) ?? null)),
    nameOf: async (id) => names.get(id) ?? null,
    add: async (accounts) => {
      const fresh = accounts.filter(({ actor }) => !known.has(actor.id));
      for (const { actor, name } of fresh) {
        known.set(actor.id, actor);
        if (name !== null) names.set(actor.id, name);
      }
      return new Set(fresh.map(({ actor }) => actor.id));
    },
    ensure: async (actor) => {
      const there = known.get(actor.id) ?? actor;
      known.set(actor.id, there);
      return disabled.has(actor.id) ? null : there;
    },
    disable: async (id) => void disabled.add(id),
    enable: async (id) => disabled.delete(id),
    list: async ({ after = '', limit }) =>
      [...known.values()]
        .filter(({ id }) => id > after)
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit)
        .map(listed),
    disabled: async () => new Set(disabled),
    change: changing(known, names),
  };
};
