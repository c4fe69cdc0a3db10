/** One micro-grid: which land it covers and in which net, version after version. */
import {
  canonical,
  type Decider,
  type Decision,
  type Instant,
  type LocalizedText,
  unreachable,
} from '@mulin/kernel';
import type { Land, Net } from './territory.js';

export type MicroGrid = Readonly<{
  id: string;
  name: LocalizedText;
  net: Net;
  /** `town/community/village/grid/micro-grid`. */
  area: string;
  land: Land;
}>;

/** `since: null` is how the land lay when the town began with us: for ever before. */
export type Event = Readonly<
  | { type: 'MicroGridDrawn'; data: { microGrid: MicroGrid; version: number; since: Instant | null } }
  | { type: 'MicroGridGivenUp'; data: { id: string; version: number; since: Instant } }
>;

export type State = Readonly<{ microGrid: MicroGrid | null; version: number }>;

const evolve = (_: State, { type, data }: Event): State => {
  switch (type) {
    case 'MicroGridDrawn':
      return { microGrid: data.microGrid, version: data.version };
    case 'MicroGridGivenUp':
      return { microGrid: null, version: data.version };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'grid',
  initial: { microGrid: null, version: 0 },
  evolve,
};

type Decides = Decision<State, Event>;

/** The pack draws it so. What has happened before `since` keeps the borders it happened in. */
export const draw =
  (microGrid: MicroGrid, since: Instant | null): Decides =>
  (state) =>
    canonical(state.microGrid) === canonical(microGrid)
      ? []
      : [{ type: 'MicroGridDrawn', data: { microGrid, version: state.version + 1, since } }];

/** The pack knows it no more. */
export const giveUp: Decides = ({ microGrid, version }, now) =>
  microGrid === null
    ? []
    : [{ type: 'MicroGridGivenUp', data: { id: microGrid.id, version: version + 1, since: now } }];
