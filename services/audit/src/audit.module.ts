import type { Stop } from '@mulin/kernel';
import { type Platform, PLATFORM, hostService } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { AlikeController } from './http/alike/alike.controller.js';
import { CasesController } from './http/cases.controller.js';
import { DisputesController } from './http/disputes.controller.js';
import { EscalationsController } from './http/escalations.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { LoadController } from './http/counting/load.controller.js';
import { MyCaseController } from './http/my-case.controller.js';
import { ReadingsController } from './http/readings.controller.js';
import { WarningsController } from './http/warnings/warnings.controller.js';
import { TimelinesController } from './http/timelines.controller.js';
import { purposes } from './queries/case-search.js';
import { ownKinds, ownPurpose } from './queries/my-case.js';
import { followNames } from './reference-data/follow-names.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import { recordEvents } from './reactions/record-events.js';
import { townClock } from './queries/town-clock.js';
import { cases } from './views/cases.js';
import { disputes } from './views/disputes.js';
import { type PublicEventRecorded, upcasts } from './views/recorded-events.js';

/** What a town finds this service by. */
export const AUDIT = Symbol('audit');

const name = 'audit';

/** Every service that tells anything. */
const subscribesTo = ['intake', 'routing', 'sla-timer', 'feedback', 'mediation'];

type Opened = Dependencies & Readonly<{ startNames: () => Promise<Stop> }>;

/** It looks whose a phone is, and opens to whoever asked what they said themselves. */
const grant = { kinds: ownKinds, purposes: [...purposes, ownPurpose] };

const dependenciesOf = ({
  town,
  zone,
  now,
  eventStore,
  view,
  readings,
  vault,
  identity,
  pseudonyms,
}: Platform): Opened => {
  const store = eventStore(name, upcasts);
  const { names, start } = followNames();
  return {
    town,
    store,
    cases: view(name, cases),
    disputes: view(name, disputes),
    readings,
    vault: vault(name, grant),
    identity,
    pseudonyms,
    names,
    clock: townClock(zone),
    now,
    startNames: () => start(store),
  };
};

/** It listens only: its events are those of others, so it publishes nothing. */
const strategy = (platform: Platform, { startNames }: Opened) =>
  hostService<PublicEventRecorded>(platform, {
    name,
    publish: () => null,
    subscribesTo: subscribesTo,
    reactions: [recordEvents(platform.eventStore(name))],
    starts: [startNames],
  });

@Module({})
export class AuditModule {
  static with(): DynamicModule {
    return {
      module: AuditModule,
      controllers: [
        CasesController,
        AlikeController,
        DisputesController,
        EscalationsController,
        TimelinesController,
        ReadingsController,
        ImportsController,
        MyCaseController,
        WarningsController,
        LoadController,
      ],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf, inject: [PLATFORM] },
        // After the room, so that the view is known before the service begins.
        { provide: AUDIT, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
