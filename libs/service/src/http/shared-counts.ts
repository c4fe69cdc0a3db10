/** Requests of callers counted over all processes of a town, for the limits of `limits.ts`. */
import type { FastifyRateLimitOptions, FastifyRateLimitStore } from '@fastify/rate-limit';
import { minute, second, type Stop } from '@mulin/kernel';
import type { Platform } from '../platform/platform.js';

/** In one minute: what this process counted, what of it the others have not heard, and what they counted. */
type Count = { own: number; unsaid: number; others: number };
type Store = new (options: FastifyRateLimitOptions) => FastifyRateLimitStore;

type Parts = Readonly<{
  add: NonNullable<Platform['addRequests']>;
  every: Platform['every'];
  nowMs?: () => number;
  /** So many callers are remembered; who came first in this minute is forgotten first. */
  most: number;
}>;

const countOf = (counts: Map<string, Count>, caller: string, most: number): Count => {
  const count = counts.get(caller) ?? { own: 0, unsaid: 0, others: 0 };
  counts.set(caller, count);
  const [oldest] = counts.keys();
  if (counts.size > most && oldest !== undefined) counts.delete(oldest);
  return count;
};

/**
 * A store for `@fastify/rate-limit`. Each process counts by itself and tells the others once a second, in one statement
 * for all callers, so that no request waits for a database: within that second a caller may get through once more at
 * each process. Where the others cannot be told, each process counts alone, and tells them later. Minutes are those of
 * the clock.
 */
export const sharedCounts = ({
  add,
  every,
  most,
  nowMs = Date.now,
}: Parts): Readonly<{ store: Store; stop: Stop }> => {
  let current = -1;
  const counts = new Map<string, Count>();

  const tell = async (): Promise<void> => {
    const [told, at] = [[...counts].filter(([, { unsaid }]) => unsaid > 0), current];
    if (told.length === 0) return;
    const said = new Map(told.map(([caller, { unsaid }]) => [caller, unsaid]));
    const totals = await add(at, said);
    if (at !== current) return;
    for (const [caller, count] of told) {
      count.unsaid -= said.get(caller) ?? 0;
      count.others = Math.max(0, (totals.get(caller) ?? 0) - (count.own - count.unsaid));
    }
  };

  const store: Store = class {
    incr: FastifyRateLimitStore['incr'] = (caller, callback) => {
      const now = nowMs();
      const at = Math.floor(now / minute);
      if (at !== current) counts.clear();
      current = at;
      const count = countOf(counts, caller, most);
      count.own += 1;
      count.unsaid += 1;
      callback(null, { current: count.own + count.others, ttl: (at + 1) * minute - now });
    };

    child = (): FastifyRateLimitStore => this;
  };
  return { store, stop: every(second, tell) };
};
