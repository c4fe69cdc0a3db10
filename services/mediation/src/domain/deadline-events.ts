/** A deadline of whoever works for the town, in a dispute or by a promise: by when something is owed, and by whom. */
import type { Instant } from '@mulin/kernel';

export type ClockEnd = 'answered' | 'cancelled';

/** No party has one. */
export type Deadline = Readonly<{
  clock: string;
  policy: string;
  since: Instant;
  dueAt?: Instant;
  holder?: string;
}>;

export type DeadlineEvent =
  | Readonly<{ type: 'DeadlineSet'; data: Deadline & { number: string; area: string } }>
  | Readonly<{
      type: 'DeadlineHandedOver';
      data: { number: string; clock: string; holder: string; at: Instant };
    }>
  | Readonly<{
      type: 'DeadlineEnded';
      data: { number: string; clock: string; end: ClockEnd; endedAt: Instant };
    }>;
