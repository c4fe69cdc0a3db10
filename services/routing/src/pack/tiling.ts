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
  const [south, north] = lats.reduce(
    ([low, high], lat) => [Math.min(low, lat), Math.max(high, lat)],
    [90, -90],
  );
  const scale = Math.cos((((south ?? 0) + (north ?? 0)) / 2) * (Math.PI / 180));
  return { south: south ?? 0, step: ((north ?? 0) - (south ?? 0)) / lines, scale };
};

const latOf = ({ south, step }: Frame, line: number): number => south + (line + 0.5) * step;

/** Where each line meets each border, from west to east. */
const crossingsOf = (tiles: readonly Tile[], frame: Frame): readonly Crossing[][] => {
  const crossings: Crossing[][] = Array.from({ length: lines }, () => []);
  const draw = (tile: number, [ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[]) => {
    const [low, high] = [Math.min(ay, by), Math.max(ay, by)];
    const first = Math.ceil((low - frame.south) / frame.step - 0.5);
    const last = Math.ceil((high - frame.south) / frame.step - 0.5) - 1;
    for (let line = Math.max(0, first); line <= Math.min(lines - 1, last); line++)
      crossings[line]?.push({ x: ax + ((latOf(frame, line) - ay) / (by - ay)) * (bx - ax), tile });
  };
  for (const [tile, { land }] of tiles.entries())
    for (const ring of land.flat())
      ring.slice(1).forEach((end, place) => draw(tile, ring[place] ?? end, end));
  for (const line of crossings) line.sort((one, other) => one.x - other.x);
  return crossings;
};

type Line = Readonly<{ flaws: readonly Span[]; west: number; east: number }>;

/** Along one line: which stretches are nobody's, and which are more than one's. */
const walk = (crossings: readonly Crossing[], line: number, ids: readonly string[], thin: number): Line => {
  const inside = new Set<number>();
  const flaws: Span[] = [];
  for (const [place, { x, tile }] of crossings.entries()) {
    if (!inside.delete(tile)) inside.add(tile);
    const to = crossings[place + 1]?.x ?? x;
    if (inside.size === 1 || to - x < thin) continue;
    const key = [...inside].map((it) => ids[it] ?? '').sort();
    flaws.push({ key: key.join('\n'), from: x, to, line });
  }
  return { flaws, west: crossings[0]?.x ?? Infinity, east: crossings.at(-1)?.x ?? -Infinity };
};

/** Spans that touch from line to line are one flaw; a gap that touches what lies outside the town is none. */
const joined = (walked: readonly Line[]): readonly (readonly Span[])[] => {
  const pools: { spans: Span[]; open: boolean }[] = [];
  const poolOf = new Map<Span, (typeof pools)[number]>();
  const leadsOut = ({ key, from, to }: Span, neighbour: Line | undefined): boolean =>
    key === '' && (neighbour === undefined || from < neighbour.west || to > neighbour.east);

  const join = (span: Span, other: Span) => {
    const [kept, lost] = [poolOf.get(other), poolOf.get(span)];
    if (!kept || !lost || kept === lost) return;
    kept.spans.push(...lost.spans);
    kept.open ||= lost.open;
    for (const it of lost.spans) poolOf.set(it, kept);
    lost.spans = [];
  };

  for (const [place, { flaws }] of walked.entries())
    for (const span of flaws) {
      const [before, after] = [walked[place - 1], walked[place + 1]];
      const pool = { spans: [span], open: leadsOut(span, before) || leadsOut(span, after) };
      pools.push(pool);
      poolOf.set(span, pool);
      for (const other of before?.flaws ?? [])
        if (other.key === span.key && other.from < span.to && span.from < other.to) join(span, other);
    }
  return pools
    .filter(({ open }) => !open)
    .map(({ spans }) => spans)
    .filter(({ length }) => length > 0);
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
