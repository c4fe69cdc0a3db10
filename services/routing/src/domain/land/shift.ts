/** Hours in which people work: those of a calendar, or all others. */
import { canonical, type Decider, type Decision, type Instant } from '@mulin/kernel';
import { type Calendar, isOpenAt } from '@mulin/working-time';

export type Shift = Readonly<{ id: string; when: 'open' | 'closed'; calendar: Calendar }>;

/** `since: null` is for ever before. */
export type Event = Readonly<{
  type: 'ShiftSet';
  data: Readonly<{ shift: Shift; version: number; since: Instant | null }>;
}>;

export type State = Readonly<{ shift: Shift | null; version: number }>;

const evolve = (_: State, { data }: Event): State => ({ shift: data.shift, version: data.version });

export const decider: Decider<State, Event> = {
  category: 'shift',
  initial: { shift: null, version: 0 },
  evolve,
};

/** The pack has it so. One that it has no more stays on record: nobody's duty names it then. */
export const set =
  (shift: Shift, since: Instant | null): Decision<State, Event> =>
  (state) =>
    canonical(state.shift) === canonical(shift)
      ? []
      : [{ type: 'ShiftSet', data: { shift, version: state.version + 1, since } }];

export const isWorked = ({ calendar, when }: Shift, at: Instant): boolean =>
  isOpenAt(calendar, at) === (when === 'open');
