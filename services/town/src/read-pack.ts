/** Reads the folder of a town pack. What its files mean is each service's own business. */
import { type IntakePack, parseMenu } from '@mulin/intake';
import { parseGrids, parseRosters, parseTown, type RoutingPack, type Town } from '@mulin/routing';
import { lineOf, ConfigurationError } from '@mulin/service';
import { parseRules, type SlaTimerPack } from '@mulin/sla-timer';
import { mistakesOfPack } from './check-pack.js';
import { filesIn, type PackFiles } from './pack-files.js';
import { publicDays } from './public-days.js';

export type Pack = Readonly<{
  town: Town;
  intake: IntakePack;
  routing: RoutingPack;
  slaTimer: SlaTimerPack;
}>;

const packOf = ({ town: townFile, menu, policies, calendars, grids, rosters }: PackFiles): Pack => {
  const town = parseTown(townFile);
  return {
    town,
    intake: { menu: parseMenu(menu) },
    routing: { areas: town.areas, grids: parseGrids(grids, town), rosters: parseRosters(rosters) },
    slaTimer: parseRules({ policies, calendars }, publicDays(), town.zone),
  };
};

/** Refused (`ConfigurationError`) with every mistake in one message; what is only worth a look refuses nothing. */
export const readPack = (folder: string): Pack => {
  const mistakes = mistakesOfPack(folder);
  if (mistakes.length > 0) {
    const said = mistakes.map((it) => lineOf(it)).join('; ');
    throw new ConfigurationError(`The town pack ${folder} cannot be used: ${said}`);
  }
  return packOf(filesIn(folder).files);
};
