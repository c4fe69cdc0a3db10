/** A town pack as the services are given it. */
import { filesIn, type PackFiles } from './files.js';
import { type MicroGrid, parseGrids } from './grids.js';
import { type MenuItem, parseMenu } from './menu.js';
import { publicDays } from './public-days.js';
import { parseRosters, type Rosters } from './rosters.js';
import { parseRules, type Rules } from './rules.js';
import { type NamedArea, parseTown, type Town } from './town.js';

/** What each service reads of a pack. */
export type Pack = Readonly<{
  town: Town;
  intake: Readonly<{ menu: readonly MenuItem[] }>;
  routing: Readonly<{ areas: readonly NamedArea[]; grids: readonly MicroGrid[]; rosters: Rosters }>;
  slaTimer: Rules;
}>;

/**
 * The pack in these files.
 *
 * @throws `Rejection` `pack-invalid`, with the mistakes of the first file that has any; `mistakesOfPack` names those
 *   of all of them, and whether the files fit together.
 */
export const packOf = ({ town: townFile, menu, policies, calendars, grids, rosters }: PackFiles): Pack => {
  const town = parseTown(townFile);
  return {
    town,
    intake: { menu: parseMenu(menu) },
    routing: { areas: town.areas, grids: parseGrids(grids, town), rosters: parseRosters(rosters) },
    slaTimer: parseRules({ policies, calendars }, publicDays(), town.zone),
  };
};

/**
 * The pack in a folder. Refused (`pack-invalid`) with the mistakes of the first file that has any; `mistakesOfPack`
 * names those of all of them, and whether the files fit together.
 */
export const packIn = (folder: string): Pack => packOf(filesIn(folder).files);
