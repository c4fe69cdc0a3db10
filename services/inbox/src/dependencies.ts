/** What the routes of the inbox are given. */
import type {
  CommandHandler,
  EventStore,
  Identity,
  Instant,
  LocalizedText,
  Stop,
  Vault,
} from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import type { Readable } from 'node:stream';
import type * as Delivery from './domain/delivery/delivery.js';
import type { Mail, Webhooks } from './domain/delivery/sending.js';
import type * as Recipient from './domain/recipient/recipient.js';
import type { LiveEvent, LiveItems } from './queries/live-items.js';
import type { Matters } from './reactions/record-events.js';
import type { Deliveries } from './views/deliveries.js';
import type { Items } from './views/items.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('inbox dependencies');

/** Events on their way to whoever reads them at the other end. */
export type EventStream = Readonly<{
  body: Readable;
  send: (event: LiveEvent) => void;
  /** Says nothing, so that whoever is between the two sees that the line is in use. */
  keepAlive: () => void;
  /** Ends it; resolves when all of it was given to the other end, or a second later. */
  end: () => Promise<void>;
  /** Called once, when either side has ended it; at once where that has happened already. */
  onEnd: (ended: () => void) => void;
}>;

export type RecipientsHandler = CommandHandler<Recipient.State, Recipient.Event>;
export type DeliveriesHandler = CommandHandler<Delivery.State, Delivery.Event>;

/** How messages leave the town. What is not said is not there: no mail server, no link, no private address. */
export type DeliverySettings = Readonly<{
  townName: LocalizedText;
  /** The mail server as a URL (`smtp://`, `smtps://`), and whom messages are from. */
  mail?: Readonly<{ url: string; from: string }> | undefined;
  /** The address under which people reach the town. */
  publicUrl?: string | undefined;
  /** Whether webhooks may go to addresses of a private network, and without TLS. */
  allowPrivateWebhooks?: boolean | undefined;
  /** Whether nothing may leave the town now, as in one that was restored from a copy; asked before each attempt. */
  isHeld?: () => Promise<boolean>;
  /** When the town works, for hours of `working` days; without it that is Monday to Friday. */
  workdays?: Calendar | null | undefined;
  /** So much of a kind is read for one message; more is told by the next. */
  freshAtMost?: number;
}>;

export type Dependencies = Readonly<{
  matters: Matters;
  items: Items;
  live: LiveItems;
  identity: Identity;
  now: () => Instant;
  store: Pick<EventStore, 'head'>;
  recipients: RecipientsHandler;
  ledger: Deliveries;
  vault: Vault;
  mail: Mail;
  webhooks: Webhooks;
  /** Has this account looked at, for what it is to be told. */
  schedule: (account: string, at: Instant, traceparent?: string) => Promise<void>;
  openStream: () => EventStream;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;
