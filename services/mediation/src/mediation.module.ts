import { due, type Calendar } from '@mulin/working-time';
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
import * as Diary from './domain/diary.js';
import { decider } from './domain/dispute/dispute-state.js';
import { unknownDispute } from './domain/dispute/refusals.js';
import * as Referral from './domain/referral.js';
import * as Roster from './domain/roster.js';
import { AccessController } from './http/reading/access.controller.js';
import { AgreementsController } from './http/disputes/agreements.controller.js';
import { CalendarController } from './http/reading/calendar.controller.js';
import { DisputesController } from './http/disputes/disputes.controller.js';
import { FilesController } from './http/reading/files.controller.js';
import { PartiesController } from './http/disputes/parties.controller.js';
import { SessionsController } from './http/disputes/sessions.controller.js';
import { publish } from './publish.js';
import { whenDisputesMove } from './reactions/when-disputes-move.js';
import { followMediators } from './reference-data/follow-mediators.js';
import { disputes } from './views/disputes.js';
import { sessions } from './views/sessions.js';

/** What a town finds this service by. */
export const MEDIATION = Symbol('mediation');

const name = 'mediation';

/** What mediation reads of a town pack. `calendar`: by which the days of a court's window are counted. */
export type MediationPack = MediationRules & Readonly<{ calendar: Calendar }>;

/** It opens what it keeps itself, for the parties and whoever mediates. */
const grant = {
  kinds: ['party', 'dispute-facts', 'statement', 'minutes', 'caucus-note', 'dispute-text'],
  purposes: ['mediation', 'own-dispute'],
};

/** A court can be asked within thirty days of when an agreement had effect (People's Mediation Law, article 33). */
const courtWindow = { unit: 'calendar-day', amount: 30, end: 'close' } as const;

type Opened = Dependencies & Readonly<{ roster: ReturnType<typeof followMediators> }>;

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
        AccessController,
        AgreementsController,
        CalendarController,
        DisputesController,
        FilesController,
        PartiesController,
        SessionsController,
      ],
      providers: [
        { provide: DEPENDENCIES, useFactory: dependenciesOf(pack), inject: [PLATFORM] },
        { provide: MEDIATION, useFactory: strategy, inject: [PLATFORM, DEPENDENCIES] },
      ],
    };
  }
}
