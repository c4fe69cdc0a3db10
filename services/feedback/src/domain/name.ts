/** How menu items and areas are called, and who serves as what, as intake and routing publish it. */
import type { Decider, Decision, LocalizedText } from '@mulin/kernel';

/** One of `item:<id>`, `area:<path>`, `grid:<path of a micro-grid>`, `roster:<place>`. */
export type Key = `${'item' | 'area' | 'grid' | 'roster'}:${string}`;

/** An account, and the role in which it serves at a place. */
type Server = Readonly<{ account: string; role: string }>;

export type Content = Readonly<{ name?: LocalizedText; servers?: readonly Server[] }>;

export type Event = Readonly<{ type: 'Named'; data: Content & { key: Key; version: number } }>;

/** The newest version; 0: none. */
export type State = Content & Readonly<{ version: number }>;

export const decider: Decider<State, Event> = {
  category: 'name',
  initial: { version: 0 },
  evolve: (state, { data: { key: _, ...content } }) => (content.version > state.version ? content : state),
};

/** Told how something is called: an older version than the one known changes nothing. */
export const call =
  (key: Key, version: number, content: Content): Decision<State, Event> =>
  (state) =>
    version <= state.version ? [] : [{ type: 'Named', data: { key, version, ...content } }];
