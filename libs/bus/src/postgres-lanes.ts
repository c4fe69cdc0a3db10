import type { Database, Hold, Sql } from '@mulin/postgres';
import { type Done, type Lane, laneOf } from './driver.js';

/** The lanes that this program holds, each by a lock that ends with its connection. */
export interface HeldLanes {
  /** Those of these that nobody else holds; the others come free sooner or later. */
  take(wanted: readonly Lane[]): Promise<readonly Lane[]>;
  /** What is held and not among these. */
  beyond(wanted: readonly Lane[]): readonly Lane[];
  free(lanes: readonly Lane[]): Promise<void>;
  /** Whether it is ours at this very moment. */
  owns(lane: Lane): boolean;
  /** Of these, what is still ours, beside the session that holds it. */
  stillOurs(done: readonly Done[]): ReadonlyMap<Sql, readonly Done[]>;
}

type Parts = Readonly<{ database: Database; schema: string; group: string }>;

export const heldLanes = ({ database, schema, group }: Parts): HeldLanes => {
  const held = new Map<string, Readonly<{ lane: Lane; hold: Hold }>>();

  const take = async (lane: Lane): Promise<Lane | null> => {
    const hold = await database.hold(`${schema} lane ${group} ${laneOf(lane)}`);
    if (hold === null) return null;
    held.set(laneOf(lane), { lane, hold });
    return lane;
  };

  return {
    take: async (wanted) => {
      const missing = wanted.filter((lane) => !held.has(laneOf(lane)));
      const taken: Lane[] = [];
      // One after the other: all locks lie on one connection, which says one thing at a time. When the world
      // goes down in the middle, what was taken before counts, and the rest is missing again next time.
      for (const lane of missing) {
        const mine = await take(lane).catch(() => undefined);
        if (mine === undefined) break;
        if (mine !== null) taken.push(mine);
      }
      return taken;
    },
    beyond: (wanted) => {
      const names = new Set(wanted.map(laneOf));
      return [...held.values()].map(({ lane }) => lane).filter((lane) => !names.has(laneOf(lane)));
    },
    free: async (lanes) => {
      const freed = lanes.map((lane) => held.get(laneOf(lane)));
      for (const lane of lanes) held.delete(laneOf(lane));
      for (const each of freed) await each?.hold.release();
    },
    owns: (lane) => held.get(laneOf(lane))?.hold.isHeld() === true,
    stillOurs: (done) => {
      const ours = new Map<Sql, Done[]>();
      for (const its of done) {
        const hold = held.get(laneOf(its))?.hold;
        if (hold?.isHeld() === true) ours.set(hold.sql, [...(ours.get(hold.sql) ?? []), its]);
      }
      return ours;
    },
  };
};
