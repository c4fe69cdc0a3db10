import { handleOf, type Platform, PLATFORM, serviceStrategy } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import * as Clocks from './domain/clocks.js';
import { EscalationsController } from './http/escalations.controller.js';
import { keepClocks } from './keep-clocks.js';
import { calendarDecider, keepRules, policyDecider, type Rules } from './keep-rules.js';
import { publish } from './publish.js';
import { sweep } from './sweep.js';
import { LATE, SLA_TIMER } from './tokens.js';
import { clocksDue } from './views/clocks-due.js';
import { escalations } from './views/escalations.js';

const name = 'sla-timer';

const open = (pack: Rules) => (platform: Platform) => {
  const { town, now, newId, every } = platform;
  const store = platform.eventStore(name);
  const scheduler = platform.scheduler(name);
  const rules = keepRules(
    {
      town,
      store,
      policies: handleOf(platform, name, policyDecider),
      calendars: handleOf(platform, name, calendarDecider),
    },
    pack,
  );
  const clocks = handleOf(platform, name, Clocks.decider);
  const { reactions, look } = keepClocks({ town, clocks, scheduler, reckon: rules.reckon, newId });
  scheduler.onWake(look);
  const { start } = sweep({ view: platform.view(name, clocksDue), store, scheduler, look, now, every });
  return serviceStrategy(platform, {
    name,
    publish,
    hears: ['intake', 'routing'],
    reactions,
    starts: [rules.start, start],
  });
};

@Module({})
export class SlaTimerModule {
  static with(pack: Rules): DynamicModule {
    return {
      module: SlaTimerModule,
      controllers: [EscalationsController],
      providers: [
        {
          provide: LATE,
          useFactory: (platform: Platform) => platform.view(name, escalations),
          inject: [PLATFORM],
        },
        { provide: SLA_TIMER, useFactory: open(pack), inject: [PLATFORM] },
      ],
    };
  }
}
