/** Where each order is, and its turn: what is due first is the first. */
import type { Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { pointInside } from '../../parts/inside';
import type { WorkItem } from '../work/read';

type Point = Readonly<{ lat: number; lon: number }>;

export type Placed = Readonly<{
  item: WorkItem;
  /** From 1 on. */
  turn: number;
  microGrid: string | null;
  /** Where it was reported, else somewhere in its micro-grid; `null`: nobody knows. */
  point: Point | null;
}>;

const soonMs = 4 * 3_600_000;

export const isPressing = ({ item: { due } }: Placed): boolean =>
  due !== null && Date.parse(due) - townNow() < soonMs;

/** @param items by what is due first, as the list of work has them. */
export const placed = (
  items: readonly WorkItem[],
  shapes: Schemas['MicroGridMap'] | undefined,
): readonly Placed[] =>
  items.map((item, index) => {
    const microGrid = item.row?.microGrid ?? item.order.microGrid;
    const land = shapes?.features.find(({ properties: { id } }) => id === microGrid);
    const inside = land === undefined ? null : pointInside(land.geometry);
    return { item, turn: index + 1, microGrid, point: item.row?.point ?? inside };
  });

/** So many turns have room on one mark. */
const most = 3;

/** One mark for each place, with all that is to be done at it. */
export const spots = (all: readonly Placed[]) => {
  const places = new Map<string, (Placed & { point: Point })[]>();
  for (const it of all) {
    if (it.point === null) continue;
    const id = `${it.point.lat},${it.point.lon}`;
    places.set(id, [...(places.get(id) ?? []), { ...it, point: it.point }]);
  }
  return [...places].flatMap(([id, here]) => {
    const [first] = here;
    if (first === undefined) return [];
    const turns = here.slice(0, most).map(({ turn }) => turn);
    const sign = `${turns.join(' · ')}${here.length > most ? ' …' : ''}`;
    return [
      {
        ...first.point,
        id,
        sign,
        // What stands on it comes first, so that whoever speaks to their phone can name it.
        label: `${sign} ${here.map(({ item: { order, row } }) => `${row?.menuItemName ?? order.menuItem} ${order.number}`).join(', ')}`,
        isPressing: here.some(isPressing),
        caseIds: here.map(({ item }) => item.order.caseId),
      },
    ];
  });
};
