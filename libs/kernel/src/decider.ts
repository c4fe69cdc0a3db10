import type { Instant } from './instant.js';

/** An event, in the past tense. It is kept for ever, so it is never edited. */
export type Event = Readonly<{ type: string; data: unknown }>;

/**
 * Which events follow from what is known and from the present moment. None is a good answer: nothing is new.
 * Pure: whatever else it needs is handed to the function that makes it.
 */
export type Decision<State, E extends Event> = (state: State, now: Instant) => readonly E[];

/** How a kind of stream begins, and what each event makes of it. */
export type Decider<State, E extends Event> = Readonly<{
  /** One word without a dash: the first part of the name of each of its streams. */
  category: string;
  initial: State;
  evolve: (state: State, event: E) => State;
}>;

/** The state after these events, oldest first. `from`: the state before them, `initial` if not given. */
export const fold = <State, E extends Event>(
  { initial, evolve }: Decider<State, E>,
  events: readonly E[],
  from: State = initial,
): State => events.reduce((state, event) => evolve(state, event), from);
