/** Keeps the menu: what the pack says is recorded as facts, and the facts alone are asked. */
import {
  newCorrelation,
  canonical,
  type Decision,
  type EventStore,
  fold,
  type CommandHandler,
  idOf,
  type Position,
  type RecordedEvent,
  type Stop,
} from '@mulin/kernel';
import * as MenuItems from './domain/menu.js';
import type { Menu } from './ports.js';

type Parts = Readonly<{
  town: string;
  store: EventStore;
  menuItems: CommandHandler<MenuItems.State, MenuItems.Event>;
  newId: () => string;
}>;

const pageSize = 1_000;
const filter = { categories: [MenuItems.decider.category] };

/** Each item as its newest fact has it; what comes late or twice changes nothing. */
const memory = () => {
  const known = new Map<string, MenuItems.State>();
  const stateOf = (id: string) => known.get(id) ?? MenuItems.decider.initial;

  const learn = (id: string, state: MenuItems.State) => {
    if (state.version > stateOf(id).version) known.set(id, state);
  };
  const hear = (facts: readonly RecordedEvent[]) => {
    for (const fact of facts)
      // The filter lets nothing else pass, and this service wrote them.
      learn(
        idOf(fact),
        fold(MenuItems.decider, [fact as RecordedEvent<MenuItems.Event>], stateOf(idOf(fact))),
      );
  };
  const items = () => [...known.values()].flatMap(({ item }) => item ?? []);

  return { stateOf, learn, hear, items };
};

/** Everything in the log, told to `hear`; answers how far that was. */
const replay = async (store: EventStore, hear: (facts: readonly RecordedEvent[]) => void) => {
  let from: Position | null = null;
  for (;;) {
    const page: readonly RecordedEvent[] = await store.readAll({ from, maxCount: pageSize, filter });
    hear(page);
    const last = page.at(-1);
    if (last === undefined) return from;
    from = last.position;
  }
};

/**
 * Records what differs between the pack and the facts, answers from the facts, and follows the log until it is
 * stopped: another program of this service may record a menu, too.
 */
export const keepMenu = async (
  { town, store, menuItems, newId }: Parts,
  pack: readonly MenuItems.MenuItem[],
): Promise<Menu & Readonly<{ stop: Stop }>> => {
  const { stateOf, learn, hear, items } = memory();
  const from = await replay(store, hear);

  const record = async (id: string, decide: Decision<MenuItems.State, MenuItems.Event>) => {
    // A cause of its own: what the menu offered before, it may offer again. What counts is the state that is
    // answered: where another program was quicker with the same, no fact of ours was recorded.
    const { state } = await menuItems(id, decide, newCorrelation({ town, actor: 'intake', id: newId() }));
    learn(id, state);
  };

  const packed = new Map(pack.map((item) => [item.id, item]));
  for (const item of pack)
    if (canonical(stateOf(item.id).item) !== canonical(item)) await record(item.id, MenuItems.publish(item));
  for (const { id } of items()) if (!packed.has(id)) await record(id, MenuItems.drop);

  const { stop } = store.subscribeToAll({ from, filter }, async (batch) => hear(batch));
  return { itemOf: (id) => stateOf(id).item, items, stop };
};
