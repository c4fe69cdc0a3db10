/** What a file of another system said of a case when it brought it. */
import type { Instant } from '@mulin/kernel';
import type { Demand } from './case.js';

export type Flag =
  | 'closed-before-opened'
  | 'unknown-menu-item'
  | 'no-place'
  | 'place-outside-town'
  | 'date-without-time'
  | 'implausible-time'
  | 'implausible-place'
  | 'closed-on-due-day'
  | 'masked-phone';

/** A row of history: judged as of `asOf`, offered to nobody. `dueAt` and `claim` are its source's. */
export type Archive = Readonly<{
  batch: string;
  sourceId: string;
  asOf: Instant;
  dueAt: Instant | null;
  closedAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
}>;

/** An open case of another system that this town goes on with: its clocks go on, and nobody hears of it as new. */
export type MovedIn = Readonly<{
  batch: string;
  sourceId: string;
  dueAt: Instant | null;
  flags: readonly Flag[];
}>;

/** What a file said of a case when it brought it; `null`: it came by no file, or by one of before that was noted. */
export type Origin = Pick<Demand, 'person' | 'words' | 'menuItem' | 'channel' | 'place' | 'contact'> &
  Readonly<{ archive: Archive | null; movedIn: MovedIn | null }>;
