import { due, localDate, type Calendar } from '@mulin/working-time';
import { type Instant, msOf } from '@mulin/kernel';
import type { MediationRules } from '@mulin/pack';
import {
  caseIds,
  hostService,
  instrumentedHandler,
  numbering,
  type Platform,
  PLATFORM,
} from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { DEPENDENCIES, type Dependencies } from './dependencies.js';
import { decider as dayDecider } from './domain/day/day-state.js';
import * as Diary from './domain/diary.js';
import { decider } from './domain/dispute/dispute-state.js';
import { unknownDispute } from './domain/dispute/refusals.js';
import { decider as promiseDecider } from './domain/promise/promise.js';
import { unknownPromise } from './domain/promise/refusals.js';
import * as Referral from './domain/referral.js';
import * as Roster from './domain/roster.js';
import { DisputeAccessController } from './http/reading/access.controller.js';
import { BookingsController } from './http/days/bookings.controller.js';
import { DaysController } from './http/days/days.controller.js';
import { InterviewsController } from './http/days/interviews.controller.js';
import { AgreementsController } from './http/disputes/agreements.controller.js';
import { CalendarController } from './http/reading/calendar.controller.js';
import { DisputesController } from './http/disputes/disputes.controller.js';
import { FilesController } from './http/reading/files.controller.js';
import { PartiesController } from './http/disputes/parties.controller.js';
import { SessionsController } from './http/disputes/sessions.controller.js';
import { PromisesController } from './http/promises/promises.controller.js';
import { PublicPromisesController } from './http/promises/public-promises.controller.js';
import { publish } from './publish.js';
import { whenDaysMove } from './reactions/when-days-move.js';
import { whenDisputesMove } from './reactions/when-disputes-move.js';
import { followMediators } from './reference-data/follow-mediators.js';
import { days } from './views/days.js';
import { disputes } from './views/disputes.js';
import { promises } from './views/promises.js';
import { sessions } from './views/sessions.js';

/** What a town finds this service by. */
export const MEDIATION = Symbol('mediation');

const name = 'mediation';

/** What mediation reads of a town pack. `calendar`: by which the days of a court's window are counted. */
type MediationPack = MediationRules & Readonly<{ calendar: Calendar }>;

/** It opens what it keeps itself: for parties and whoever mediates, for visitors and whoever sees them. */
const grant = {
  kinds: [
    'party',
    'dispute-facts',
    'statement',
    'minutes',
    'caucus-note',
    'dispute-text',
    'visitor',
    'interview-words',
    'promise-text',
  ],
  purposes: ['mediation', 'own-dispute', 'interview', 'own-interview'],
};

/** A court can be asked within thirty days of when an agreement had effect (People's Mediation Law, article 33). */
const courtWindow = { unit: 'calendar-day', amount: 30, end: 'close' } as const;

type Opened = Dependencies & Readonly<{ roster: ReturnType<typeof followMediators> }>;

/** Interview days and promises. */
const ofDays = (platform: Platform) => {
  const { town, zone, eventStore, view } = platform;
  const promiseRows = view(name, promises);
  return {
    days: instrumentedHandler(platform, name, dayDecider),
    dayRows: view(name, days),
    promises: instrumentedHandler(platform, name, promiseDecider),
    promiseRows,
    promiseIdOf: caseIds(promiseRows, eventStore(name), unknownPromise),
    takePromiseNumber: numbering(platform, name, `${town}-P`, 'promises'),
    dateOf: (at: Instant) => localDate(zone, msOf(at)),
  };
};

const dependenciesOf =
  ({ calendar, ...rules }: MediationPack) =>
  (platform: Platform): Opened => {
    const { town, zone, now, eventStore, view, vault, identity, pseudonyms, caseCodes } = platform;
    const store = eventStore(name);
    const roster = followMediators({ store, rosters: instrumentedHandler(platform, name, Roster.decider) });
    const rows = view(name, disputes);
    return {
      town,
      zone,
      now,
      rules,
      disputes: instrumentedHandler(platform, name, decider),
      diaries: instrumentedHandler(platform, name, Diary.decider),
      rows,
      sessions: view(name, sessions),
      disputeIdOf: caseIds(rows, store, unknownDispute),
      ...ofDays(platform),
      takeNumber: numbering(platform, name, `${town}-M`),
      mediatorsOf: roster.mediatorsOf,
      windowEnds: (start) => due({ calendar, ...courtWindow, start }).dueAt,
      vault: vault(name, grant),
      identity,
      pseudonyms,
      codes: caseCodes,
      roster,
    };
  };

const strategy = (platform: Platform, deps: Opened) =>
  hostService(platform, {
    name,
    publish,
    subscribesTo: ['routing', name],
    reactions: [
      ...deps.roster.reactions,
      ...whenDisputesMove({
        disputes: deps.disputes,
        diaries: deps.diaries,
        referrals: instrumentedHandler(platform, name, Referral.decider),
      }),
      ...whenDaysMove(deps),
    ],
    starts: [deps.roster.start],
  });

/** Where the service is put together. */
@Module({})
export class MediationModule {
  static with(pack: MediationPack): DynamicModule {
    return {
      module: MediationModule,
      controllers: [
        DisputeAccessController,
        AgreementsController,
        BookingsController,
        CalendarController,
        DaysController,
        DisputesController,
        FilesController,
        InterviewsController,
        PartiesController,
        // Before the other one, whose names of promises would hold `public` as well.
        PublicPromisesController,
        PromisesController,
        SessionsController,
      ],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf(pack), inject: [PLATFORM] },
        { provide: MEDIATION, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
