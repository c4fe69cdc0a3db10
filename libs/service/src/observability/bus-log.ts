/** What the bus has to say, in the form of our log. */
import type { Logger as BusLog } from '@mulin/bus';
import type { Logger } from '../platform/platform.js';

/** The log of a town as the bus writes to it. */
export const busLog =
  (log: Logger): BusLog =>
  ({ level, text, ...line }) =>
    log[level](line, text);
