import { hostService, instrumentedHandler, type Platform, PLATFORM } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { serverSentEvents } from './adapters/server-sent-events.js';
import { signedWebhooks } from './adapters/signed-webhooks.js';
import { smtpMail } from './adapters/smtp-mail.js';
import { sendDelivery } from './commands/send-delivery.js';
import { settleAddresses } from './commands/settle-addresses.js';
import { grant } from './commands/state-preferences.js';
import { notifyRecipient } from './commands/notify-recipient.js';
import { DEPENDENCIES, type DeliverySettings, type Dependencies } from './dependencies.js';
import * as Delivery from './domain/delivery/delivery.js';
import * as Matter from './domain/matter.js';
import * as Recipient from './domain/recipient/recipient.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { InboxController } from './http/inbox.controller.js';
import { PreferencesController } from './http/preferences.controller.js';
import { watchRecipients } from './jobs/watch-recipients.js';
import { liveItems } from './queries/live-items.js';
import { recipients } from './queries/recipients.js';
import type { Matters } from './reactions/record-events.js';
import { whenAskedBack, whenExemptionAsked } from './reactions/when-asked-back.js';
import { whenCaseChanges } from './reactions/when-case-changes.js';
import { whenDisputeMoves } from './reactions/when-dispute-moves.js';
import { whenDeadlineMoves } from './reactions/when-deadline-moves.js';
import { whenOrderMoves } from './reactions/when-order-moves.js';
import { deliveries, waitingByChannel } from './views/deliveries.js';
import { items } from './views/items.js';

/** What a town finds this service by. */
export const INBOX = Symbol('inbox');

const name = 'inbox';

/** What the routes are given, and who sends what waits to whoever wants to be told. */
type Opened = Dependencies & Readonly<{ watch: ReturnType<typeof watchRecipients> }>;

const watching = (platform: Platform, deps: Dependencies, settings: DeliverySettings) => {
  const { townName, publicUrl, freshAtMost, workdays = null, isHeld = async () => false } = settings;
  const { town, zone, now, newId, identity, meter, every } = platform;
  const store = platform.eventStore(name);
  const jobs = platform.jobs(name);
  const deliveries = instrumentedHandler(platform, name, Delivery.decider);
  const common = { ...deps, town, time: { zone, workdays }, newId, store, identity, deliveries };
  const send = sendDelivery({
    ...common,
    isHeld,
    alone: platform.alone,
    around: { townName, zone, publicUrl: publicUrl ?? null },
    count: (labels) => meter.count('deliveries', labels),
  });
  const sendSoon = (id: string, traceparent?: string) => jobs.add(id, now(), traceparent);
  const settle = settleAddresses({ ...common, send: sendSoon });
  const tell = notifyRecipient({
    ...common,
    send: sendSoon,
    ...(freshAtMost === undefined ? {} : { freshAtMost }),
  });
  jobs.onJob(send);
  return watchRecipients({
    store,
    recipients: recipients({ store, identity, now }),
    ledger: deps.ledger,
    scheduler: platform.scheduler(name),
    jobs,
    settle,
    // What was replaced is settled first, as its messages are owed elsewhere from then on.
    tell: async (account, traceparent) => {
      await settle(account);
      await tell(account, traceparent);
    },
    send,
    now,
    every,
  });
};

const opening =
  (settings: DeliverySettings) =>
  (platform: Platform): Opened => {
    const { now, identity, every, meter } = platform;
    const store = platform.eventStore(name);
    const ledger = platform.view(name, deliveries);
    const scheduler = platform.scheduler(name);
    meter.gauge('deliveries_waiting', () => waitingByChannel(ledger));
    const deps: Dependencies = {
      matters: instrumentedHandler(platform, name, Matter.decider),
      items: platform.view(name, items),
      live: liveItems(store),
      identity,
      now,
      store,
      recipients: instrumentedHandler(platform, name, Recipient.decider),
      ledger,
      vault: platform.vault(name, grant),
      mail: smtpMail(settings.mail),
      webhooks: signedWebhooks({ allowPrivate: settings.allowPrivateWebhooks ?? false }),
      schedule: (account, at, traceparent) => scheduler.schedule(account, at, traceparent),
      openStream: serverSentEvents,
      every,
    };
    return { ...deps, watch: watching(platform, deps, settings) };
  };

/** Whoever is concerned by what a decision has opened is looked at. */
const alerting = (matters: Matters, { opened }: Opened['watch']): Matters =>
  Object.assign(
    async (...request: Parameters<Matters>) => {
      const handled = await matters(...request);
      await opened(handled.events.flatMap(({ type, data }) => (type === 'ItemOpened' ? [data] : [])));
      return handled;
    },
    { query: matters.query },
  );

/** It tells nobody anything on the bus: what waits for whom is read here, by people, and sent to those who want it. */
const strategy = (platform: Platform, { matters, live, watch }: Opened) => {
  const heard = alerting(matters, watch);
  return hostService<Matter.Event>(platform, {
    name,
    publish: () => null,
    subscribesTo: ['intake', 'routing', 'sla-timer', 'feedback', 'mediation'],
    reactions: [
      ...whenCaseChanges(heard),
      ...whenOrderMoves(heard),
      ...whenDeadlineMoves(heard),
      ...whenAskedBack(heard),
      ...whenExemptionAsked(heard),
      ...whenDisputeMoves(heard),
    ],
    starts: [live.start, watch.start],
  });
};

/** Where the service is put together. */
@Module({})
export class InboxModule {
  /** @param settings how messages leave the town; without a mail server none leaves by e-mail. */
  static with(settings: DeliverySettings = { townName: { en: 'the town', zh: '本镇' } }): DynamicModule {
    return {
      module: InboxModule,
      // The more exact paths come first.
      controllers: [PreferencesController, DeliveriesController, InboxController],
      providers: [
        { provide: DEPENDENCIES, useFactory: opening(settings), inject: [PLATFORM] },
        { provide: INBOX, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
