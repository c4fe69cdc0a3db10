/** Looks at what waits for one account, and owes it the messages that are due. */
import {
  type EventMetadata,
  type EventStore,
  type Identity,
  type Instant,
  minute,
  newCorrelation,
  plus,
  second,
  Unavailable,
  uuidOf,
} from '@mulin/kernel';
import { marksOfReader } from '../domain/addressees.js';
import * as Delivery from '../domain/delivery/delivery.js';
import {
  type LastNotified,
  linesAtMost,
  linesOf,
  toldUpTo,
  dueNow,
  type Waiting,
} from '../domain/delivery/owing.js';
import {
  type Channel,
  channels,
  outletOf,
  recipientIdOf,
  type State,
} from '../domain/recipient/recipient.js';
import type { DeliveriesHandler, RecipientsHandler } from '../dependencies.js';
import { isWaiting, type Reader } from '../queries/inbox-of.js';
import type { Deliveries } from '../views/deliveries.js';
import type { ItemRow, Items } from '../views/items.js';

type Parts = Readonly<{
  town: string;
  zone: string;
  now: () => Instant;
  newId: () => string;
  store: Pick<EventStore, 'head'>;
  identity: Pick<Identity, 'find'>;
  recipients: RecipientsHandler;
  deliveries: DeliveriesHandler;
  items: Items;
  ledger: Deliveries;
  /** So much of a kind is read for one message; more is told by the next. */
  freshAtMost?: number;
  /** Has this account looked at again. */
  schedule: (account: string, at: Instant) => Promise<void>;
  /** Has this message sent. */
  send: (id: string) => Promise<void>;
}>;

const viewTimeoutMs = 5 * second;
const pageSize = 500;
/** More than that is told by the message after this one. */
const mostFresh = 5_000;

const behind = () =>
  new Unavailable({ en: 'The lists of the inbox are behind.', zh: '待办列表尚未更新完毕。' });

/** What is decided here rests on lists that show everything recorded so far. */
const untilShown = async ({ store, items, ledger }: Parts): Promise<void> => {
  const head = await store.head();
  if (head === null) return;
  const shown = await Promise.all([
    items.waitUntil(head, viewTimeoutMs),
    ledger.waitUntil(head, viewTimeoutMs),
  ]);
  if (shown.includes(false)) throw behind();
};

const toldLast = async (
  { ledger }: Parts,
  account: string,
  channel: Channel,
  isUrgent: boolean,
): Promise<LastNotified | null> => {
  const where = { account, channel, isUrgent };
  const { items } = await ledger.list({ where, orderBy: [{ by: 'upTo', descending: true }], limit: 1 });
  const [row] = items;
  return row === undefined ? null : { upTo: row.upTo, at: row.at as Instant }; // it was recorded in our own form
};

const waitingOf = (row: ItemRow, reader: Reader): Waiting => ({
  ...row,
  isRead: row.read.includes(reader.id),
});

type Opened = Readonly<{ waiting: readonly Waiting[]; isAll: boolean }>;

/** What has opened of a kind since that was told, oldest first: what opens while this reads comes at its end. */
const openedSince = async (
  { items, freshAtMost = mostFresh }: Parts,
  reader: Reader,
  { after, isUrgent }: Readonly<{ after: number; isUrgent: boolean }>,
): Promise<Opened> => {
  const where = { to: { hasAny: marksOfReader(reader) }, openedAt: { gt: after } };
  const found: Waiting[] = [];
  let cursor: string | null = null;
  do {
    const page: Readonly<{ items: readonly ItemRow[]; next: string | null }> = await items.list({
      where,
      orderBy: [{ by: 'openedAt' }],
      limit: Math.min(pageSize, freshAtMost),
      ...(cursor === null ? {} : { cursor }),
    });
    const ofKind = page.items.filter((row) => row.isUrgent === isUrgent && isWaiting(reader, row));
    found.push(...ofKind.map((row) => waitingOf(row, reader)));
    cursor = page.next;
  } while (cursor !== null && found.length < freshAtMost);
  return { waiting: found, isAll: cursor === null };
};

/** What is due first of all that waits, for the lines of a digest. */
const dueFirst = async ({ items }: Parts, reader: Reader): Promise<readonly ItemRow[]> => {
  const where = { to: { hasAny: marksOfReader(reader) } };
  const page = await items.list({ where, orderBy: [{ by: 'until' }], limit: 2 * linesAtMost });
  return page.items.filter((row) => isWaiting(reader, row));
};

type Told = Readonly<{ state: State; reader: Reader; channel: Channel; context: EventMetadata }>;

/** The id follows from what was told before: looked at twice, the same message is owed once. */
const oweMessage = async (
  parts: Parts,
  { state, reader, channel, context }: Told,
  { kind, items, fresh, after, upTo }: ReturnType<typeof dueNow>['messages'][number],
): Promise<void> => {
  const isUrgent = kind === 'urgent' ? 'urgent' : 'other';
  const id = await uuidOf('delivery', parts.town, reader.id, channel, isUrgent, String(after));
  const others = kind === 'digest' ? await dueFirst(parts, reader) : [];
  const owed: Delivery.Owed = {
    account: reader.id,
    channel,
    kind,
    language: state.language,
    ...linesOf(items, others),
    fresh,
    after,
    upTo,
    at: parts.now(),
  };
  const { events } = await parts.deliveries(id, Delivery.owe(owed), context);
  await parts.send(id);
  // Somebody else has owed it meanwhile: what came after that one is looked at again.
  if (events.length === 0) await parts.schedule(reader.id, plus(parts.now(), second));
};

const tellBy = async (parts: Parts, told: Told): Promise<void> => {
  const { now, zone } = parts;
  const { state, reader, channel } = told;
  const outlet = outletOf(state, channel);
  if (outlet === null) return;
  const { since } = outlet;
  const [urgent, other] = await Promise.all([
    toldLast(parts, reader.id, channel, true),
    toldLast(parts, reader.id, channel, false),
  ]);
  const known = { since, urgent, other, window: state.window, zone, now: now() };
  const opened = await Promise.all(toldUpTo(known).map((from) => openedSince(parts, reader, from)));
  const { messages, nextAt } = dueNow(
    opened.flatMap(({ waiting }) => waiting),
    known,
  );
  for (const message of messages) await oweMessage(parts, told, message);
  // What was not read yet is told by the next message: nothing else need open for it.
  const next = opened.every(({ isAll }) => isAll) ? nextAt : plus(now(), minute);
  if (next !== null) await parts.schedule(reader.id, next);
};

/**
 * Looks at what waits for an account, for each channel that it has stated. May be called at any time, also for nothing.
 *
 * @throws `Unavailable` where lists are behind, or an engine is away: it is to be called again.
 */
export const notifyRecipient =
  (parts: Parts) =>
  async (account: string): Promise<void> => {
    const { state } = await parts.recipients.query(await recipientIdOf(account));
    if (channels.every((channel) => outletOf(state, channel) === null)) return;
    const found = await parts.identity.find(account);
    if (found === null) return;
    await untilShown(parts);
    // Each look is a cause of its own.
    const context = newCorrelation({ town: parts.town, actor: 'inbox', id: parts.newId() });
    for (const channel of channels) await tellBy(parts, { state, reader: found.actor, channel, context });
  };
