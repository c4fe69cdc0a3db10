/** What the town lets its residents order: each menu item with its net, its urgency and its policy. */
import { canonical, type Decider, type Decision, Rejection, unreachable } from '@mulin/kernel';
import type { Net, Urgency } from './case/case.js';

export type MenuItem = Readonly<{
  id: string;
  name: { zh: string; en: string };
  /** Under what it stands in the menu; absent: under nothing. */
  group?: { id: string; name: { zh: string; en: string } };
  net: Net;
  urgency: Urgency;
  /** The id of the policy by which such a demand must be answered. */
  policy: string;
  /** It is about a public place, so that the exact point is nobody's secret. */
  public: boolean;
}>;

export type Event = Readonly<
  | { type: 'MenuItemPublished'; data: { item: MenuItem; version: number } }
  | { type: 'MenuItemDropped'; data: { id: string; version: number } }
>;

/** The item as it is offered now; `null`: it is not, or not any more. */
export type State = Readonly<{ item: MenuItem | null; version: number }>;

const evolve = (_: State, { type, data }: Event): State => {
  switch (type) {
    case 'MenuItemPublished':
      return { item: data.item, version: data.version };
    case 'MenuItemDropped':
      return { item: null, version: data.version };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'menu',
  initial: { item: null, version: 0 },
  evolve,
};

type Decides = Decision<State, Event>;

/** The pack offers this item now. */
export const publish =
  (item: MenuItem): Decides =>
  (state) =>
    canonical(state.item) === canonical(item)
      ? []
      : [{ type: 'MenuItemPublished', data: { item, version: state.version + 1 } }];

/** The pack does not offer it any more; cases that were ordered by it go on. */
export const drop: Decides = ({ item, version }) =>
  item === null ? [] : [{ type: 'MenuItemDropped', data: { id: item.id, version: version + 1 } }];

/** What may be ordered now, as the events say. */
export interface Menu {
  itemOf(id: string): MenuItem | null;
  items(): readonly MenuItem[];
}

/** Refused (`no-such-menu-item`) where the menu has no such item now. */
export const orderable = (menu: Pick<Menu, 'itemOf'>, id: string): MenuItem => {
  const item = menu.itemOf(id);
  if (item) return item;
  throw new Rejection('no-such-menu-item', {
    en: `The menu of this town has no item "${id}".`,
    zh: `本镇服务菜单中没有“${id}”。`,
  });
};
