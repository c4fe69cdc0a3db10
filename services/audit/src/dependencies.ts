/** What the queries and routes of audit are given: the histories, the views of all cases and disputes, the town's clock. */
import type { EventStore, Identity, Instant, Readings, Vault } from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { TownClock } from './queries/town-clock.js';
import type { Names } from './reference-data/follow-names.js';
import type { Cases } from './views/cases.js';
import type { Disputes } from './views/disputes.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('audit dependencies');

export type Dependencies = Readonly<{
  town: string;
  store: Pick<EventStore, 'readStream'>;
  cases: Cases;
  disputes: Disputes;
  readings: Readings;
  /** To find who asked by their phone; and to open for whoever asked what they said themselves. */
  vault: Vault;
  identity: Pick<Identity, 'find' | 'list'>;
  /** What residents' accounts are called in events. */
  pseudonyms: Platform['pseudonyms'];
  names: Names;
  clock: TownClock;
  now: () => Instant;
}>;
