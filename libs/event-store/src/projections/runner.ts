/**
 * Keeps the rows of a view up to date, beside others who may do the same: whoever was first has written. Rows that
 * other rules made are left as they are, and folded anew beside.
 */
import type { Event, EventStore, Position, Projection, Subscription } from '@mulin/kernel';
import type { Sql } from '@mulin/postgres';
import { type CancellableBackoff, cancellableBackoff } from '../subscriptions/backoff.js';
import { folding } from './folding.js';
import type { Progress } from './progress.js';
import { inParts, type Take } from './parts.js';
import { inProjectionSpans } from './projection-spans.js';
import type { Halted } from './rebuild.js';
import { standingOf, writeIfAt } from './standing.js';
import type { ReadModelTable } from './table.js';

type Parts<Row extends object, E extends Event> = Readonly<{
  store: EventStore;
  projection: Projection<Row, E>;
  table: ReadModelTable<Row>;
  sqlWhenReady: () => Promise<Sql>;
  progress: Progress;
  rebuild: (halted: Halted) => Promise<unknown>;
}>;

const batchSize = 1_000;
const rowsRemembered = 5_000;
/** Events that are none of this view's business are written off only now and then: after so many of them. */
const lazyEvents = 5_000;

/** No reader sees a row later than this for the sake of others. */
const longestRestMs = 1_000;

/**
 * The more events came at once, the longer the view waits for more before it writes again: the events of one row come
 * shortly after one another, and a row that is written once instead of five times costs a fifth. It grows with the
 * square, so that a busy town waits for as long as a case is on its way through the services, and a quiet one for a
 * few milliseconds. Nothing is waited for while a reader waits for what was written (`Progress.rest`), nor after a
 * full batch, which says that more are waiting.
 */
export const restMs = (events: number): number =>
  events < batchSize ? Math.min(events ** 2 / 8, longestRestMs) : 0;

export const projectionRunner = <Row extends object, E extends Event>(parts: Parts<Row, E>): Subscription => {
  const pause = cancellableBackoff();
  const ensureOurs = renewing(parts, () => {
    if (pause.isOver()) throw new Error('The view is not followed any more.');
  });
  const { begin, take } = taking(parts, ensureOurs);

  const follow = async () => {
    while (!pause.isOver()) await followFromHere(parts, pause, begin, take).catch(pause.longer);
  };

  const followed = follow();
  return {
    stop: async () => {
      pause.end();
      await followed;
    },
  };
};

/** Where our rows are; they are made where there are only those of other rules. */
const renewing = <Row extends object, E extends Event>(
  { table, sqlWhenReady, progress, rebuild }: Parts<Row, E>,
  halted: Halted,
) => {
  let wereOurs = false;

  return async (): Promise<number> => {
    const sql = await sqlWhenReady();
    const found = await standingOf(sql, table);
    if (!found.isOurs) {
      // Two programs of different versions would else take the view from each other for ever.
      if (wereOurs) throw new Error(`A program with other rules keeps the view "${table.name}" now.`);
      progress.building(true);
      await rebuild(halted).finally(() => progress.building(false));
    }
    const { isOurs, position } = found.isOurs ? found : await standingOf(sql, table);
    wereOurs = isOurs;
    if (!isOurs) throw new Error(`The view "${table.name}" was made by other rules again.`);
    return position;
  };
};

const taking = <Row extends object, E extends Event>(
  parts: Parts<Row, E>,
  ensureOurs: () => Promise<number>,
) => {
  const { projection, table, sqlWhenReady, progress } = parts;
  const read = async (keys: readonly string[]) => table.read(await sqlWhenReady(), table.current, keys);
  const rows = folding(projection, { read, remembered: rowsRemembered });
  let written = 0;
  let unwritten = 0;

  const begin = async (): Promise<number> => {
    rows.forget();
    unwritten = 0;
    written = await ensureOurs();
    progress.reach(written);
    return written;
  };

  const takeWhole: Take = async (batch) => {
    const upTo = batch.at(-1)?.position ?? written;
    const changes = await rows.fold(batch);
    unwritten += batch.length;
    if (changes.size > 0 || unwritten >= lazyEvents) {
      const sql = await sqlWhenReady();
      const isOurs = await writeIfAt(sql, table, changes, { from: written, to: upTo });
      if (!isOurs) return false;
      written = upTo;
      unwritten = 0;
      rows.keep(changes);
    }
    progress.reach(upTo);
    return true;
  };

  return { begin, take: inParts(inProjectionSpans(projection, takeWhole)) };
};

/** Follows until it is stopped, or until the view is not where it was left. */
const followFromHere = async (
  { store, progress }: Readonly<{ store: EventStore; progress: Progress }>,
  pause: CancellableBackoff,
  begin: () => Promise<number>,
  take: Take,
) => {
  // A position that was kept, or the beginning.
  const from = (await begin()) as Position;
  let isDisturbed = false;
  let end = () => {};
  const halt = new AbortController();
  const subscription = store.subscribeToAll({ from, batchSize }, async (batch) => {
    if (isDisturbed) return;
    if (await take(batch)) return progress.rest(restMs(batch.length), halt.signal);
    isDisturbed = true;
    end();
  });
  await pause.until((go) => {
    end = go;
    if (isDisturbed) go();
  });
  halt.abort();
  await subscription.stop();
  pause.reset();
};
