/** Whether land is tiled: where micro-grids of one net lie over each other, and what lies between them. */
import type { Land } from '../domain/territory.js';

/** `squareMetres` is measured along lines drawn from west to east, so what is thinner than their distance may be missed. */
export type Flaw = Readonly<{
  kind: 'overlap' | 'gap';
  /** The ones that overlap; none for a gap. */
  ids: readonly string[];
  squareMetres: number;
  /** In the middle of it, in degrees. */
  lat: number;
  lon: number;
}>;

export type Tile = Readonly<{ id: string; land: Land }>;

const lines = 2_000;
/** Below this, two doubles of one border. */
const thinnest = 0.001;
const metresPerDegree = 111_195;

type Span = Readonly<{ key: string; from: number; to: number; line: number }>;
type Crossing = Readonly<{ x: number; tile: number }>;

type Frame = Readonly<{ south: number; step: number; scale: number }>;

const positionsOf = ({ land }: Tile): readonly number[][] => land.flat(2);

const frameOf = (tiles: readonly Tile[]): Frame => {
  const lats = tiles.flatMap((tile) => positionsOf(tile).map(([, lat = 0]) => lat));
  const south = lats.reduce((low, lat) => Math.min(low, lat), 90);
  const north = lats.reduce((high, lat) => Math.max(high, lat), -90);
  return { south, step: (north - south) / lines, scale: Math.cos(((south + north) / 2) * (Math.PI / 180)) };
};

const latOf = ({ south, step }: Frame, line: number): number => south + (line + 0.5) * step;

type Border = Readonly<{ from: readonly number[]; to: readonly number[]; tile: number }>;

const bordersOf = (tiles: readonly Tile[]): readonly Border[] =>
  tiles.flatMap(({ land }, tile) =>
    land.flat().flatMap((ring) => ring.slice(1).map((to, place) => ({ from: ring[place] ?? to, to, tile }))),
  );

/** The lines that a border meets; one that lies along a line meets none. */
const linesMet = ({ from, to }: Border, { south, step }: Frame): readonly [number, number] => {
  const [one, other] = [from, to].map(([, lat = 0]) => Math.ceil((lat - south) / step - 0.5));
  const [first = 0, end = 0] = [one ?? 0, other ?? 0].sort((a, b) => a - b);
  return [Math.max(0, first), Math.min(lines, end)];
};

const lonAt = ({ from: [ax = 0, ay = 0], to: [bx = 0, by = 0] }: Border, lat: number): number =>
  ax + ((lat - ay) / (by - ay)) * (bx - ax);

/** Where each line meets each border, from west to east. */
const crossingsOf = (tiles: readonly Tile[], frame: Frame): readonly Crossing[][] => {
  const crossings: Crossing[][] = Array.from({ length: lines }, () => []);
  for (const border of bordersOf(tiles)) {
    const [first, end] = linesMet(border, frame);
    for (let line = first; line < end; line++)
      crossings[line]?.push({ x: lonAt(border, latOf(frame, line)), tile: border.tile });
  }
  for (const line of crossings) line.sort((one, other) => one.x - other.x);
  return crossings;
};

type Line = Readonly<{ flaws: readonly Span[]; west: number; east: number }>;

const keyOf = (inside: ReadonlySet<number>, ids: readonly string[]): string =>
  [...inside]
    .map((tile) => ids[tile] ?? '')
    .sort()
    .join('\n');

/** Along one line: which stretches are nobody's, and which are more than one's. */
const walk = (crossings: readonly Crossing[], line: number, ids: readonly string[], thin: number): Line => {
  const inside = new Set<number>();
  const flaws: Span[] = [];
  crossings.forEach(({ x: from, tile }, place) => {
    if (!inside.delete(tile)) inside.add(tile);
    const to = crossings[place + 1]?.x ?? from;
    if (inside.size !== 1 && to - from >= thin) flaws.push({ key: keyOf(inside, ids), from, to, line });
  });
  return { flaws, west: crossings[0]?.x ?? Infinity, east: crossings.at(-1)?.x ?? -Infinity };
};

const leadsOut = ({ key, from, to }: Span, neighbour: Line | undefined): boolean =>
  key === '' && (neighbour === undefined || from < neighbour.west || to > neighbour.east);

const touch = (one: Span, other: Span): boolean =>
  one.key === other.key && one.from < other.to && other.from < one.to;

type Pool = { spans: Span[]; open: boolean };

/** Spans that touch from line to line are one flaw; a gap that touches what lies outside the town is none. */
const joined = (walked: readonly Line[]): readonly (readonly Span[])[] => {
  const poolOf = new Map<Span, Pool>();
  const join = (kept: Pool | undefined, lost: Pool | undefined) => {
    if (!kept || !lost || kept === lost) return;
    kept.spans.push(...lost.spans);
    kept.open ||= lost.open;
    for (const it of lost.spans) poolOf.set(it, kept);
  };

  const place = (span: Span, before: Line | undefined, after: Line | undefined) => {
    poolOf.set(span, { spans: [span], open: leadsOut(span, before) || leadsOut(span, after) });
    for (const other of before?.flaws ?? [])
      if (touch(span, other)) join(poolOf.get(other), poolOf.get(span));
  };
  walked.forEach(({ flaws }, line) => {
    for (const span of flaws) place(span, walked[line - 1], walked[line + 1]);
  });
  return [...new Set(poolOf.values())].filter(({ open }) => !open).map(({ spans }) => spans);
};

const flawOf = (spans: readonly Span[], frame: Frame): Flaw => {
  const degrees = spans.reduce((sum, { from, to }) => sum + (to - from), 0);
  const middle = spans[Math.floor(spans.length / 2)] ?? { key: '', from: 0, to: 0, line: 0 };
  return {
    kind: middle.key === '' ? 'gap' : 'overlap',
    ids: middle.key === '' ? [] : middle.key.split('\n'),
    squareMetres: degrees * frame.scale * frame.step * metresPerDegree ** 2,
    lat: latOf(frame, middle.line),
    lon: (middle.from + middle.to) / 2,
  };
};

/** Every overlap and every gap between tiles, the largest first. Land that opens to the outside is no gap. */
export const flawsOf = (tiles: readonly Tile[]): readonly Flaw[] => {
  const frame = frameOf(tiles);
  if (!(frame.step > 0)) return [];
  const ids = tiles.map(({ id }) => id);
  const thin = thinnest / (metresPerDegree * frame.scale);
  const walked = crossingsOf(tiles, frame).map((crossings, line) => walk(crossings, line, ids, thin));
  return joined(walked)
    .map((spans) => flawOf(spans, frame))
    .sort((one, other) => other.squareMetres - one.squareMetres);
};

/** What a piece of land measures, by the same flat earth. */
export const squareMetresOf = (land: Land): number => {
  const [, lat = 0] = land[0]?.[0]?.[0] ?? [];
  const scale = Math.cos(lat * (Math.PI / 180)) * metresPerDegree ** 2;
  return (
    land.flat().reduce((sum, ring) => sum + Math.abs(shoelace(ring)) * (isHole(land, ring) ? -1 : 1), 0) *
    scale
  );
};

const isHole = (land: Land, ring: number[][]): boolean => land.every(([outer]) => outer !== ring);

const shoelace = (ring: readonly number[][]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], place) => {
    const [fromX = 0, fromY = 0] = ring[place] ?? [];
    return sum + (fromX * y - x * fromY) / 2;
  }, 0);
