/** Tells other programs how far the log has come: the newest position, and not more often than is of use. */
import type { RecordedEvent, Stop } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';

/** The first is said at once; while facts keep coming, the newest now and then. */
const everyMs = 50;
const lookMs = 1_000;

/** News need not be on disk. */
const announcement = `select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`;

const channelOf = (schema: string) => `${schema}_facts`;

/**
 * It is said after the commit and not in it: PostgreSQL lets one transaction with news commit at a time, so
 * that the logs of all services would wait for each other's disk. Whoever dies in between is made good by the
 * listener's own looks.
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

  return (facts: readonly RecordedEvent[]) => {
    const last = facts.at(-1);
    if (last === undefined) return;
    newest = Math.max(newest, last.position);
    if (isBusy) return;
    isBusy = true;
    void say();
  };
};

/** Hears what other programs announce, and looks for itself now and then. */
export const listenForAppends =
  (database: Database, schema: string, head: () => Promise<number | null>) =>
  (heard: (head: number) => void): Stop => {
    const look = () => {
      // A world that is down is looked at again.
      head().then(
        (position) => heard(position ?? 0),
        () => undefined,
      );
    };
    const looking = setInterval(look, lookMs);
    looking.unref();
    const listening = database.listen(channelOf(schema), (payload) =>
      payload === '' ? look() : heard(Number(payload)),
    );
    return async () => {
      clearInterval(looking);
      await (
        await listening
      )();
    };
  };
