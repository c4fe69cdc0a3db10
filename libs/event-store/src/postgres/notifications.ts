/** `NOTIFY` with the newest position of a log, for other processes; at most once in a while. */
import type { RecordedEvent, Stop } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';

/** While appends go on, the newest position is sent this often; the first one at once. */
const everyMs = 50;
/** So often a listener reads the head itself: notifications are lost with a connection, or when their sender dies. */
const lookMs = 1_000;

/** A notification need not be flushed to disk. */
const announcement = `select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`;

const channelOf = (schema: string) => `${schema}_facts`;

/**
 * Makes the function that is called with what was appended. It notifies after the commit and not in it: PostgreSQL
 * lets one transaction with a `NOTIFY` commit at a time, so that the logs of all services would wait for each other's
 * flush. A process that dies in between is made up for by the listeners, which read the head every second.
 *
 * @see https://www.postgresql.org/docs/current/sql-notify.html
 */
export const notifyAppended = ({ sql }: Database, schema: string) => {
  let newest = 0;
  let said = 0;
  let isBusy = false;

  const say = async (): Promise<void> => {
    if (newest === said) return void (isBusy = false);
    const saying = newest;
    const isSaid = await sql(announcement, [channelOf(schema), String(saying)]).then(
      () => true,
      () => false,
    );
    if (isSaid) said = saying;
    // What could not be said is said again, with whatever is newer by then.
    setTimeout(say, isSaid ? everyMs : lookMs).unref();
  };

  return (events: readonly RecordedEvent[]) => {
    const last = events.at(-1);
    if (last === undefined) return;
    newest = Math.max(newest, last.position);
    if (isBusy) return;
    isBusy = true;
    void say();
  };
};

/** Calls `heard` with the head of the log when another process notifies of it, and every second; until stopped. */
export const listenForAppends =
  (database: Database, schema: string, head: () => Promise<number | null>) =>
  (listener: (head: number) => void): Stop => {
    const look = () => {
      // Where PostgreSQL is not reached, the next look tries again.
      head().then(
        (position) => listener(position ?? 0),
        () => undefined,
      );
    };
    const looking = setInterval(look, lookMs);
    looking.unref();
    const listening = database.listen(channelOf(schema), (payload) =>
      payload === '' ? look() : listener(Number(payload)),
    );
    return async () => {
      clearInterval(looking);
      await (
        await listening
      )();
    };
  };
