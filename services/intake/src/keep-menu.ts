/** Keeps the menu: what the pack says is recorded as facts, and the facts alone are asked. */
import { begin, type Decision, type EventStore, type Handle } from '@mulin/kernel';
import { canonical } from '@mulin/kernel';
import * as MenuItems from './domain/menu.js';
import type { Menu } from './ports.js';

type Parts = Readonly<{
  town: string;
  store: EventStore;
  menuItems: Handle<MenuItems.State, MenuItems.Event>;
  newId: () => string;
}>;

const pageSize = 1_000;

/** The menu as the log has it. */
const replay = async (store: EventStore) => {
  const offered = new Map<string, MenuItems.MenuItem>();
  const filter = { categories: [MenuItems.decider.category] };
  for (let from = null, page = await store.readAll({ from, maxCount: pageSize, filter }); page.length > 0;) {
    for (const fact of page) learn(offered, fact as unknown as MenuItems.Event);
    page = await store.readAll({ from: page.at(-1)?.position ?? null, maxCount: pageSize, filter });
  }
  return offered;
};

const learn = (offered: Map<string, MenuItems.MenuItem>, { type, data }: MenuItems.Event) => {
  if (type === 'MenuItemPublished') offered.set(data.item.id, data.item);
  else offered.delete(data.id);
};

/** Records what differs between the pack and the facts, and answers from the facts. */
export const keepMenu = async (
  { town, store, menuItems, newId }: Parts,
  pack: readonly MenuItems.MenuItem[],
): Promise<Menu> => {
  const offered = await replay(store);

  const record = async (id: string, decide: Decision<MenuItems.State, MenuItems.Event>) => {
    // A cause of its own: what the menu offered before, it may offer again.
    const { events } = await menuItems(id, decide, begin({ town, actor: 'intake', id: newId() }));
    for (const event of events) learn(offered, event);
  };

  const packed = new Map(pack.map((item) => [item.id, item]));
  for (const item of pack)
    if (canonical(offered.get(item.id) ?? null) !== canonical(item))
      await record(item.id, MenuItems.publish(item));
  for (const id of [...offered.keys()]) if (!packed.has(id)) await record(id, MenuItems.drop);

  return { itemOf: (id) => offered.get(id) ?? null, items: () => [...offered.values()] };
};
