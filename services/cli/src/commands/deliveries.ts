/** `mulin deliveries release`: messages leave a town that was restored from a copy. */
import { hasData, releaseHome, sqlState } from '@mulin/postgres';
import { releaseDeliveries } from '@mulin/service';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import { besideTheTown } from '../whole-town/database.js';

const noRight = '42501';

const releaseInDatabase = async (surroundings: Surroundings): Promise<boolean> => {
  // No database is made only to look whether its town is held.
  if (surroundings.databaseUrl() === undefined && !hasData(surroundings.home)) return false;
  try {
    return await besideTheTown(surroundings, ({ sql }) => releaseDeliveries(sql));
  } catch (error) {
    if (sqlState(error) !== noRight) throw error;
    throw new WrongCall(({ deliveries }) => deliveries.notYours);
  }
};

export const releaseCommand = async (surroundings: Surroundings): Promise<Outcome> => {
  const inDatabase = await releaseInDatabase(surroundings);
  // Whoever is refused the one keeps the other, too.
  const inHome = await releaseHome(surroundings.home);
  const released = inDatabase || inHome;
  const { deliveries } = surroundings.texts;
  return { json: { released }, lines: [released ? deliveries.released : deliveries.nothingHeld] };
};
