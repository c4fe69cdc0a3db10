/** What waits for whoever is told by messages: what has opened since, and what of a message that is owed still waits. */
import { type EventStore, second, Unavailable } from '@mulin/kernel';
import { marksOfReader } from '../domain/addressees.js';
import type { Owed } from '../domain/delivery/delivery.js';
import { linesAtMost, linesOf, type Waiting } from '../domain/delivery/owing.js';
import type { Deliveries } from '../views/deliveries.js';
import type { ItemRow, Items } from '../views/items.js';
import { isWaiting, type Reader } from './inbox-of.js';

type Parts = Readonly<{
  store: Pick<EventStore, 'head'>;
  items: Items;
  ledger: Pick<Deliveries, 'waitUntil'>;
  /** So much of a kind is read for one message; more is told by the next. */
  freshAtMost?: number;
}>;

const viewTimeoutMs = 5 * second;
const pageSize = 500;
/** More than that is told by the message after this one. */
const mostFresh = 5_000;

const behind = () =>
  new Unavailable({ en: 'The lists of the inbox are behind.', zh: '待办列表尚未更新完毕。' });

/**
 * Waits until the lists show everything recorded so far: what is decided on them rests on that.
 *
 * @throws `Unavailable` where they do not within five seconds.
 */
export const untilShown = async ({ store, items, ledger }: Parts): Promise<void> => {
  const head = await store.head();
  if (head === null) return;
  const shown = await Promise.all([
    items.waitUntil(head, viewTimeoutMs),
    ledger.waitUntil(head, viewTimeoutMs),
  ]);
  if (shown.includes(false)) throw behind();
};

const waitingOf = (row: ItemRow, reader: Reader): Waiting => ({
  ...row,
  isRead: row.read.includes(reader.id),
});

type Opened = Readonly<{ waiting: readonly Waiting[]; isAll: boolean }>;

type Asked = Readonly<{
  after: number;
  /** The last position that counts; absent: whatever has opened since. */
  upTo?: number;
  isWanted: (row: ItemRow) => boolean;
}>;

/** Oldest first: what opens while this reads comes at its end. */
const openedIn = async (
  { items, freshAtMost = mostFresh }: Parts,
  reader: Reader,
  { after, upTo, isWanted }: Asked,
): Promise<Opened> => {
  const openedAt = { gt: after, ...(upTo === undefined ? {} : { lte: upTo }) };
  const where = { to: { hasAny: marksOfReader(reader) }, openedAt };
  const found: Waiting[] = [];
  let cursor: string | null = null;
  do {
    const page: Readonly<{ items: readonly ItemRow[]; next: string | null }> = await items.list({
      where,
      orderBy: [{ by: 'openedAt' }],
      limit: Math.min(pageSize, freshAtMost),
      ...(cursor === null ? {} : { cursor }),
    });
    const wanted = page.items.filter((row) => isWaiting(reader, row) && isWanted(row));
    found.push(...wanted.map((row) => waitingOf(row, reader)));
    cursor = page.next;
  } while (cursor !== null && found.length < freshAtMost);
  return { waiting: found, isAll: cursor === null };
};

/** What has opened of a kind since that was told. */
export const openedSince = (
  parts: Parts,
  reader: Reader,
  { after, isUrgent }: Readonly<{ after: number; isUrgent: boolean }>,
): Promise<Opened> => openedIn(parts, reader, { after, isWanted: (row) => row.isUrgent === isUrgent });

/** What is due first of all that waits, for the lines of a digest. */
export const dueFirst = async ({ items }: Parts, reader: Reader): Promise<readonly ItemRow[]> => {
  const where = { to: { hasAny: marksOfReader(reader) } };
  const page = await items.list({ where, orderBy: [{ by: 'until' }], limit: 2 * linesAtMost });
  return page.items.filter((row) => isWaiting(reader, row));
};

/** What a message tells: its lines, and how many of what is new there are. */
type Told = Pick<Owed, 'lines' | 'hasMore' | 'fresh'>;

/**
 * What a message that is owed still has to tell its reader: without what was read, done or handed on since it was made.
 *
 * @returns `fresh` 0: nothing of what was new to them waits any more.
 * @throws `Unavailable` where lists are behind.
 */
export const stillToTell = async (parts: Parts, reader: Reader, owed: Owed): Promise<Told> => {
  await untilShown(parts);
  const { kind, after, upTo } = owed;
  const named = new Set(owed.lines.map(({ id }) => id));
  // What was named here stays here, also where it is no emergency any more: another message may have passed it by.
  const isWanted = (row: ItemRow) => row.isUrgent === (kind === 'urgent') || named.has(row.id);
  const { waiting } = await openedIn(parts, reader, { after, upTo, isWanted });
  const unread = waiting.filter(({ isRead }) => !isRead);
  const others = kind === 'digest' ? await dueFirst(parts, reader) : [];
  return { ...linesOf(unread, others), fresh: unread.length };
};
