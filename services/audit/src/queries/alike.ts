/** Open cases that may be the same as one that is being registered: of the same item, near by, and lately. */
import { type Actor, day, plus } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { CaseRow, CasesWhere } from '../views/cases.js';
import { listedFor, owed } from './case-search.js';

type Point = Readonly<{ lat: number; lon: number }>;

type Asked = Readonly<{
  menuItem: string;
  /** Its id; absent: it is not known yet. */
  microGrid?: string | undefined;
  point?: Point | undefined;
  days: number;
}>;

/** Why a case may be the same, besides its item. */
export const reasons = ['same-micro-grid', 'close-by'] as const;
type Reason = (typeof reasons)[number];

/** So far apart, in metres, two people may say that one thing lies. */
const closeBy = 150;
const readAtMost = 500;
const shownAtMost = 10;

const metresOfDegree = 111_320;

/** Within a town the earth is flat, to a thousandth. */
const metresBetween = (one: Point, other: Point): number => {
  const north = (one.lat - other.lat) * metresOfDegree;
  const east = (one.lon - other.lon) * metresOfDegree * Math.cos((one.lat * Math.PI) / 180);
  return Math.round(Math.hypot(north, east));
};

/** `metres` is `null` where one of the two says no point, or the place is nobody else's to know. */
export type Alike = Readonly<{ row: CaseRow; metres: number | null; because: readonly Reason[] }>;

const compared = (row: CaseRow, { microGrid, point }: Asked): Alike => {
  const metres = point === undefined || row.point === null ? null : metresBetween(point, row.point);
  const isSameGrid = microGrid !== undefined && row.microGrid === microGrid;
  return {
    row,
    metres,
    because: [
      ...(isSameGrid ? (['same-micro-grid'] as const) : []),
      ...(metres !== null && metres <= closeBy ? (['close-by'] as const) : []),
    ],
  };
};

const byNearness = (one: Alike, other: Alike): number =>
  (one.metres ?? Infinity) - (other.metres ?? Infinity) || 0;

/** The nearest first, then the newest, of what the reader may see in lists. */
export const casesAlike = async (
  { cases, now }: Pick<Dependencies, 'cases' | 'now'>,
  actor: Actor,
  asked: Asked,
): Promise<readonly Alike[]> => {
  const own = listedFor(actor);
  const { menuItem, microGrid, point, days } = asked;
  if (own === null || (microGrid === undefined && point === undefined)) return [];
  const where: CasesWhere = {
    and: [own, owed],
    menuItem,
    reportedAt: { gte: plus(now(), -days * day) },
    // Who says a point is near a border as well.
    ...(point === undefined ? { microGrid } : {}),
  };
  const { items } = await cases.list({
    where,
    orderBy: [{ by: 'reportedAt', descending: true }],
    limit: readAtMost,
  });
  return items
    .map((row) => compared(row, asked))
    .filter(({ because }) => because.length > 0)
    .sort(byNearness)
    .slice(0, shownAtMost);
};
