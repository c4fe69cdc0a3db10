/** Whether a town's land and rosters have been put on record in full: what comes later is a change. */
import type { Decider, Decision } from '@mulin/kernel';

export type Event = Readonly<{ type: 'LandRecorded'; data: { town: string } }>;

export type State = Readonly<{ isRecorded: boolean }>;

export const decider: Decider<State, Event> = {
  category: 'land',
  initial: { isRecorded: false },
  evolve: () => ({ isRecorded: true }),
};

/** All that the town began with is there. */
export const conclude =
  (town: string): Decision<State, Event> =>
  ({ isRecorded }) =>
    isRecorded ? [] : [{ type: 'LandRecorded', data: { town } }];
