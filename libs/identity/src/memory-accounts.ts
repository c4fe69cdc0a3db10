import type { Actor } from '@mulin/kernel';
import type { Accounts } from './accounts.js';

/**
 * Accounts for tests, with the promises of `postgresAccounts`; they end with the process.
 *
 * @param actors those that are there from the beginning. Default: none.
 */
export const memoryAccounts = (actors: readonly Actor[] = []): Accounts => {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const disabled = new Set<string>();
  return {
    find: async (id) => (disabled.has(id) ? null : (known.get(id) ?? null)),
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
        .map(({ id, role, area }) => ({ account: id, role, area, disabled: disabled.has(id) })),
    disabled: async () => new Set(disabled),
    move: async (actor) => void known.set(actor.id, actor),
  };
};
