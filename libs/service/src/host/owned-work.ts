/** How work that one process of a town does at a time is shared between its processes. */
import { type Database, oneOwner } from '@mulin/postgres';
import { errorLogFields } from '../observability/error-log-fields.js';
import type { Logger, Platform } from '../platform/platform.js';

/** The `alone` of a platform: under an advisory lock for each piece of work, which is given back when it is over. */
export const aloneIn =
  (database: Pick<Database, 'hold'>): Platform['alone'] =>
  async (what, work) => {
    const lock = await database.hold(`mulin alone ${what}`);
    return lock === null ? undefined : work().finally(lock.release);
  };

/**
 * Makes the `own` of a platform: under an advisory lock for each kind of work, `mulin own <what>`.
 *
 * @param log is told of work that could not be begun here, which is tried again each second.
 */
export const ownedWork = (database: Pick<Database, 'hold'>, log: Pick<Logger, 'warn'>): Platform['own'] => {
  const own = oneOwner(database, {
    failed: (work, error) =>
      log.warn({ work, ...errorLogFields(error) }, 'work cannot be taken over for now'),
  });
  return (what, work) => own(`mulin own ${what}`, work);
};
