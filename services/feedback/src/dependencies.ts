/** What the commands, queries and routes of feedback are given. */
import type { CommandHandler, Instant, ReadModelOf, Vault } from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { Called } from './domain/letter.js';
import type { Weights } from './domain/rates/figures.js';
import type { Event, Terms } from './domain/rating-events.js';
import type { State } from './domain/rating-state.js';
import type { Event as RateEvent } from './domain/rates/rate-events.js';
import type * as Rates from './domain/rates/rate-state.js';
import type { Directory } from './reference-data/follow-names.js';
import type { askings } from './views/askings.js';
import type { ratedCycles } from './views/rated-cycles.js';
import type { ratings } from './views/ratings.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('feedback dependencies');

export type Dependencies = Readonly<{
  town: string;
  zone: string;
  now: () => Instant;
  sleep: (ms: number) => Promise<void>;
  /** How the town asks for feedback; `null`: it does not. */
  terms: Terms | null;
  cases: CommandHandler<State, Event>;
  /** What rates are made of, and who was taken out of them. */
  rates: CommandHandler<Rates.State, RateEvent>;
  ratedCycles: ReadModelOf<typeof ratedCycles>;
  askings: ReadModelOf<typeof askings>;
  ratings: ReadModelOf<typeof ratings>;
  /** The id of a case that is named by its number or its id. */
  caseIdOf: (name: string) => Promise<string>;
  vault: Vault;
  /** What residents are called on record. */
  pseudonyms: Platform['pseudonyms'];
  called: Called;
  directory: Directory;
  /** What the three rates weigh, each version. */
  weights: readonly Weights[];
  /** Has the case looked at again when that may change something. */
  schedule: (caseId: string, state: State, traceparent?: string) => Promise<void>;
}>;
