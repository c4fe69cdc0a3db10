/** What the commands, queries and routes of mediation are given. */
import type { CommandHandler, Identity, Instant, Vault } from '@mulin/kernel';
import type { MediationRules } from '@mulin/pack';
import type { Platform, TakeNumber } from '@mulin/service';
import type { Event as DayEvent } from './domain/day/day-events.js';
import type { State as DayState } from './domain/day/day-state.js';
import type { DateOf } from './domain/day/publishing.js';
import type { Event } from './domain/dispute/dispute-events.js';
import type { State } from './domain/dispute/dispute-state.js';
import type * as Diary from './domain/diary.js';
import type * as Promised from './domain/promise/promise.js';
import type { MediatorsOf } from './reference-data/follow-mediators.js';
import type { DaysView } from './views/days.js';
import type { DisputesView } from './views/disputes.js';
import type { PromisesView } from './views/promises.js';
import type { SessionsView } from './views/sessions.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('mediation dependencies');

export type Dependencies = Readonly<{
  town: string;
  zone: string;
  now: () => Instant;
  /** How the town mediates: its committee, its homes. */
  rules: MediationRules;
  disputes: CommandHandler<State, Event>;
  diaries: CommandHandler<Diary.State, Diary.Event>;
  rows: DisputesView;
  sessions: SessionsView;
  /** The id of a dispute that is named by its number or its id. */
  disputeIdOf: (name: string) => Promise<string>;
  takeNumber: TakeNumber;
  mediatorsOf: MediatorsOf;
  /** The last moment in which a court can be asked to confirm what had effect then. */
  windowEnds: (effectAt: Instant) => Instant;
  days: CommandHandler<DayState, DayEvent>;
  dayRows: DaysView;
  promises: CommandHandler<Promised.State, Promised.Event>;
  promiseRows: PromisesView;
  /** The id of a promise that is named by its number or its id. */
  promiseIdOf: (name: string) => Promise<string>;
  takePromiseNumber: TakeNumber;
  /** The day of the town's calendar on which a moment lies. */
  dateOf: DateOf;
  vault: Vault;
  identity: Pick<Identity, 'disabled' | 'find'>;
  pseudonyms: Platform['pseudonyms'];
  codes: Platform['caseCodes'];
}>;
