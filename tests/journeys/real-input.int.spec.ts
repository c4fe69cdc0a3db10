/** Real demands of real places, where they are at hand beside the project: the main job, as a newcomer does it. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ask, itemsOf } from './http.js';
import {
  clearAway,
  mulin,
  newFolder,
  newHome,
  patienceMs,
  root,
  startTown,
  type Town,
  until,
} from './real-town.js';
import { expectRecomputed } from './recomputed-rates.js';

jest.setTimeout(patienceMs);
const shared = path.resolve(root, '../shared/data');
const isThere = existsSync(shared);
if (!isThere) process.stdout.write('There is no ../shared/data here: no real demands are tried.\n');
const told = isThere ? describe : describe.skip;

const folder = newFolder();
const pack = path.join(folder, 'boston');
const data = (name: string) => path.join(shared, name);

/** What residents wrote, by the number of their letter. */
const letters = (): ReadonlyMap<unknown, string> =>
  new Map(
    readFileSync(data('chinese/board-replies-2816.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Readonly<{ id: number; title: string; body: string }>)
      .map(({ id, title, body }) => [String(id), `${title.trim()}\n${body.trim()}`]),
  );

const sourceIn = (archive: unknown): unknown =>
  typeof archive === 'object' && archive !== null && 'sourceId' in archive ? archive.sourceId : undefined;

/** Town, community, village, grid, micro-grid: a pack that is made of a map has them all. */
const precinctDepth = 5;

type Share = Readonly<{ of: number; yes: number }>;
type Ring = readonly (readonly [lon: number, lat: number])[];
type Feature = Readonly<{
  properties: Readonly<Record<string, unknown>>;
  geometry: Readonly<{ type: string; coordinates: readonly Ring[] | readonly (readonly Ring[])[] }>;
}>;

/** Whether a ray to the east crosses the ring an odd number of times. */
const crosses = (ring: Ring, [x, y]: readonly [number, number]): boolean =>
  ring.filter(([x1, y1], nth) => {
    const [x2, y2] = ring[(nth + 1) % ring.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
  }).length %
    2 ===
  1;

const asOf = '2016-01-12T16:00:00';

/** By its row alone; `null`: it had no target, or was not over and not late by then. */
const isOnTime = (row: Readonly<Partial<Record<string, string>>>): boolean | null => {
  const { target_local: target = '', closed_local: closed = '' } = row;
  if (target === '') return null;
  if (closed === '') return target < asOf ? false : null;
  return closed <= target;
};

/** By the map and the rows of the file alone: which precinct a point lies in, and what became of each target. */
const onTimeByPrecinct = (): ReadonlyMap<string, Share> => {
  const { features } = JSON.parse(readFileSync(data('boston311/precincts.geojson'), 'utf8')) as {
    features: readonly Feature[];
  };
  const precincts = features.map(({ properties, geometry }) => ({
    id: String(properties['ward_precinct']),
    // By its type: a polygon is a list of rings, several are a list of such lists.
    rings: (geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.coordinates.flat()) as readonly Ring[],
  }));
  const [head = '', ...lines] = readFileSync(data('boston311/cases-2015-demo.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  const found = new Map<string, Share>();
  for (const line of lines) {
    // No field of this file has a comma in it.
    const row = Object.fromEntries(line.split(',').map((text, place) => [names[place], text]));
    const isMet = isOnTime(row);
    const point = [Number(row['lon']), Number(row['lat'])] as const;
    const here = precincts.find(({ rings }) => rings.filter((ring) => crosses(ring, point)).length % 2 === 1);
    if (isMet === null || here === undefined) continue;
    const { of, yes } = found.get(here.id) ?? { of: 0, yes: 0 };
    found.set(here.id, { of: of + 1, yes: yes + (isMet ? 1 : 0) });
  }
  return found;
};

let town: Town;
afterAll(clearAway);

told('Real places and real demands', () => {
  beforeAll(async () => {
    const fields = ['--id', 'ward_precinct', '--name', 'ward_precinct', '--zone', 'America/New_York'];
    const grids = data('boston311/precincts.geojson');
    const built = await mulin({}, 'pack', 'build', '--grids', grids, ...fields, '--out', pack);
    expect(built).toMatchObject({ code: 0, json: { grids: 255, problems: [] } });
    town = await startTown({ MULIN_HOME: newHome(), MULIN_PACK: pack });
  });

  test('a map of 255 precincts is a pack that nothing is wrong with', async () => {
    expect(await mulin({}, 'pack', 'check', pack)).toMatchObject({
      code: 0,
      json: { ok: true, problems: [] },
    });
  });

  test('12,000 demands of a city are registered, routed and judged as the city itself has judged them', async () => {
    const { code, json } = await town.mulin(
      'import',
      data('boston311/cases-2015-demo.csv'),
      '--mapping',
      'boston311',
    );
    expect({ code, json }).toMatchObject({
      code: 0,
      json: {
        read: 12_000,
        registered: 12_000,
        known: 0,
        rejected: 0,
        flagged: 17,
        agreeing: 9_389,
        disagreeing: 0,
        undecided: 2_611,
        rejectedFile: null,
      },
    });
    expect(Number(json['routed']) + Number(json['unrouted'])).toBe(12_000);
  });

  test('its rate on time is, precinct by precinct, what the file itself comes to', async () => {
    const recomputed = [...onTimeByPrecinct()].sort(([one], [other]) => (one < other ? -1 : 1));
    expect(recomputed.length).toBeGreaterThan(200);
    const all = recomputed.reduce((sum, [, { of }]) => sum + of, 0);
    const rates = async () =>
      (await town.mulin('rates')).json['rates'] as readonly { area: string; counts: { onTime: Share } }[];
    const shown = await until(
      'the rates are of all rows',
      rates,
      ([whole]) => whole?.counts.onTime.of === all,
    );
    const said = shown
      .filter(({ area }) => area.split('/').length === precinctDepth)
      .map(({ area, counts }) => [area.split('/').at(-1) ?? '', counts.onTime] as const)
      .filter(([, { of }]) => of > 0);
    expect(said.toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual(recomputed);
  });

  test('its rates are what an outsider makes of its public events', async () => {
    await expectRecomputed(town, { by: ['area', 'item', 'channel'], weights: '30/35/35' });
  });

  test('2,816 letters in Chinese become cases whose words can be read again to the letter', async () => {
    const { code, json } = await town.mulin(
      'import',
      data('chinese/board-replies-2816.jsonl'),
      '--mapping',
      'board-replies',
    );
    expect({ code, json }).toMatchObject({ code: 0, json: { read: 2_816, registered: 2_816, rejected: 0 } });

    const tokenOf = async (role: string) => String((await town.mulin('token', '--role', role)).json['token']);
    const [operator, clerk] = [await tokenOf('operator'), await tokenOf('hotline-clerk')];
    const list = await ask(town.url, {
      method: 'GET',
      path: '/api/v1/cases?batch=board-replies',
      who: operator,
    });
    const written = letters();
    for (const { caseId, archive } of itemsOf(list.body).slice(0, 20)) {
      const path = `/api/v1/cases/${String(caseId)}/words?purpose=answering`;
      const { body } = await ask(town.url, { method: 'GET', path, who: clerk });
      expect(body['words']).toBe(written.get(sourceIn(archive)));
    }
  });

  test('all 46 deadlines of the table fall on the moments that it says', async () => {
    expect(await mulin({}, 'clocks', 'check', data('vectors/deadlines.json'))).toMatchObject({
      code: 0,
      json: { checked: 46, agreeing: 46, disagreeing: 0, differences: [] },
    });
  });
});
