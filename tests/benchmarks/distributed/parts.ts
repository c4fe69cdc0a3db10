/** What `--profile distributed` measures, by the name that `--only` takes. */
import { kafka } from '../kafka.js';
import { loops } from './loops.js';
import { recovery } from './recovery.js';

type Part = () => Promise<Readonly<Record<string, number>>>;

/**
 * As `parts` of the usual profile; none of these needs the PostgreSQL that is given.
 *
 * @param demands of `loops`, for a short trial. Default: as many as the usual profile has.
 */
export const distributedParts = (demands?: number): Readonly<Record<string, Part>> => ({
  kafka,
  loops: () => loops(demands),
  recovery,
});
