/** How fast a place is turned into a micro-grid: points all over the sample town, by the map of now. */
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { instant } from '@mulin/kernel';
import { gridsAt, packIn } from '@mulin/pack';
import { flatbushGrids } from '@mulin/routing';

const sample = fileURLToPath(new URL('../../../infra/packs/sample', import.meta.url));
const count = 100_000;
const nets = ['life', 'production', 'commerce'] as const;

/** The same points in every run: a low-discrepancy sequence (R2 of Martin Roberts) over the town's box. */
const pointAt = (n: number, [west, south, east, north]: readonly [number, number, number, number]) => ({
  lon: west + ((0.5 + n * 0.7548776662466927) % 1) * (east - west),
  lat: south + ((0.5 + n * 0.5698402909980532) % 1) * (north - south),
});

export const benchRouting = (): Promise<Readonly<Record<string, number>>> => {
  const { grids } = packIn(sample).routing;
  const at = instant('2026-06-01T02:00:00Z');
  const now = gridsAt(grids, at);
  // Both maps, as a town has them on record.
  const events = grids.flatMap(({ from = null, until, ...microGrid }) => [
    { type: 'MicroGridDrawn' as const, data: { microGrid, version: 1, since: from } },
    ...(until === undefined
      ? []
      : [{ type: 'MicroGridGivenUp' as const, data: { id: microGrid.id, version: 2, since: until } }]),
  ]);
  const index = flatbushGrids(events);
  const positions = now.flatMap(({ land }) => land.flat(2));
  const [lons, lats] = [positions.map(([lon = 0]) => lon), positions.map(([, lat = 0]) => lat)];
  const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
  const points = Array.from({ length: count }, (_, n) => pointAt(n, box));

  const route = () =>
    points.filter((point, n) => index.landFor(nets[n % nets.length] ?? 'life', point, at) !== null).length;
  route();
  const start = performance.now();
  const placed = route();
  const seconds = (performance.now() - start) / 1_000;
  return Promise.resolve({
    'routing.microGrids': now.length,
    'routing.placedShare': placed / count,
    'routing.perSecond': count / seconds,
  });
};
