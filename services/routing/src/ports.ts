import type { Instant, Sentence } from '@mulin/kernel';
import type * as MicroGrids from './domain/micro-grid.js';
import type * as Roster from './domain/roster.js';
import type { Net, Point } from './domain/territory.js';

/** Of what the land and the rosters are made. */
export type LandFact = MicroGrids.Event | Roster.Event;

/** Whose land it is, and the grid member on duty there; `null`: nobody is. */
export type Custody = Readonly<{ microGrid: string; area: string; net: Net; member: string | null }>;

/** The town's micro-grids and rosters, as they were in force at a moment. */
export interface Grids {
  /**
   * Who answers here for a demand of this net. Where that net has no micro-grid, the life net's answers; `null`
   * is nobody's land. A point on a border belongs to the lowest id of those that share it.
   */
  answererFor(net: Net, place: Point, at: Instant): Custody | null;

  /** The community that is nearest to a place: its secretary arbitrates what lies on nobody's land there. */
  communityNear(place: Point, at: Instant): string;

  /** The community that keeps what has no place at all: the first one, by its path. */
  homeCommunity(at: Instant): string;

  /** Every micro-grid, by id. */
  microGrids(at: Instant): readonly (Custody & Readonly<{ name: Sentence }>)[];

  /** A micro-grid by its id; `null`: there was none then. */
  microGrid(id: string, at: Instant): Custody | null;

  /**
   * On duty there, or else in another micro-grid of the same grid (of the same net first), and none of these;
   * `null`: nobody.
   */
  standIn(microGrid: string, instead: readonly string[], at: Instant): string | null;

  /** Whether this account is on duty in any micro-grid. */
  isOnDuty(member: string, at: Instant): boolean;
}
