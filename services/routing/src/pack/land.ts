/** What a GeoJSON geometry must be, so that one can say of every point whether it lies in it. */
import type { Sentence } from '@mulin/kernel';
import type { Land } from '../domain/territory.js';
import { crossingOf } from './crossing.js';

type Read = Readonly<{ land: Land | null; mistakes: readonly Sentence[] }>;

const broken = (en: string, zh: string): Read => ({ land: null, mistakes: [{ en, zh }] });

const isPosition = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((it) => typeof it === 'number' && Number.isFinite(it));

const isOnEarth = ([lon = 999, lat = 999]: readonly number[]): boolean =>
  Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** Twice the area between a ring and the origin's axes, in square degrees: its sign is the turning sense. */
const doubleArea = (ring: readonly number[][]): number =>
  ring.reduce((sum, [x = 0, y = 0], place) => {
    const [nextX = 0, nextY = 0] = ring[(place + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

const isClosed = (ring: readonly number[][]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};

const at = (ring: number, part: number) => ({
  en: `part ${part + 1}, ring ${ring + 1}`,
  zh: `第${part + 1}部分第${ring + 1}环`,
});

const ringMistake = (ring: unknown): Sentence | null => {
  if (!Array.isArray(ring) || !ring.every(isPosition))
    return { en: 'is no list of positions', zh: '不是坐标列表' };
  const wrong = ring.find((position) => !isOnEarth(position));
  if (wrong)
    return { en: `leaves the earth at [${wrong.join(', ')}]`, zh: `坐标超出范围:[${wrong.join(', ')}]` };
  if (ring.length < 4) return { en: 'has fewer than four positions', zh: '少于四个坐标' };
  if (!isClosed(ring))
    return { en: 'is not closed: it does not end where it began', zh: '未闭合:首尾坐标不同' };
  if (doubleArea(ring) === 0) return { en: 'encloses nothing', zh: '面积为零' };
  const crossing = crossingOf(ring);
  return (
    crossing && {
      en: `crosses itself near [${crossing.join(', ')}]`,
      zh: `在[${crossing.join(', ')}]附近自相交`,
    }
  );
};

const partsOf = (type: unknown, coordinates: unknown): readonly unknown[] | null => {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return null;
  if (type === 'Polygon') return [coordinates];
  return type === 'MultiPolygon' ? coordinates : null;
};

/** The land of a Polygon or MultiPolygon, or every mistake in it. */
export const landOf = (geometry: unknown): Read => {
  if (typeof geometry !== 'object' || geometry === null) return broken('has no geometry', '缺少几何图形');
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  const parts = partsOf(type, coordinates);
  if (parts === null) return broken('is no Polygon or MultiPolygon with coordinates', '不是带坐标的多边形');

  const mistakes = parts.flatMap((rings, part): readonly Sentence[] => {
    if (!Array.isArray(rings) || rings.length === 0)
      return [{ en: `part ${part + 1} has no ring`, zh: `第${part + 1}部分没有环` }];
    return rings.flatMap((ring: unknown, place) => {
      const wrong = ringMistake(ring);
      const where = at(place, part);
      return wrong === null ? [] : [{ en: `${where.en} ${wrong.en}`, zh: `${where.zh}${wrong.zh}` }];
    });
  });
  // Every ring has been looked at; heights, where a file has any, say nothing about whose land it is.
  return { land: mistakes.length > 0 ? null : flat(parts as Land), mistakes };
};

const flat = (land: Land): Land =>
  land.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat])));
