/** Keeps the menu: what the pack says is recorded as events, and the events alone are asked. */
import type { CommandHandler, EventStore, Instant, Stop } from '@mulin/kernel';
import { type RecordPack, referenceData } from '@mulin/service';
import * as MenuItems from '../domain/menu.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  store: EventStore;
  menuItems: CommandHandler<MenuItems.State, MenuItems.Event>;
  newId: () => string;
  /** Default: this process is the only one. */
  recordPack?: RecordPack;
}>;

/**
 * Records what differs between the pack and the events, answers from the events, and follows the log until it is
 * stopped: another program of this service may record a menu, too.
 */
export const loadMenu = async (
  { menuItems, ...parts }: Parts,
  pack: readonly MenuItems.MenuItem[],
): Promise<MenuItems.Menu & Readonly<{ stop: Stop }>> => {
  const data = referenceData({ ...parts, actor: 'intake' });
  const items = data.kind(MenuItems.decider, menuItems);
  const wanted = new Map(pack.map((item) => [item.id, MenuItems.publish(item)]));
  const stop = await data.start(() => items.changesTo(wanted, () => MenuItems.drop));
  return {
    itemOf: (id) => items.stateOf(id).item,
    items: () => items.ids().flatMap((id) => items.stateOf(id).item ?? []),
    stop,
  };
};
