/** What a page must know of a town before anybody has signed in. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from './http.js';
import { atRiverHead, openSampleTown, type SampleTown, storyOf } from './sample-town.js';

const it: { town?: SampleTown } = {};
const town = (): SampleTown => {
  if (it.town === undefined) throw new Error('the town is open while its story is told');
  return it.town;
};
const asked = (path: string) => ask(town().url, { method: 'GET', path });

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

test('what is promised is what is then owed', async () => {
  const { status, body } = await asked('/api/v1/promised-time?menuItem=sanitation');
  expect(status).toBe(200);
  const promised = body['promised'] as readonly { clock: string; dueAt: string }[];
  expect(promised.map(({ clock }) => clock)).toContain('complete');
  const demand = { menuItem: 'sanitation', words: 'The bin is full.', place: atRiverHead };
  const registered = await town().post('hotline-clerk', '/api/v1/cases', demand);
  const { clocks } = await storyOf(town(), String(registered.body['number']));
  for (const { clock, dueAt } of promised)
    expect(clocks.find(({ name }) => name === `${clock}/1`)?.due).toBe(dueAt);
  expect((await asked('/api/v1/promised-time?menuItem=the-moon')).body['code']).toBe('no-such-menu-item');
});
