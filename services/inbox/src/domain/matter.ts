/** All that waits in one case: what was heard of it, and the items that follow; who has read them, and put them away. */
import { canonical, type Decider, type Decision, Rejection, unreachable } from '@mulin/kernel';
import type { ObservedEvent, Moment } from './observed-events.js';
import type { Item } from './item.js';
import { itemsOf } from './items.js';

type Mark = Readonly<{ id: string; account: string; at: Moment }>;

export type Event =
  | Readonly<{ type: 'NewsHeard'; data: ObservedEvent }>
  | Readonly<{ type: 'ItemOpened' | 'ItemChanged'; data: Item }>
  /** It waits for nobody any more; with whom it had waited for. */
  | Readonly<{ type: 'ItemSettled'; data: Item }>
  | Readonly<{ type: 'ItemRead' | 'ItemDone'; data: Mark }>;

type Marks = Readonly<{ read: readonly string[]; done: readonly string[] }>;

export type State = Readonly<{
  heard: readonly ObservedEvent[];
  items: Readonly<Record<string, Item>>;
  /** Who has read an item, or put it away. */
  marks: Readonly<Record<string, Marks>>;
}>;

const unmarked: Marks = { read: [], done: [] };

const without = <Value>(record: Readonly<Record<string, Value>>, id: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

const marked = (state: State, which: keyof Marks, { id, account }: Mark): State => {
  const before = state.marks[id] ?? unmarked;
  return {
    ...state,
    marks: { ...state.marks, [id]: { ...before, [which]: [...before[which], account] } },
  };
};

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'NewsHeard':
      return { ...state, heard: [...state.heard, event.data] };
    case 'ItemOpened':
    case 'ItemChanged':
      return { ...state, items: { ...state.items, [event.data.id]: event.data } };
    case 'ItemSettled':
      return {
        ...state,
        items: without(state.items, event.data.id),
        marks: without(state.marks, event.data.id),
      };
    case 'ItemRead':
      return marked(state, 'read', event.data);
    case 'ItemDone':
      return marked(state, 'done', event.data);
    default:
      return unreachable(event);
  }
};

export const decider: Decider<State, Event> = {
  category: 'matter',
  initial: { heard: [], items: {}, marks: {} },
  evolve,
};

const isEqual = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** A service says one thing in one place of a case. */
const isSameNews = (one: ObservedEvent, other: ObservedEvent): boolean =>
  one.from === other.from && one.place === other.place;

/** What is for somebody else, or has become graver, is new to them: nobody has read that. */
const isAnother = (before: Item, after: Item): boolean =>
  !isEqual([before.to, before.what], [after.to, after.what]) || (after.isUrgent && !before.isUrgent);

const differences = (before: State['items'], after: readonly Item[]): readonly Event[] => {
  const ids = new Set(after.map(({ id }) => id));
  const settled = Object.values(before)
    .filter(({ id }) => !ids.has(id))
    .map((data): Event => ({ type: 'ItemSettled', data }));
  const others = after.flatMap((data): readonly Event[] => {
    const known = before[data.id];
    if (known === undefined) return [{ type: 'ItemOpened', data }];
    if (isAnother(known, data))
      return [
        { type: 'ItemSettled', data: known },
        { type: 'ItemOpened', data },
      ];
    return isEqual(known, data) ? [] : [{ type: 'ItemChanged', data }];
  });
  return [...settled, ...others];
};

/** Takes in what was heard of a case. The items are made of all of it anew, so that its order does not matter. */
export const observe =
  (caseId: string, observed: ObservedEvent): Decision<State, Event> =>
  ({ heard: before, items }) => {
    if (before.some((it) => isSameNews(it, observed))) return [];
    return [
      { type: 'NewsHeard', data: observed },
      ...differences(items, itemsOf(caseId, [...before, observed])),
    ];
  };

const unknownItem = (id: string) =>
  new Rejection(
    'item-unknown',
    { en: `Nothing of this name waits for you: ${id}.`, zh: `没有名为 ${id} 的待办事项。` },
    'unknown',
  );

const mustBeDecided = () =>
  new Rejection('item-not-decided', {
    en: 'This stays until it is done: it cannot be put away.',
    zh: '该事项处理完毕前不能移出待办。',
  });

type Reader = Readonly<{ account: string; isFor: (item: Item) => boolean }>;

const itemFor = ({ items }: State, id: string, { isFor }: Reader): Item => {
  const found = Object.hasOwn(items, id) ? items[id] : undefined;
  if (found === undefined || !isFor(found)) throw unknownItem(id);
  return found;
};

/**
 * Whoever it waits for has read it. Once more changes nothing.
 *
 * @throws `Rejection` `item-unknown` where it does not wait for them.
 */
export const read =
  (id: string, reader: Reader): Decision<State, Event> =>
  (state, now) => {
    itemFor(state, id, reader);
    const { account } = reader;
    const isRead = state.marks[id]?.read.includes(account) === true;
    return isRead ? [] : [{ type: 'ItemRead', data: { id, account, at: now } }];
  };

/**
 * Whoever it waits for puts it away, for themselves alone. Once more changes nothing.
 *
 * @throws `Rejection`: `item-unknown` where it does not wait for them, `item-not-decided` where it stays until it is
 *   done.
 */
export const putAway =
  (id: string, reader: Reader): Decision<State, Event> =>
  (state, now) => {
    if (itemFor(state, id, reader).kind === 'decide') throw mustBeDecided();
    const { account } = reader;
    const isDone = state.marks[id]?.done.includes(account) === true;
    return isDone ? [] : [{ type: 'ItemDone', data: { id, account, at: now } }];
  };
