/** One attempt to send a message: where it goes now, whether it may go now, and what came of it. */
import type { Platform } from '@mulin/service';
import {
  type EventMetadata,
  type Identity,
  type Instant,
  minute,
  newCorrelation,
  perKey,
  plus,
  type Vault,
} from '@mulin/kernel';
import { inTownTime } from '@mulin/service';
import type { DeliveriesHandler, RecipientsHandler } from '../dependencies.js';
import * as Delivery from '../domain/delivery/delivery.js';
import type { GivenUp } from '../domain/delivery/failures.js';
import type { Hook, Mail, Webhooks } from '../domain/delivery/sending.js';
import { disableWebhook, outletOf, recipientIdOf, type State } from '../domain/recipient/recipient.js';
import type { Reader } from '../queries/inbox-of.js';
import { stillToTell } from '../queries/still-waiting.js';
import { type TownTime, whenOpen } from '../domain/recipient/window.js';
import { type Around, messageOf, payloadOf } from '../domain/texts/message.js';

type Parts = Parameters<typeof stillToTell>[0] &
  Readonly<{
    town: string;
    around: Omit<Around, 'id'>;
    /** By which clocks and days hours count. */
    time: TownTime;
    now: () => Instant;
    newId: () => string;
    identity: Pick<Identity, 'find'>;
    recipients: RecipientsHandler;
    deliveries: DeliveriesHandler;
    vault: Pick<Vault, 'read'>;
    mail: Mail;
    /** Whether nothing may leave the town now. */
    isHeld: () => Promise<boolean>;
    webhooks: Webhooks;
    /** See `Platform.alone`: of several processes one tries a message at a time. */
    alone: Platform['alone'];
    count: (labels: Readonly<{ channel: string; kind: string; outcome: string }>) => void;
  }>;

const causeOf = ({ town, newId }: Pick<Parts, 'town' | 'newId'>): EventMetadata =>
  newCorrelation({ town, actor: 'inbox', id: newId() });

/** Nobody asked for it: the service reads an address to send something there. */
const reading = { actor: 'inbox', purpose: 'notifying' } as const;

type Target = Readonly<{ reader: Reader; state: State; address: string; content: unknown }>;

/** Where it goes now: addresses may have been changed since it was owed. */
const targetOf = async (
  { identity, recipients, vault }: Parts,
  { account, channel }: Delivery.Owed,
): Promise<Target | GivenUp> => {
  const found = await identity.find(account);
  if (found === null) return 'account-disabled';
  const { state } = await recipients.query(await recipientIdOf(account));
  const outlet = outletOf(state, channel);
  if (outlet === null) return 'channel-off';
  const content = await vault.read(outlet.address.id, reading);
  return content === null
    ? 'channel-off'
    : { reader: found.actor, state, address: outlet.address.id, content };
};

const send = (
  { town, around, mail, webhooks }: Parts,
  id: string,
  owed: Delivery.Owed,
  content: unknown,
): Promise<Delivery.Outcome> => {
  const all = { ...around, id };
  // What was kept under this channel is of its form.
  if (owed.channel === 'webhook') {
    const payload = inTownTime(around.zone, payloadOf(owed, all, town));
    return webhooks.send(content as Hook, id, JSON.stringify(payload));
  }
  return mail.send(content as string, { id, language: owed.language, ...messageOf(owed, all) });
};

/** Another address may have been stated while this one was tried: that one is owed it now. */
const goOnElsewhere = async (
  { recipients, deliveries, ...parts }: Parts,
  id: string,
  { owed, nextAt }: Delivery.State,
): Promise<Instant | null> => {
  if (owed === null) return nextAt;
  const { state } = await recipients.query(await recipientIdOf(owed.account));
  const outlet = outletOf(state, owed.channel);
  if (outlet === null) return nextAt;
  const elsewhere = { address: outlet.address.id, since: outlet.since };
  const resumed = await deliveries(id, Delivery.resume(elsewhere), causeOf(parts));
  return resumed.state.nextAt;
};

type Attempt = Readonly<{ id: string; owed: Delivery.Owed; context: EventMetadata }>;

/** It is on record that the receiver is gone before the message is given up, so that no other one is sent there. */
const attempt = async (
  parts: Parts,
  { id, owed, context }: Attempt,
  target: Target,
): Promise<Instant | null> => {
  const { address, state } = target;
  const outcome = await send(parts, id, owed, target.content);
  if (outcome.is === 'failed' && outcome.because === 'receiver-gone')
    await parts.recipients(await recipientIdOf(owed.account), disableWebhook(address), context);
  const mayGo = (at: Instant) => (owed.kind === 'urgent' ? at : whenOpen(state.window, parts.time, at));
  const noted = await parts.deliveries(id, Delivery.note({ outcome, address, mayGo }), context);
  const nextAt = outcome.is === 'sent' ? null : await goOnElsewhere(parts, id, noted.state);
  const { channel, kind } = owed;
  parts.count({
    channel,
    kind,
    outcome: outcome.is === 'sent' ? 'sent' : nextAt === null ? 'given-up' : 'failed',
  });
  return nextAt;
};

/** Right before it is sent: a mail server may have been away for hours, and who was to be told has done it since. */
const look = async (
  parts: Parts,
  { id, owed, context }: Attempt,
  target: Target,
): Promise<Instant | null> => {
  const told = await stillToTell(parts, target.reader, owed);
  // A cause decides once on a stream, and what the attempt comes to is decided after this.
  const { state, events } = await parts.deliveries(id, Delivery.revise(told), causeOf(parts));
  // Another process may have tried it since it was looked at here: it is over then, or its next moment is to come.
  if (state.owed !== null && state.nextAt !== null)
    return state.nextAt > parts.now()
      ? state.nextAt
      : attempt(parts, { id, owed: state.owed, context }, target);
  if (events.some(({ type }) => type === 'DeliveryDropped'))
    parts.count({ channel: owed.channel, kind: owed.kind, outcome: 'not-needed' });
  return null;
};

const tryOnce = async (parts: Parts, id: string): Promise<Instant | null> => {
  const { state } = await parts.deliveries.query(id);
  const { owed, nextAt } = state;
  if (owed === null || nextAt === null) return null;
  if (nextAt > parts.now()) return nextAt;
  if (await parts.isHeld()) return plus(parts.now(), minute);
  const context = causeOf(parts);
  const target = await targetOf(parts, owed);
  if (typeof target === 'string') {
    await parts.deliveries(id, Delivery.giveUp(target), context);
    parts.count({ channel: owed.channel, kind: owed.kind, outcome: 'given-up' });
    return null;
  }
  const opensAt = whenOpen(target.state.window, parts.time, parts.now());
  if (owed.kind === 'urgent' || opensAt <= parts.now()) return look(parts, { id, owed, context }, target);
  const { state: later } = await parts.deliveries(id, Delivery.putOff(opensAt), context);
  return later.nextAt;
};

/**
 * Makes the function that tries to send a message, where it is owed and its moment has come. Between sending and
 * recording a program may die: then the same message is sent once more, under the same id.
 *
 * @returns of the function: when it is to be tried again; `null`: it is over.
 */
export const sendDelivery = (parts: Parts) => {
  const inTurn = perKey();
  return (id: string): Promise<Instant | null> =>
    inTurn(id, async () => {
      const next = await parts.alone(`delivery ${id}`, () => tryOnce(parts, id));
      // Another process is at it: it is looked at again, in case that one dies of it.
      return next === undefined ? plus(parts.now(), minute) : next;
    });
};
