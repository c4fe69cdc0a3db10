import { type Platform, PLATFORM, serviceStrategy } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { CasesController } from './http/cases.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { TimelinesController } from './http/timelines.controller.js';
import type { ReadingRoom } from './reading-room.js';
import { recordWhatIsHeard } from './record-what-is-heard.js';
import { AUDIT, READING_ROOM } from './tokens.js';
import { townClock } from './town-clock.js';
import { cases } from './views/cases.js';
import type { Heard } from './views/heard.js';

const name = 'audit';

/** Every service that tells anything. */
const hears = ['intake', 'routing', 'sla-timer'];

const openRoom = ({ town, zone, eventStore, view }: Platform): ReadingRoom => ({
  town,
  store: eventStore(name),
  cases: view(name, cases),
  clock: townClock(zone),
});

/** It listens only: its facts are others' news, so it tells nobody. */
const strategy = (platform: Platform) =>
  serviceStrategy<Heard>(platform, {
    name,
    publish: () => null,
    hears,
    reactions: [recordWhatIsHeard(platform.eventStore(name))],
  });

@Module({})
export class AuditModule {
  static with(): DynamicModule {
    return {
      module: AuditModule,
      controllers: [CasesController, TimelinesController, ImportsController],
      providers: [
        { provide: READING_ROOM, useFactory: openRoom, inject: [PLATFORM] },
        // After the room, so that the view is known before the service begins.
        { provide: AUDIT, useFactory: strategy, inject: [PLATFORM, READING_ROOM] },
      ],
    };
  }
}
