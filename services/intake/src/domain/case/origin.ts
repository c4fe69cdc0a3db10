/** What a file of another system says of a case. */
import type { Instant } from '@mulin/kernel';

export type Flag =
  | 'closed-before-opened'
  | 'unknown-menu-item'
  | 'no-place'
  | 'place-outside-town'
  | 'date-without-time'
  | 'implausible-time'
  | 'implausible-place'
  | 'closed-on-due-day'
  | 'masked-phone'
  | 'due-before-reported';

/** A time of which its source knows only the day. */
export type RowTime = 'reportedAt' | 'dueAt' | 'closedAt';

/** A row of history: judged as of `asOf`, offered to nobody. `dueAt` and `claim` are its source's. */
export type Archive = Readonly<{
  batch: string;
  sourceId: string;
  asOf: Instant;
  dueAt: Instant | null;
  closedAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
  /** Absent: none. */
  days?: readonly RowTime[];
}>;

/** An open case of another system that this town goes on with: its clocks go on, and nobody hears of it as new. */
export type MovedIn = Readonly<{
  batch: string;
  sourceId: string;
  dueAt: Instant | null;
  flags: readonly Flag[];
  days?: readonly RowTime[];
}>;
