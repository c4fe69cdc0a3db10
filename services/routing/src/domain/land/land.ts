/** What is asked of the land of a town, and what is asked of an index of its borders. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import type * as MicroGrids from './micro-grid.js';
import type * as Roster from './roster.js';
import type * as Shift from './shift.js';
import type { Land, Net, Point } from './territory.js';

/** Of what the land and the rosters are made. */
export type LandEvent = MicroGrids.Event | Roster.Event | Shift.Event;

/** A micro-grid as it is asked for; `net` is its own. */
export type Ground = Readonly<{ microGrid: string; area: string; net: Net }>;

/** The town's micro-grids and rosters, as they were in force at a moment. */
export interface Grids {
  /**
   * Whose land it is for a demand of this net. Where that net has no micro-grid, the life net's answers; `null` is
   * nobody's land. A point on a border belongs to the lowest id of those that share it.
   */
  landFor(net: Net, place: Point, at: Instant): Ground | null;

  /** The community that is nearest to a place: its secretary arbitrates what lies on nobody's land there. */
  communityNear(place: Point, at: Instant): string;

  /** The community that keeps what has no place at all: the first one, by its path. */
  homeCommunity(at: Instant): string;

  /** Every micro-grid, by id. */
  microGrids(at: Instant): readonly (Ground & Readonly<{ name: LocalizedText }>)[];

  /** The borders of every micro-grid, by id. */
  drawn(at: Instant): readonly MicroGrids.MicroGrid[];

  /** A micro-grid by its id; `null`: there was none then. */
  microGrid(id: string, at: Instant): Ground | null;

  /**
   * The grid members on duty in a micro-grid, who is asked first first: its own whose hours these are, then those who are on
   * duty for an area around it, the smallest first, then its own whose hours are others.
   */
  onDuty(microGrid: string, at: Instant): readonly string[];

  /**
   * Those on duty in a unit, who is asked first first: the grid members of a micro-grid, the members of an office
   * (`office:` and its id), whoever leads the area of this path, or who helps in it (`helpers:` and its path).
   */
  serving(unit: string, at: Instant): readonly string[];

  /**
   * All who are at work then around a micro-grid, each once: its members, those of its grid and of the areas around, and,
   * with what they lead as `unit`, the leaders of its grid and its community.
   */
  alarmed(microGrid: string, at: Instant): readonly Readonly<{ member: string; unit?: string }>[];

  /** Whether anybody was ever named for this place. */
  isNamed(place: string): boolean;

  /** The places for which somebody is named then; `name`: how an office is called. */
  named(at: Instant): readonly Readonly<{ place: string; name: LocalizedText | null }>[];

  /** Whether this account is named for a unit at that moment or later, at whatever hours. */
  isServing(unit: string, member: string, at: Instant): boolean;

  /** Those on duty there, then those on duty elsewhere in its grid, of its own net first; the same hours first. */
  standIns(microGrid: string, at: Instant): readonly string[];

  /**
   * Whether this account is on duty in any micro-grid, at whatever hours; `within`: in any that lies in this area. A day's
   * work that is over takes nothing out of anybody's hands.
   */
  isOnDuty(member: string, at: Instant, within?: string): boolean;

  /** The same, or will be by the rosters of that moment. */
  isExpected(member: string, at: Instant, within?: string): boolean;
}

/** Where lands lie; a land is named by its place in the list that the index was made of. */
interface LandIndex {
  /** Those of the lands asked about that cover the point; a border belongs to all that share it. */
  covering(point: Point, isAsked: (place: number) => boolean): readonly number[];

  /** That of the lands asked about whose box is nearest to the point; `null`: none is asked about. */
  nearest(point: Point, isAsked: (place: number) => boolean): number | null;
}

export type IndexLand = (lands: readonly Land[]) => LandIndex;
