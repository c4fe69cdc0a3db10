/** What opens, changes and settles in the inbox of a reader, as it happens, and from where they have left off. */
import { type EventStore, type Position, type RecordedEvent, Rejection, type Stop } from '@mulin/kernel';
import { marksOf } from '../domain/addressees.js';
import type { Event } from '../domain/matter.js';
import { isFor, type Reader, shown } from './inbox-of.js';

type Language = 'en' | 'zh';

/** One thing to be told to a reader; `id` is where to go on from. */
export type LiveEvent = Readonly<{
  id: Position | 0;
  /** `ready`: from here on; `reset`: too much has happened since, so that the whole inbox has to be read again. */
  event: 'ready' | 'reset' | 'item' | 'read' | 'gone';
  data: object;
}>;

type Listener = Readonly<{
  /** Who listens now; looked up again from time to time. */
  reader: () => Reader;
  language: Language;
  receive: (event: LiveEvent) => void;
  /** Nothing more will be told. */
  end: () => Promise<void>;
  /** Calls back once when it was ended, also from the other side; from then on it is told nothing. */
  onEnd: (ended: () => void) => void;
}>;

/** So many events are read again for whoever was away; more than that is read faster as a list. */
const rereadAtMost = 5_000;
const pageSize = 500;
/** Characters, of three bytes at most: so much fits into a line that nobody reads yet, while it still catches up. */
const toldAgainAtMost = 256 * 1024;
/** Windows of one person that are open side by side. */
const streamsOfOne = 5;

const types = ['ItemOpened', 'ItemChanged', 'ItemSettled', 'ItemRead', 'ItemDone'] satisfies Event['type'][];
const filter = { categories: ['matter'], types };

const tooMany = () =>
  new Rejection('too-many-streams', {
    en: `At most ${streamsOfOne} streams of one account are open at once: close one of them.`,
    zh: `同一账号最多同时打开 ${streamsOfOne} 个实时通道，请先关闭其中一个。`,
  });

/** What a listener is told of one event; `null`: nothing. */
const toldOf = ({ reader, language }: Listener, recorded: RecordedEvent<Event>): LiveEvent | null => {
  const { type, data, position: id } = recorded;
  switch (type) {
    case 'NewsHeard':
      return null;
    case 'ItemRead':
    case 'ItemDone': {
      const event = type === 'ItemRead' ? 'read' : 'gone';
      return data.account === reader().id ? { id, event, data: { id: data.id } } : null;
    }
    default: {
      if (!isFor(reader(), marksOf(data.to), data)) return null;
      if (type === 'ItemSettled') return { id, event: 'gone', data: { id: data.id } };
      // Who has read it is told by itself, and is in the list.
      const { read: _, ...item } = shown(data, false, language);
      return { id, event: 'item', data: item };
    }
  }
};

/** What listens: nothing is told twice or out of order, also while what was missed is still being read. */
type Open = { listener: Listener; last: number; waiting: RecordedEvent<Event>[] | null };

const pass = (open: Open, event: RecordedEvent<Event>): void => {
  if (event.position <= open.last) return;
  open.last = event.position;
  const told = toldOf(open.listener, event);
  if (told !== null) open.listener.receive(told);
};

type Reread = Readonly<{ told: readonly LiveEvent[]; last: Position | null }>;

/** What a listener has missed; `null`: more than is read, or told, again. */
const reread = async (
  store: EventStore,
  listener: Listener,
  from: Position | null,
): Promise<Reread | null> => {
  const told: LiveEvent[] = [];
  let last = from;
  let size = 0;
  for (let count = 0; count < rereadAtMost; count += pageSize) {
    const page = await store.readAll({ from: last, maxCount: pageSize, filter });
    // The category holds these events and no others.
    const missed = (page as readonly RecordedEvent<Event>[]).flatMap(
      (event) => toldOf(listener, event) ?? [],
    );
    told.push(...missed);
    size += missed.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
    if (size > toldAgainAtMost) return null;
    last = page.at(-1)?.position ?? last;
    if (page.length < pageSize) return { told, last };
  }
  return null;
};

/** From where there is nothing to read again: with what is new, or after a list that has to be read. */
const beginAt = (open: Open, head: Position | 0, event: 'ready' | 'reset'): void => {
  open.last = head;
  open.listener.receive({ id: head, event, data: {} });
};

type Missed = Readonly<{ after: Position | 0; head: Position | 0 }>;

const goOn = async (store: EventStore, open: Open, { after, head }: Missed): Promise<void> => {
  const missed = await reread(store, open.listener, after === 0 ? null : after);
  if (missed === null) return beginAt(open, head, 'reset');
  open.last = missed.last ?? 0;
  missed.told.forEach(open.listener.receive);
};

/** Gives a listener what came after `after`, as far as that can be known, and then what came meanwhile. */
const catchUp = async (store: EventStore, open: Open, after: Position | 0 | null): Promise<void> => {
  const head = (await store.head()) ?? 0;
  if (after === null) beginAt(open, head, 'ready');
  // A position that this log has not reached is of another one, as before a restore.
  else if (after > head) beginAt(open, head, 'reset');
  else await goOn(store, open, { after, head });
  for (const event of open.waiting ?? []) pass(open, event);
  open.waiting = null;
};

/**
 * Tells listeners what happens to the items of a log.
 *
 * @returns `start` follows the log until stopped. `listen` begins with what came after `after` (`null`: with what is
 *   new), and ends with its listener; it throws a `Rejection` (`too-many-streams`) where one account has five open.
 *   `endAll` ends all listeners.
 */
export const liveItems = (store: EventStore) => {
  const listening = new Set<Open>();

  const tell = (event: RecordedEvent<Event>): void => {
    for (const open of listening)
      if (open.waiting === null) pass(open, event);
      else open.waiting.push(event);
  };

  const listen = async (listener: Listener, after: Position | 0 | null): Promise<void> => {
    const { id } = listener.reader();
    const own = [...listening].filter((it) => it.listener.reader().id === id);
    if (own.length >= streamsOfOne) throw tooMany();
    const open: Open = { listener, last: -1, waiting: [] };
    listening.add(open);
    const leave = () => void listening.delete(open);
    listener.onEnd(leave);
    await catchUp(store, open, after).catch((error: unknown) => {
      leave();
      throw error;
    });
  };

  return {
    listen,
    start: async (): Promise<Stop> =>
      store.subscribeToAll({ from: await store.head(), filter }, async (batch) =>
        // The category holds these events and no others.
        (batch as readonly RecordedEvent<Event>[]).forEach(tell),
      ).stop,
    endAll: async () => void (await Promise.all([...listening].map(({ listener }) => listener.end()))),
  };
};

/** What `liveItems` gives. */
export type LiveItems = ReturnType<typeof liveItems>;
