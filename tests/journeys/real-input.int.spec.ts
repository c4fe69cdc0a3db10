/** Real demands of real places, where they are at hand beside the project: the main job, as a newcomer does it. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ask, itemsOf } from './http.js';
import { clearAway, mulin, newFolder, newHome, patienceMs, root, startTown, type Town } from './real-town.js';

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
