/** Keeps the rows of a view up to date, beside others who may do the same: whoever was first has written. */
import type { Event, EventStore, Position, Projection, Recorded, Subscription } from '@mulin/kernel';
import type { Sql } from '@mulin/postgres';
import { type Pausing, pausing } from './pausing.js';
import { folding } from './view-folding.js';
import type { Progress } from './view-progress.js';
import { positionOf, TooMuchAtOnce, type ViewTable, writeIfAt } from './view-table.js';

type Parts<Row extends object, E extends Event> = Readonly<{
  store: EventStore;
  projection: Projection<Row, E>;
  table: ViewTable<Row>;
  sqlWhenReady: () => Promise<Sql>;
  progress: Progress;
}>;

const batchSize = 1_000;
const rowsRemembered = 5_000;
/** Facts that are none of this view's business are written off only now and then. */
const lazyPositions = 5_000;

export const viewFollowing = <Row extends object, E extends Event>(parts: Parts<Row, E>): Subscription => {
  const pause = pausing();
  const { begin, take } = taking(parts);

  const follow = async () => {
    while (!pause.isOver()) await followFromHere(parts.store, pause, begin, take).catch(pause.longer);
  };

  const followed = follow();
  return {
    stop: async () => {
      pause.end();
      await followed;
    },
  };
};

/** Whether the rows were ours to change: false where somebody else moved the view meanwhile. */
export type Take = (batch: readonly Recorded[]) => Promise<boolean>;

const taking = <Row extends object, E extends Event>(parts: Parts<Row, E>) => {
  const { projection, table, sqlWhenReady, progress } = parts;
  const { name } = projection;
  const read = async (keys: readonly string[]) => table.read(await sqlWhenReady(), table.current, keys);
  const rows = folding(projection, { read, remembered: rowsRemembered });
  let written = 0;

  const begin = async (): Promise<number> => {
    rows.forget();
    written = await positionOf(await sqlWhenReady(), table, name);
    progress.reach(written);
    return written;
  };

  const takeWhole: Take = async (batch) => {
    const upTo = batch.at(-1)?.position ?? written;
    const changes = await rows.fold(batch);
    if (changes.size > 0 || upTo - written >= lazyPositions) {
      const sql = await sqlWhenReady();
      const isOurs = await writeIfAt(sql, table, changes, { name, from: written, to: upTo });
      if (!isOurs) return false;
      written = upTo;
      rows.keep(changes);
    }
    progress.reach(upTo);
    return true;
  };

  return { begin, take: inParts(takeWhole) };
};

/** What is too much at once is taken in two parts, and each of them perhaps in two. */
export const inParts = (takeWhole: Take): Take => {
  const take: Take = async (batch) => {
    try {
      return await takeWhole(batch);
    } catch (error) {
      if (!(error instanceof TooMuchAtOnce) || batch.length === 1) throw error;
      const half = batch.length >> 1;
      return (await take(batch.slice(0, half))) && take(batch.slice(half));
    }
  };
  return take;
};

/** Follows until it is stopped, or until the view is not where it was left. */
const followFromHere = async (
  store: EventStore,
  pause: Pausing,
  begin: () => Promise<number>,
  take: Take,
) => {
  // A position that was kept, or the beginning.
  const from = (await begin()) as Position;
  let isDisturbed = false;
  let end = () => {};
  const subscription = store.subscribeToAll({ from, batchSize }, async (batch) => {
    if (isDisturbed || (await take(batch))) return;
    isDisturbed = true;
    end();
  });
  await pause.until((go) => {
    end = go;
    if (isDisturbed) go();
  });
  await subscription.stop();
  pause.reset();
};
