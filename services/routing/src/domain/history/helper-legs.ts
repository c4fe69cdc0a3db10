/** What helpers did beside the holder of an order, from when until when. */
import type { Instant } from '@mulin/kernel';
import type { Event, ReleaseReason } from '../order/order-events.js';

/** One call for help: from being called in until they have done their part, or nobody waits for them any more. */
export type HelperLeg = Readonly<{
  call: number;
  /** Who was asked; once somebody has come, who has, and who was there last. */
  holder: string;
  unit: string;
  from: Instant;
  joinedAt: Instant | null;
  /** `null`: it goes on. */
  to: Instant | null;
  ended: 'finished' | ReleaseReason | null;
}>;

const changed = (
  legs: readonly HelperLeg[],
  { call }: Readonly<{ call: number }>,
  change: (leg: HelperLeg) => Partial<HelperLeg>,
): readonly HelperLeg[] => legs.map((it) => (it.call === call ? { ...it, ...change(it) } : it));

/** The legs of helpers with what this event says; other events say nothing of them. */
export const withHelp = (legs: readonly HelperLeg[], { type, data }: Event): readonly HelperLeg[] => {
  switch (type) {
    case 'HelperCalled': {
      const { call, member, unit, calledAt } = data;
      return [...legs, { call, holder: member, unit, from: calledAt, joinedAt: null, to: null, ended: null }];
    }
    case 'HelperJoined':
      return changed(legs, data, () => ({ holder: data.member, joinedAt: data.joinedAt }));
    case 'HelperFinished':
      return changed(legs, data, () => ({ holder: data.member, to: data.finishedAt, ended: 'finished' }));
    case 'HelperReleased':
      return changed(legs, data, () => ({ to: data.releasedAt, ended: data.because }));
    default:
      return legs;
  }
};
