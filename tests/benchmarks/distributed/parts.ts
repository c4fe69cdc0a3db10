/** What `--profile distributed` measures, by the name that `--only` takes. */
import { kafka } from '../kafka.js';
import { loopParts } from './loops.js';
import { recovery } from './recovery.js';

type Part = () => Promise<Readonly<Record<string, number>>>;

/**
 * As `parts` of the usual profile; none of these needs the PostgreSQL that is given.
 *
 * @param demands of the loops of each town, for a short trial. Default: as many as the usual profile has.
 */
export const distributedParts = (demands?: number): Readonly<Record<string, Part>> => ({
  kafka,
  ...loopParts(demands),
  recovery,
});
