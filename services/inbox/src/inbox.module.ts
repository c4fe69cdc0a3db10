import { hostService, instrumentedHandler, type Platform, PLATFORM } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { serverSentEvents } from './adapters/server-sent-events.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import * as Matter from './domain/matter.js';
import { InboxController } from './http/inbox.controller.js';
import { liveItems } from './queries/live-items.js';
import { whenAskedBack } from './reactions/when-asked-back.js';
import { whenCaseChanges } from './reactions/when-case-changes.js';
import { whenDeadlineMoves } from './reactions/when-deadline-moves.js';
import { whenOrderMoves } from './reactions/when-order-moves.js';
import { items } from './views/items.js';

/** What a town finds this service by. */
export const INBOX = Symbol('inbox');

const name = 'inbox';

const dependenciesOf = (platform: Platform): Dependencies => ({
  matters: instrumentedHandler(platform, name, Matter.decider),
  items: platform.view(name, items),
  live: liveItems(platform.eventStore(name)),
  identity: platform.identity,
  openStream: serverSentEvents,
  every: platform.every,
});

/** It tells nobody anything: what waits for whom is read here, by people. */
const strategy = (platform: Platform, { matters, live }: Dependencies) =>
  hostService<Matter.Event>(platform, {
    name,
    publish: () => null,
    hears: ['intake', 'routing', 'sla-timer', 'feedback'],
    reactions: [
      ...whenCaseChanges(matters),
      ...whenOrderMoves(matters),
      ...whenDeadlineMoves(matters),
      ...whenAskedBack(matters),
    ],
    starts: [live.start],
  });

/** Where the service is put together. */
@Module({})
export class InboxModule {
  static with(): DynamicModule {
    return {
      module: InboxModule,
      controllers: [InboxController],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf, inject: [PLATFORM] },
        { provide: INBOX, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
