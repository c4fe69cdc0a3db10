/** Who may mediate where, as routing publishes it: version after version, so that every moment keeps its people. */
import type { Decider, Decision, Instant } from '@mulin/kernel';

/** From (inclusive) until (exclusive); `null` is open. */
type Post = Readonly<{ mediator: string; from: Instant | null; until: Instant | null }>;

/** `since: null` is for ever before. */
type Posting = Readonly<{ version: number; since: Instant | null; posts: readonly Post[] }>;

export type Event = Readonly<{ type: 'MediatorsPosted'; data: Posting & { area: string } }>;

/** In the order of their versions. */
export type State = readonly Posting[];

export const decider: Decider<State, Event> = {
  category: 'roster',
  initial: [],
  evolve: (state, { data: { version, since, posts } }) =>
    [...state, { version, since, posts }].sort((a, b) => a.version - b.version),
};

/** Told of a roster: what is known already is not recorded again, nor that nobody mediates where nobody ever did. */
export const post =
  (area: string, posting: Posting): Decision<State, Event> =>
  (state) => {
    const isKnown = state.some(({ version }) => version === posting.version);
    const isNothing = state.length === 0 && posting.posts.length === 0;
    return isKnown || isNothing ? [] : [{ type: 'MediatorsPosted', data: { area, ...posting } }];
  };

const isIn = ({ from, until }: Post, at: Instant): boolean =>
  (from === null || from <= at) && (until === null || at < until);

/** Who mediates there at a moment. */
export const mediatorsAt = (state: State, at: Instant): readonly string[] => {
  const inForce = state.findLast(({ since }) => since === null || since <= at);
  return [...new Set((inForce?.posts ?? []).filter((it) => isIn(it, at)).map(({ mediator }) => mediator))];
};
