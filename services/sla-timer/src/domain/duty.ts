/** Who leads an area, as routing publishes it: version after version, so that every moment keeps its people. */
import type { Decider, Decision, Instant } from '@mulin/kernel';

/** From (inclusive) until (exclusive); `null` is open. */
export type Duty = Readonly<{ role: string; from: Instant | null; until: Instant | null }>;

/** `since: null` is for ever before. */
export type Posting = Readonly<{ version: number; since: Instant | null; duties: readonly Duty[] }>;

export type Event = Readonly<{ type: 'DutiesPosted'; data: Posting & { place: string } }>;

/** In the order of their versions. */
export type State = readonly Posting[];

export const decider: Decider<State, Event> = {
  category: 'duty',
  initial: [],
  evolve: (state, { data: { version, since, duties } }) =>
    [...state, { version, since, duties }].sort((a, b) => a.version - b.version),
};

/** Told of a roster: what is known already is not recorded again, nor that nobody leads where nobody ever did. */
export const post =
  (place: string, posting: Posting): Decision<State, Event> =>
  (state) => {
    const isKnown = state.some(({ version }) => version === posting.version);
    const isNothing = state.length === 0 && posting.duties.length === 0;
    return isKnown || isNothing ? [] : [{ type: 'DutiesPosted', data: { place, ...posting } }];
  };

const isIn = ({ from, until }: Duty, at: Instant): boolean =>
  (from === null || from <= at) && (until === null || at < until);

/** Whether somebody has this role there at a moment, by the version that was in force then. */
export const isOnDuty = (state: State, role: string, at: Instant): boolean =>
  state
    .findLast(({ since }) => since === null || since <= at)
    ?.duties.some((duty) => duty.role === role && isIn(duty, at)) ?? false;
