/** Whose a case is: the place is read from the vault, the land and the roster are asked, nothing is kept. */
import { instant, type Vault } from '@mulin/kernel';
import { z } from 'zod';
import type { Because, Route } from './domain/order.js';
import { type Net, upTo } from './domain/territory.js';
import type { Custody, Grids } from './ports.js';

type Parts = Readonly<{ grids: () => Grids; vault: Vault }>;
type Asked = Readonly<{ net: Net; placeId: string | null; at: string }>;

/** Somebody's land, or why it is nobody's and which community's secretary decides. */
export type Found = Readonly<{ custody: Custody } | { custody: null; because: Because; area: string }>;

export type FindCustody = (asked: Asked) => Promise<Found>;

/** An address without a point is known to people only. */
const Place = z.object({ lat: z.number(), lon: z.number() });

const reading = { actor: 'routing', purpose: 'routing' };

/** As land and rosters were in force when it was reported. An erased place is nobody's land. */
export const findCustody =
  ({ grids: gridsNow, vault }: Parts): FindCustody =>
  async ({ net, placeId, at }) => {
    const kept = placeId === null ? undefined : await vault.read(placeId, reading);
    const grids = gridsNow();
    const moment = instant(at);
    const place = Place.safeParse(kept).data;
    if (place === undefined) {
      const because = kept === null ? 'nobodys-land' : 'place-unknown';
      return { custody: null, because, area: grids.homeCommunity(moment) };
    }

    const custody = grids.answererFor(net, place, moment);
    if (custody !== null) return { custody };
    return { custody: null, because: 'nobodys-land', area: grids.communityNear(place, moment) };
  };

/** To whom it is offered, if there is anybody. */
export const routeOf = (found: Found): Route => {
  if (found.custody === null) return { because: found.because, area: found.area };
  const { microGrid, area, member } = found.custody;
  return member === null
    ? { because: 'nobody-on-duty', area: upTo('community', area) }
    : { to: { microGrid, area, member } };
};
