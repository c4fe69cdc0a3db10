/** Whose land a demand lies on: the place is read from the vault, the borders are asked, nothing is kept. */
import { instant, type Vault } from '@mulin/kernel';
import { z } from 'zod';
import type { Route } from '../domain/order/order.js';
import { routeTo } from '../domain/order/route.js';
import type { Net } from '../domain/land/territory.js';
import type { Grids } from '../domain/land/land.js';

type Parts = Readonly<{ grids: () => Grids; vault: Vault }>;
type RouteQuery = Readonly<{ net: Net; placeId: string | null; at: string }>;

/** `isErased`: the place can be read no more. */
type Found = Readonly<{ route: Route; isErased: boolean }>;

export type FindRoute = (request: RouteQuery) => Promise<Found>;

/** An address without a point is known to people only. */
const Place = z.object({ lat: z.number(), lon: z.number() });

const reading = { actor: 'routing', purpose: 'routing' };

/**
 * By the borders of `at`, the time of the report; an erased place is nobody's land. Who answers there is another
 * question, and one of the moment in which somebody is asked.
 */
export const findRoute =
  ({ grids, vault }: Parts): FindRoute =>
  async ({ net, placeId, at }) => {
    const kept = placeId === null ? undefined : await vault.read(placeId, reading);
    const isErased = kept === null;
    const place = Place.safeParse(kept).data ?? (isErased ? 'erased' : 'unknown');
    return { route: routeTo(grids(), net, place, instant(at)), isErased };
  };
