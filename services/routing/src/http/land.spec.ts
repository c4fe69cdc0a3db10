import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { instant, looksPersonal } from '@mulin/kernel';
import { gridsAt, parseGrids, parseTown } from '@mulin/pack';
import { flatbushGrids } from '../adapters/flatbush-index.js';
import { landShown } from '../queries/land-shown.js';
import { landOfRouting } from './orders.testing.js';

const at = instant('2026-03-02T04:00:00Z');
const square = (lon: number, lat: number) => [
  [lon, lat],
  [lon + 0.01, lat],
  [lon + 0.01, lat + 0.01],
  [lon, lat],
];
const drawn = (id: string, land: number[][][][], since: string | null = null) => ({
  type: 'MicroGridDrawn' as const,
  data: {
    microGrid: {
      id,
      name: { zh: '甲', en: 'A' },
      net: 'life' as const,
      area: `mu/dongguan/hetou/hetou-1/${id}`,
      land,
    },
    version: 1,
    since: since === null ? null : instant(since),
  },
});
const shown = (...events: ReturnType<typeof drawn>[]) =>
  landShown(flatbushGrids(events).drawn(at), [{ path: 'mu/dongguan', name: { zh: '东关社区', en: 'East' } }]);

test('anybody sees the borders in force, to a tenth of a metre, with the areas around', () => {
  const one = drawn('a', [[square(119.7400004, 36.3700006)]]);
  const later = drawn('b', [[square(119.8, 36.3)]], '2026-04-01T00:00:00Z');
  expect(shown(one, later).features).toEqual([
    {
      type: 'Feature',
      id: 'a',
      properties: {
        id: 'a',
        name: { zh: '甲', en: 'A' },
        net: 'life',
        area: 'mu/dongguan/hetou/hetou-1/a',
        community: { path: 'mu/dongguan', name: { zh: '东关社区', en: 'East' } },
        village: null,
        grid: null,
      },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [119.74, 36.370001],
            [119.75, 36.370001],
            [119.75, 36.380001],
            [119.74, 36.370001],
          ],
        ],
      },
    },
  ]);
});

test('a micro-grid in two parts is a MultiPolygon, and points that round to one are one', () => {
  const [first, ...rest] = square(119.74, 36.37);
  const doubled = [first, [119.7400001, 36.3700001], ...rest].map((it) => it ?? []);
  const { geometry } = shown(drawn('a', [[doubled], [square(119.8, 36.3)]])).features[0] ?? {};
  expect(geometry?.type).toBe('MultiPolygon');
  expect((geometry?.coordinates as number[][][][]).map(([ring]) => ring?.length)).toEqual([4, 4]);
});

test('the route needs no token, and what else the file of a pack says is not in it', async () => {
  const { status, body, etag } = await landOfRouting({});
  expect(status).toBe(200);
  expect(body['type']).toBe('FeatureCollection');
  expect(body['features']).toHaveLength(14);
  expect(JSON.stringify(body)).not.toContain('13800138000');
  expect((await landOfRouting({ 'if-none-match': String(etag) })).status).toBe(304);
});

test('the map of the sample town holds the 297 micro-grids of its life net, nobody’s name or number, and is small', () => {
  const inPack = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../../infra/packs/sample/${name}`, import.meta.url), 'utf8'));
  const town = parseTown(inPack('town.json'));
  const map = landShown(gridsAt(parseGrids(inPack('grids.geojson'), town), at), town.areas);
  expect(map.features.filter(({ properties: { net } }) => net === 'life')).toHaveLength(297);
  const names = map.features.flatMap(({ properties: { name } }) => [name.zh, name.en]);
  expect(names.filter(looksPersonal)).toEqual([]);
  expect(JSON.stringify(map).length).toBeLessThan(450_000);
});
