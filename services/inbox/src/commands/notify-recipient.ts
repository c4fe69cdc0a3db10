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
  uuidOf,
} from '@mulin/kernel';
import * as Delivery from '../domain/delivery/delivery.js';
import { type LastNotified, linesOf, toldUpTo, dueNow } from '../domain/delivery/owing.js';
import {
  type Channel,
  channels,
  outletOf,
  recipientIdOf,
  type State,
} from '../domain/recipient/recipient.js';
import type { DeliveriesHandler, RecipientsHandler } from '../dependencies.js';
import type { TownTime } from '../domain/recipient/window.js';
import type { Reader } from '../queries/inbox-of.js';
import { dueFirst, openedSince, untilShown } from '../queries/still-waiting.js';
import type { Deliveries } from '../views/deliveries.js';
import type { Items } from '../views/items.js';

type Parts = Readonly<{
  town: string;
  /** By which clocks and days hours count. */
  time: TownTime;
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
  schedule: (account: string, at: Instant, traceparent?: string) => Promise<void>;
  /** Has this message sent. */
  send: (id: string, traceparent?: string) => Promise<void>;
}>;

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
  await parts.send(id, context.traceparent);
  // Somebody else has owed it meanwhile: what came after that one is looked at again.
  if (events.length === 0) await parts.schedule(reader.id, plus(parts.now(), second), context.traceparent);
};

const tellBy = async (parts: Parts, told: Told): Promise<void> => {
  const { now, time } = parts;
  const { state, reader, channel, context } = told;
  const outlet = outletOf(state, channel);
  if (outlet === null) return;
  const { since } = outlet;
  const [urgent, other] = await Promise.all([
    toldLast(parts, reader.id, channel, true),
    toldLast(parts, reader.id, channel, false),
  ]);
  const known = { since, urgent, other, window: state.window, time, now: now() };
  const opened = await Promise.all(toldUpTo(known).map((from) => openedSince(parts, reader, from)));
  const { messages, nextAt } = dueNow(
    opened.flatMap(({ waiting }) => waiting),
    known,
  );
  for (const message of messages) await oweMessage(parts, told, message);
  // What was not read yet is told by the next message: nothing else need open for it.
  const next = opened.every(({ isAll }) => isAll) ? nextAt : plus(now(), minute);
  if (next !== null) await parts.schedule(reader.id, next, context.traceparent);
};

/**
 * Looks at what waits for an account, for each channel that it has stated. May be called at any time, also for nothing.
 *
 * @throws `Unavailable` where lists are behind, or an engine is away: it is to be called again.
 */
export const notifyRecipient =
  (parts: Parts) =>
  async (account: string, traceparent?: string): Promise<void> => {
    const { state } = await parts.recipients.query(await recipientIdOf(account));
    if (channels.every((channel) => outletOf(state, channel) === null)) return;
    const found = await parts.identity.find(account);
    if (found === null) return;
    await untilShown(parts);
    // Each look is a cause of its own.
    const context = newCorrelation({ town: parts.town, actor: 'inbox', id: parts.newId(), traceparent });
    for (const channel of channels) await tellBy(parts, { state, reader: found.actor, channel, context });
  };
