import type { Actor } from '@mulin/kernel';
import type { Accounts } from './accounts.js';

export const memoryAccounts = (actors: readonly Actor[] = []): Accounts => {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const disabled = new Set<string>();
  return {
    find: async (id) => (disabled.has(id) ? null : (known.get(id) ?? null)),
    ensure: async (actor) => {
      const there = known.get(actor.id) ?? actor;
      known.set(actor.id, there);
      return there;
    },
    disable: async (id) => void disabled.add(id),
    disabled: async () => new Set(disabled),
    move: async (actor) => void known.set(actor.id, actor),
  };
};
