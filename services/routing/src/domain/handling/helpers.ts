/** Who was called in beside the holder of an order in this cycle (吹哨报到), by all that is on record of it. */
import { type Instant, unreachable } from '@mulin/kernel';
import type { Event, ReleaseReason } from '../order/order-events.js';

export type Helper = Readonly<{
  /** The how-manieth call of this cycle. */
  call: number;
  /** Of whom somebody is asked to come. */
  unit: string;
  /** Who was asked; once somebody has come, who has, and who was there last. */
  member: string;
  /** Who called them in. */
  by: string;
  calledAt: Instant;
  /** Since when that unit is waited for: somebody else of it may have been called before, and never came. */
  since: Instant;
  joinedAt: Instant | null;
  /** `null`: the order waits for them. */
  end: 'finished' | ReleaseReason | null;
  endedAt: Instant | null;
}>;

export type HelperEvent = Extract<
  Event,
  { type: 'HelperCalled' | 'HelperJoined' | 'HelperFinished' | 'HelperReleased' }
>;

/** What an event makes of the call that it is about. */
const after = (helper: Helper, { type, data }: Exclude<HelperEvent, { type: 'HelperCalled' }>): Helper => {
  switch (type) {
    case 'HelperJoined':
      return { ...helper, member: data.member, joinedAt: data.joinedAt };
    case 'HelperFinished':
      return { ...helper, member: data.member, end: 'finished', endedAt: data.finishedAt };
    case 'HelperReleased':
      return { ...helper, end: data.because, endedAt: data.releasedAt };
    default:
      return unreachable(type);
  }
};

/** The helpers of a cycle with what this event says. */
export const withHelper = (helpers: readonly Helper[], event: HelperEvent): readonly Helper[] => {
  if (event.type !== 'HelperCalled')
    return helpers.map((it) => (it.call === event.data.call ? after(it, event) : it));
  const { call, unit, member, by, calledAt, since = calledAt } = event.data;
  return [...helpers, { call, unit, member, by, calledAt, since, joinedAt: null, end: null, endedAt: null }];
};

/** Whether the order waits for them. */
export const isAwaited = ({ end }: Helper): boolean => end === null;

/** How it stands with a call. */
export const standingOf = ({ end, joinedAt }: Helper): 'called' | 'joined' | 'finished' | 'released' => {
  if (end === 'finished') return 'finished';
  if (end !== null) return 'released';
  return joinedAt === null ? 'called' : 'joined';
};
