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
import * as Commitment from './domain/commitments/commitment.js';
import { upcasts } from './domain/stored-terms.js';
import * as Duty from './domain/duty.js';
import { clocksProcess } from './reactions/clocks-process.js';
import { commitmentsProcess } from './reactions/commitments-process.js';
import { followRosters } from './reference-data/follow-rosters.js';
import {
  calendarDecider,
  commitmentPolicyDecider,
  loadRules,
  policyDecider,
  type Rules,
} from './reference-data/load-rules.js';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import { ClocksController } from './http/clocks.controller.js';
import { EscalationsController } from './http/escalations.controller.js';
import { PromisedTimeController } from './http/promised-time.controller.js';
import { publish } from './publish.js';
import type { TimedItem } from './queries/promised-time.js';
import { alarmsOfCommitments, evaluateEach } from './jobs/alarms.js';
import { sweep } from './jobs/sweep.js';
import { casesDue, clocksDue, countLacking } from './views/clocks-due.js';
import { commitmentsDue, countLackingTerms, disputesDue } from './views/commitments-due.js';

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

const commitmentsMissing = (count: number): HealthText => ({
  code: 'commitments-missing',
  params: { count },
  text: {
    en: `disputes and promises without a deadline: ${count}; terms or a calendar of theirs are missing`,
    zh: `${count} 件纠纷或承诺没有时限：缺少相应的时限规则或日历`,
  },
});

/** The policies and calendars of the town, and who leads what. */
const rulesOf = (platform: Platform, pack: Rules) => {
  const { town, now, newId } = platform;
  const store = platform.eventStore(name, upcasts);
  const { calculate, calculateCommitment, recordedBook, start } = loadRules(
    {
      town,
      now,
      newId,
      store,
      recordPack: (record) => platform.recordPack(name, record),
      policies: instrumentedHandler(platform, name, policyDecider),
      commitments: instrumentedHandler(platform, name, commitmentPolicyDecider),
      calendars: instrumentedHandler(platform, name, calendarDecider),
    },
    pack,
  );
  const duties = followRosters({ store, duties: instrumentedHandler(platform, name, Duty.decider) });
  const { isHeld } = duties;
  return {
    ofCases: { calculate, isHeld },
    ofCommitments: { calculate: calculateCommitment, isHeld },
    reactions: duties.reactions,
    recordedBook,
    starts: [start, duties.start],
  };
};

/** The clocks of cases. */
const casesIn = (platform: Platform, rules: Clocks.Rules) => {
  const { town, zone, now, newId, every } = platform;
  const store = platform.eventStore(name, upcasts);
  const scheduler = platform.scheduler(name);
  const clocks = instrumentedHandler(platform, name, Clocks.decider);
  const own = clocksProcess({ town, zone, clocks, scheduler, rules, newId });
  const view = platform.view(name, clocksDue);
  const { start } = sweep({ ...{ view, store, scheduler, now, every }, due: casesDue(view), ...own });
  const clocksOf = async (caseId: string) => (await clocks.query(caseId)).state;
  return { ...own, start, view, clocksOf, caseIdOf: caseIds(view, store) };
};

/** The deadlines of disputes and promises. */
const commitmentsIn = (platform: Platform, rules: Commitment.Rules) => {
  const { town, now, newId, every } = platform;
  const store = platform.eventStore(name, upcasts);
  const scheduler = alarmsOfCommitments(platform.scheduler(name));
  const commitments = instrumentedHandler(platform, name, Commitment.decider);
  const own = commitmentsProcess({ town, commitments, scheduler, rules, newId });
  const view = platform.view(name, commitmentsDue);
  const { start } = sweep({ ...{ view, store, scheduler, now, every }, due: disputesDue(view), ...own });
  return { ...own, start, view };
};

/** The service at work on a platform: rules first, then the watch over what is due, then the bus. */
const open = (platform: Platform, pack: Rules) => {
  const rules = rulesOf(platform, pack);
  const cases = casesIn(platform, rules.ofCases);
  const commitments = commitmentsIn(platform, rules.ofCommitments);

  // The handler is given only when there are rules: a timer may fire as soon as it is.
  const watch = async () => {
    const of = { cases: cases.evaluate, commitments: commitments.evaluate };
    platform.scheduler(name).onDue(evaluateEach(of));
    const stops = [await cases.start(), await commitments.start()];
    return async () => void (await Promise.all(stops.map((stop) => stop())));
  };
  const lacks = async () => {
    const [ofCases, others] = [await countLacking(cases.view), await countLackingTerms(commitments.view)];
    if (ofCases > 0) return deadlinesMissing(ofCases);
    return others > 0 ? commitmentsMissing(others) : null;
  };
  const service = hostService(platform, {
    name,
    publish,
    subscribesTo: ['intake', 'routing', 'feedback', 'mediation'],
    reactions: [...cases.reactions, ...commitments.reactions, ...rules.reactions],
    starts: [...rules.starts, watch],
    lacks,
  });
  const { acknowledge, caseIdOf, clocksOf } = cases;
  const { town, now } = platform;
  const { recordedBook } = rules;
  const { calculate } = rules.ofCases;
  return { service, dependencies: { town, now, acknowledge, caseIdOf, clocksOf, recordedBook, calculate } };
};

/** The service as a host of others starts it, without its routes. */
export const openSlaTimer = (platform: Platform, pack: Rules) => open(platform, pack).service;

const OPENED = Symbol('sla-timer opened');
type Opened = ReturnType<typeof open>;

/** What sla-timer reads of a town pack; `menu` is for whoever asks before they order. */
type SlaTimerPack = Rules & Readonly<{ menu?: readonly TimedItem[] }>;

@Module({})
export class SlaTimerModule {
  static with(pack: SlaTimerPack): DynamicModule {
    return {
      module: SlaTimerModule,
      controllers: [EscalationsController, ClocksController, PromisedTimeController],
      providers: [
        { provide: OPENED, useFactory: (platform: Platform) => open(platform, pack), inject: [PLATFORM] },
        { provide: SLA_TIMER, useFactory: ({ service }: Opened) => service, inject: [OPENED] },
        {
          provide: DEPENDENCIES,
          useFactory: ({ dependencies }: Opened): Dependencies => ({
            ...dependencies,
            menu: pack.menu ?? [],
          }),
          inject: [OPENED],
        },
      ],
    };
  }
}
