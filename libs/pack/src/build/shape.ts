/** Geometry as offices draw it, made what a pack can hold: polygons alone, closed, without crossings of no weight. */
import { together } from '../geometry/clip.js';
import { counted, type Finding, shown, shownArea } from '../geometry/finding.js';
import { landOf } from '../geometry/land.js';
import { isSame, type Land, landArea, middleOf, type Ring } from '../geometry/plane.js';
import { smallestArea } from '../geometry/ring.js';

type Shape = Readonly<{ type?: unknown; coordinates?: unknown; geometries?: unknown }>;

const note = (code: string, en: string, zh: string): Finding => ({
  severity: 'note',
  code,
  sentence: { en, zh },
  where: {},
});

type Parts = Readonly<{ polygons: readonly unknown[]; others: number }>;

const partsIn = (geometry: unknown): Parts => {
  const { type, coordinates, geometries } = (geometry ?? {}) as Shape;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    const parts = geometries.map(partsIn);
    return {
      polygons: parts.flatMap(({ polygons }) => polygons),
      others: parts.reduce((sum, { others }) => sum + others, 0),
    };
  }
  if (!Array.isArray(coordinates) || coordinates.length === 0) return { polygons: [], others: 1 };
  if (type === 'Polygon') return { polygons: [coordinates], others: 0 };
  return type === 'MultiPolygon' ? { polygons: coordinates, others: 0 } : { polygons: [], others: 1 };
};

/** A collection may hold a label's point or a line beside its polygons. */
const polygonsOf = (geometry: unknown): Readonly<{ geometry: unknown; findings: readonly Finding[] }> => {
  if ((geometry as Shape | null)?.type !== 'GeometryCollection') return { geometry, findings: [] };
  const { polygons, others } = partsIn(geometry);
  if (polygons.length === 0) return { geometry, findings: [] };
  const findings =
    others === 0
      ? []
      : [
          note(
            'not-polygons',
            `holds ${counted(others, 'point or line', 'points and lines')} beside its polygons: taken out`,
            `除多边形外还有 ${others} 个点或线，已去除`,
          ),
        ];
  return { geometry: { type: 'MultiPolygon', coordinates: polygons }, findings };
};

const isOpen = (ring: unknown): ring is number[][] => {
  if (!Array.isArray(ring) || ring.length < 3) return false;
  const [first, last] = [ring[0] as unknown, ring.at(-1) as unknown];
  return Array.isArray(first) && Array.isArray(last) && !isSame(first as number[], last as number[]);
};

const closing = (value: unknown, depth: number): readonly [closed: unknown, count: number] => {
  if (depth === 0) return isOpen(value) ? [[...value, value[0]], 1] : [value, 0];
  if (!Array.isArray(value)) return [value, 0];
  const all = value.map((it: unknown) => closing(it, depth - 1));
  return [all.map(([it]) => it), all.reduce((sum, [, count]) => sum + count, 0)];
};

/** A ring that does not end where it began can only be meant to. */
const closed = (geometry: unknown): Readonly<{ geometry: unknown; findings: readonly Finding[] }> => {
  const { type, coordinates } = (geometry ?? {}) as Shape;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return { geometry, findings: [] };
  const [rings, count] = closing(coordinates, type === 'Polygon' ? 1 : 2);
  if (count === 0) return { geometry, findings: [] };
  const finding = note(
    'ring-closed',
    `${counted(count, 'ring')} of it did not end where it began: closed`,
    `有 ${count} 个环首尾不相接，已闭合`,
  );
  return { geometry: { type, coordinates: rings }, findings: [finding] };
};

/** Loops up to this share of the land, or this small, are slips of the pen: more may have been meant otherwise. */
const slip = { share: 0.01, squareMetres: 50 };

/** The largest part first. */
const bySize = (land: Land): Land => [...land].sort((one, other) => landArea([other]) - landArea([one]));

/** The parts that a crossing ring makes, where all but one of them are slips; `null`: nobody knows what was meant. */
const uncrossed = (parts: readonly (readonly Ring[])[]): Land | null => {
  const land = parts.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat])));
  const clean = land.map((rings) => together([[rings]]));
  if (clean.some((it) => it === null)) return null;
  const whole = clean.flatMap((it) => bySize(it ?? []).filter((rings) => landArea([rings]) >= smallestArea));
  const main = clean.flatMap((it) => bySize(it ?? []).slice(0, 1));
  const loops = landArea(whole) - landArea(main);
  return loops <= Math.max(slip.squareMetres, slip.share * landArea(main)) ? whole : null;
};

const mended = (land: Land, crossing: Finding): Finding => {
  const [largest = [], ...loops] = bySize(land);
  const place = crossing.where.place ?? middleOf(largest);
  const [near, size] = [shown(place), shownArea(landArea(loops))];
  return {
    severity: 'warning',
    code: 'crossing-mended',
    sentence: {
      en: `crosses itself near ${near}: it was cut there, and ${size} m² became parts of their own`,
      zh: `在 ${near} 附近自相交：已在该处断开，其中 ${size} 平方米成为独立部分`,
    },
    where: { place },
  };
};

type Read = Readonly<{ land: Land | null; findings: readonly Finding[] }>;

const isMistake = ({ severity }: Finding): boolean => severity === 'mistake';

/** As `landOf`, but what crosses itself by a slip of the pen is land all the same. */
const landWithoutSlips = (geometry: unknown): Read => {
  const read = landOf(geometry);
  const mistakes = read.findings.filter(isMistake);
  const [crossing] = mistakes;
  if (crossing === undefined || mistakes.some(({ code }) => code !== 'self-crossing')) return read;
  // What has crossings has rings: their form is looked at first.
  const land = uncrossed(partsIn(geometry).polygons as readonly (readonly Ring[])[]);
  if (land === null) return read;
  const again = landOf({ type: 'MultiPolygon', coordinates: land });
  return again.land === null
    ? read
    : { land: again.land, findings: [mended(land, crossing), ...again.findings] };
};

/** The land of a feature's geometry in WGS 84, and whatever was done to make it land. */
export const landDrawn = (drawn: unknown): Read => {
  const polygons = polygonsOf(drawn);
  const rings = closed(polygons.geometry);
  const { land, findings } = landWithoutSlips(rings.geometry);
  return { land, findings: [...polygons.findings, ...rings.findings, ...findings] };
};
