/** Whose land a demand lies on: the place is read from the vault, the borders are asked, nothing is kept. */
import { type Instant, instant, type Vault } from '@mulin/kernel';
import { z } from 'zod';
import type { Route } from '../domain/order/order.js';
import type { Net, Point } from '../domain/land/territory.js';
import type { Grids } from '../domain/land/land.js';

type Parts = Readonly<{ grids: () => Grids; vault: Vault }>;
type Asked = Readonly<{ net: Net; placeId: string | null; at: string }>;

/** `isErased`: the place can be read no more. */
export type Found = Readonly<{ route: Route; isErased: boolean }>;

export type FindRoute = (asked: Asked) => Promise<Found>;

/** An address without a point is known to people only. */
const Place = z.object({ lat: z.number(), lon: z.number() });

const routeTo = (grids: Grids, net: Net, place: Point, moment: Instant): Route => {
  const found = grids.landFor(net, place, moment);
  if (found === null) return { because: 'nobodys-land', area: grids.communityNear(place, moment) };
  const { microGrid, area, net: gridNet } = found;
  return { land: { microGrid, area, gridNet } };
};

const reading = { actor: 'routing', purpose: 'routing' };

/**
 * By the borders of `at`, the time of the report; an erased place is nobody's land. Who answers there is another
 * question, and one of the moment in which somebody is asked.
 */
export const findRoute =
  ({ grids: gridsNow, vault }: Parts): FindRoute =>
  async ({ net, placeId, at }) => {
    const kept = placeId === null ? undefined : await vault.read(placeId, reading);
    const grids = gridsNow();
    const moment = instant(at);
    const place = Place.safeParse(kept).data;
    const isErased = kept === null;
    if (place === undefined) {
      const because = isErased ? 'nobodys-land' : 'place-unknown';
      return { route: { because, area: grids.homeCommunity(moment) }, isErased };
    }
    return { route: routeTo(grids, net, place, moment), isErased };
  };
