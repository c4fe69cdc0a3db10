/** Keeps the rows of a view up to date, beside others who may do the same: whoever was first has written. */
import type { Event, EventStore, Position, Projection, Recorded, Subscription } from '@mulin/kernel';
import type { Sql } from '@mulin/postgres';
import { pausing } from './pausing.js';
import { folding } from './view-folding.js';
import type { Progress } from './view-progress.js';
import { positionOf, type ViewTable, writeIfAt } from './view-table.js';

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
  const { store, projection, table, sqlWhenReady, progress } = parts;
  const { name } = projection;
  const pause = pausing();
  const read = async (keys: readonly string[]) => table.read(await sqlWhenReady(), table.current, keys);
  const rows = folding(projection, { read, remembered: rowsRemembered });
  let written = 0;

  /** Whether the rows were ours to change: false where somebody else moved the view meanwhile. */
  const take = async (batch: readonly Recorded[]): Promise<boolean> => {
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

  /** Follows until it is stopped, or until the view is not where it was left. */
  const followFromHere = async () => {
    rows.forget();
    written = await positionOf(await sqlWhenReady(), table, name);
    progress.reach(written);
    let isDisturbed = false;
    let end = () => {};
    const subscription = store.subscribeToAll(
      // A position that was kept, or the beginning.
      { from: written as Position, batchSize },
      async (batch) => {
        if (isDisturbed || (await take(batch))) return;
        isDisturbed = true;
        end();
      },
    );
    await pause.until((go) => {
      end = go;
      if (isDisturbed) go();
    });
    await subscription.stop();
    pause.reset();
  };

  const follow = async () => {
    while (!pause.isOver()) await followFromHere().catch(pause.longer);
  };

  const followed = follow();
  return {
    stop: async () => {
      pause.end();
      await followed;
    },
  };
};
