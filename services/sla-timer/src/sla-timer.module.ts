import {
  caseIds,
  type HealthText,
  hostService,
  instrumentedHandler,
  type Platform,
  PLATFORM,
} from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import * as Clocks from './domain/clocks/clocks.js';
import { upcasts } from './domain/stored-terms.js';
import * as Duty from './domain/duty.js';
import { clocksProcess } from './reactions/clocks-process.js';
import { followRosters } from './reference-data/follow-rosters.js';
import { calendarDecider, loadRules, policyDecider, type Rules } from './reference-data/load-rules.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import { EscalationsController } from './http/escalations.controller.js';
import { publish } from './publish.js';
import { sweep } from './jobs/sweep.js';
import { clocksDue, countLacking } from './views/clocks-due.js';

export const name = 'sla-timer';

/** What a town finds this service by. */
export const SLA_TIMER = Symbol('sla-timer');

const deadlinesMissing = (count: number): HealthText => ({
  code: 'deadlines-missing',
  params: { count },
  text: {
    en: `cases without a deadline: ${count}; a policy or calendar of theirs is missing`,
    zh: `${count} 个案件没有时限：缺少相应的时限规则或日历`,
  },
});

/** The service at work on a platform: rules first, then the watch over what is due, then the bus. */
const open = (platform: Platform, pack: Rules) => {
  const { town, zone, now, newId, every } = platform;
  const store = platform.eventStore(name, upcasts);
  const scheduler = platform.scheduler(name);
  const { calculate, start: startRules } = loadRules(
    {
      town,
      now,
      newId,
      store,
      recordPack: (record) => platform.recordPack(name, record),
      policies: instrumentedHandler(platform, name, policyDecider),
      calendars: instrumentedHandler(platform, name, calendarDecider),
    },
    pack,
  );
  const duties = followRosters({ store, duties: instrumentedHandler(platform, name, Duty.decider) });
  const rules = { calculate, isHeld: duties.isHeld };
  const clocks = instrumentedHandler(platform, name, Clocks.decider);
  const { reactions, evaluate, acknowledge } = clocksProcess({ town, zone, clocks, scheduler, rules, newId });
  const view = platform.view(name, clocksDue);
  const { start } = sweep({ view, store, scheduler, evaluate, now, every });

  // The handler is given only when there are rules: a timer may fire as soon as it is.
  const watch = async () => {
    scheduler.onDue(evaluate);
    return start();
  };
  const service = hostService(platform, {
    name,
    publish,
    subscribesTo: ['intake', 'routing', 'feedback'],
    reactions: [...reactions, ...duties.reactions],
    starts: [startRules, duties.start, watch],
    lacks: async () => {
      const count = await countLacking(view);
      return count === 0 ? null : deadlinesMissing(count);
    },
  });
  return { service, acknowledge, caseIdOf: caseIds(view, store) };
};

/** The service as a host of others starts it, without its routes. */
export const openSlaTimer = (platform: Platform, pack: Rules) => open(platform, pack).service;

const OPENED = Symbol('sla-timer opened');
type Opened = ReturnType<typeof open>;

@Module({})
export class SlaTimerModule {
  static with(pack: Rules): DynamicModule {
    return {
      module: SlaTimerModule,
      controllers: [EscalationsController],
      providers: [
        { provide: OPENED, useFactory: (platform: Platform) => open(platform, pack), inject: [PLATFORM] },
        { provide: SLA_TIMER, useFactory: ({ service }: Opened) => service, inject: [OPENED] },
        {
          provide: DEPENDENCIES,
          useFactory: ({ acknowledge, caseIdOf }: Opened): Dependencies => ({ acknowledge, caseIdOf }),
          inject: [OPENED],
        },
      ],
    };
  }
}
