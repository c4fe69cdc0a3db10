/** What a demand is classified as by its menu item and its place. */
import type { MenuItem } from '../menu.js';
import type { Classified, Point, Urgency } from './case.js';

/** Where something is: a point (WGS84 degrees), words for it, or both. */
export type Place = Readonly<{
  lat?: number | undefined;
  lon?: number | undefined;
  address?: string | undefined;
}>;

/** What a demand has of its menu item. */
export const asItemOf = ({ id, net, policy, urgency }: MenuItem) => ({
  menuItem: id,
  net,
  policy,
  itemUrgency: urgency,
});

/** `urgency`: as somebody decided; without it, the item's own. */
export const classifiedAs = (
  item: MenuItem,
  urgency: Urgency | undefined,
): Pick<Classified, 'menuItem' | 'net' | 'policy' | 'urgency' | 'itemUrgency'> => ({
  ...asItemOf(item),
  urgency: urgency ?? item.urgency,
});

export const pointIn = ({ lat, lon }: Place): Point | undefined =>
  lat !== undefined && lon !== undefined ? { lat, lon } : undefined;

/** The point of a public place is nobody's secret; every other place is for those who must answer. */
export const pointOf = (item: MenuItem, place: Place | undefined): Readonly<{ point?: Point }> => {
  const point = item.public && place !== undefined ? pointIn(place) : undefined;
  return point === undefined ? {} : { point };
};
