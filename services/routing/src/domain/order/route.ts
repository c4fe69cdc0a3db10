/** Where an order goes: to the land that a place lies on, or to the arbiter of a community. */
import type { Instant } from '@mulin/kernel';
import type { Grids } from '../land/land.js';
import type { Net, Point } from '../land/territory.js';
import type { Route } from './order-events.js';

/** `'unknown'`: nobody says where it is, or only in words; `'erased'`: it was known once and can be read no more. */
type Whereabouts = Point | 'unknown' | 'erased';

/**
 * Nobody's land belongs to the nearest community; what has no place, or an erased one, to the first community by its
 * path. `at`: the borders of this moment count.
 */
export const routeTo = (
  grids: Pick<Grids, 'landFor' | 'communityNear' | 'homeCommunity'>,
  net: Net,
  place: Whereabouts,
  at: Instant,
): Route => {
  if (place === 'unknown') return { because: 'place-unknown', area: grids.homeCommunity(at) };
  if (place === 'erased') return { because: 'nobodys-land', area: grids.homeCommunity(at) };
  const found = grids.landFor(net, place, at);
  if (found === null) return { because: 'nobodys-land', area: grids.communityNear(place, at) };
  const { microGrid, area, net: gridNet } = found;
  return { land: { microGrid, area, gridNet } };
};
