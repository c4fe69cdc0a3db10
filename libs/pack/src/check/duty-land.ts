/** What a check of rosters must know of the land. */
import type { MicroGrid } from '../read/grids.js';
import type { Town } from '../read/town.js';

/** The places in which somebody must be on duty. */
export type DutyLand = Readonly<{
  town: Town;
  grids: readonly Pick<MicroGrid, 'id' | 'area' | 'name' | 'from' | 'until'>[];
  /** Of all micro-grids, also of those that could not be read; `null`: their file could not be read. */
  ids: readonly string[] | null;
}>;
