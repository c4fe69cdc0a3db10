/** What a page must know of a town before anybody has signed in. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from './http.js';
import { openSampleTown, type SampleTown } from './sample-town.js';

const it: { town?: SampleTown } = {};
const asked = async (path: string) => {
  if (it.town === undefined) throw new Error('the town is open while its story is told');
  return ask(it.town.url, { method: 'GET', path });
};

beforeAll(async () => {
  it.town = await openSampleTown('2026-03-02T09:00:00+08:00');
});
afterAll(() => it.town?.close());

test('the town says how it is called, how far it reaches and what its map shows', async () => {
  const { status, body, headers } = await asked('/api/v1/town');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    town: 'mu',
    zone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    nets: ['life', 'production', 'commerce'],
    map: null,
  });
  expect(headers.get('cache-control')).toBe('public, max-age=3600');
});

test('its bounds are those of the borders that it draws', async () => {
  const [town, map] = [await asked('/api/v1/town'), await asked('/api/v1/grids')];
  // As the description of the API says, to which both were held.
  const features = map.body['features'] as readonly { geometry: { coordinates: number[][][] } }[];
  const positions = features.flatMap(({ geometry }) => geometry.coordinates.flat());
  const [lons, lats] = [positions.map(([lon = 0]) => lon), positions.map(([, lat = 0]) => lat)];
  expect(town.body['bounds']).toEqual([
    Math.min(...lons),
    Math.min(...lats),
    Math.max(...lons),
    Math.max(...lats),
  ]);
});
