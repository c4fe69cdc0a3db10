import { afterAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { surroundingsOf } from '../surroundings.js';
import { packBuildCommand, packCheckCommand } from './pack.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-cli-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = {
  folder,
  home: folder,
  url: 'http://127.0.0.1:1',
  token: undefined,
  databaseUrl: undefined,
  masterKey: undefined,
  stamp: () => 'now',
  now: () => '2026-06-01T00:00:00.000Z',
};
const surroundings = surroundingsOf(environment);

type Problem = Readonly<{ severity: string; code: string; at: string; text: string; sentence: object }>;
type Told = Readonly<{ ok?: boolean; problems: readonly Problem[]; notes?: readonly Problem[] }>;

const check = async (name: string, lang?: string) => {
  const { json, lines, exit } = await packCheckCommand(
    surroundings,
    name,
    lang === undefined ? {} : { lang },
  );
  return { ...(json as Told), lines, exit }; // as the surface promises
};

const sample = fileURLToPath(new URL('../../../../infra/packs/sample', import.meta.url));

type Duty = Readonly<{ account: string; role?: string }>;
type Rosters = Readonly<{ members: readonly Duty[]; leaders: readonly Duty[] }>;

/** The sample pack under a name of its own, with other rosters. */
const sampleWith = (name: string, change: (rosters: Rosters) => Rosters) => {
  cpSync(sample, path.join(folder, name), { recursive: true });
  const file = path.join(folder, name, 'rosters.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Rosters))); // our own file
};

const square = (id: string, west: number, more: object = {}) => ({
  type: 'Feature',
  properties: { id, name: id, ...more },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 36],
        [west + 0.01, 36],
        [west + 0.01, 36.01],
        [west, 36.01],
        [west, 36],
      ],
    ],
  },
});

const build = async (name: string, features: readonly object[]) => {
  writeFileSync(
    path.join(folder, `${name}.geojson`),
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  const options = { grids: `${name}.geojson`, id: 'id', name: 'name', zone: 'Asia/Shanghai', out: name };
  const { json, lines, exit } = await packBuildCommand(surroundings, options);
  return { ...(json as Told), lines, exit }; // as the surface promises
};

test('A town with two of fourteen micro-grids manned and no secretary has each hole named, and exit 1', async () => {
  sampleWith('holes', ({ members, leaders }) => ({
    members: members.slice(0, 2),
    leaders: leaders.filter(({ role }) => role !== 'community-secretary'),
  }));
  const { ok, problems, lines, exit } = await check('holes');
  expect({ ok, exit }).toEqual({ ok: false, exit: 1 });
  expect(problems.filter(({ code }) => code === 'nobody-on-duty')).toHaveLength(12);
  expect(problems.filter(({ code }) => code === 'role-unheld').map(({ at }) => at)).toEqual([
    'community mu/dongguan',
    'community mu/nanyuan',
  ]);
  expect(problems).toHaveLength(14);
  expect(lines).toContain(
    'warning  rosters.json: community mu/dongguan: nobody is community secretary of mu/dongguan (East Gate) at any time',
  );
});

test('The sample town has nothing to be found', async () => {
  cpSync(sample, path.join(folder, 'sample'), { recursive: true });
  expect(await check('sample')).toEqual({
    ok: true,
    problems: [],
    exit: 0,
    lines: ['sample describes a town, and nothing is wrong with it.'],
  });
});

describe('What is found is said', () => {
  test('in both languages for programs, and in one for people', async () => {
    sampleWith('leaderless', ({ members }) => ({ members, leaders: [] }));
    const english = await check('leaderless');
    const chinese = await check('leaderless', 'zh');
    expect(english.problems[0]).toMatchObject({
      severity: 'warning',
      sentence: { en: expect.stringContaining('nobody is'), zh: expect.stringContaining('没有') },
      text: expect.stringContaining('nobody is'),
    });
    expect(chinese.problems[0]?.text).toContain('没有');
    expect(chinese.lines[0]).toMatch(/^提醒 {2}rosters\.json：/);
    const inChina = surroundingsOf({ ...environment, locale: 'zh_CN.UTF-8' });
    expect((await packCheckCommand(inChina, 'leaderless')).lines).toEqual(chinese.lines);
    await expect(check('leaderless', 'fr')).rejects.toThrow('There is no language fr: en or zh.');
  });

  test('mistakes before warnings', async () => {
    sampleWith('both', ({ leaders }) => ({
      members: [],
      leaders: leaders.map((it) => ({ ...it, from: '2026-07-01T00:00:00Z', until: '2026-06-01T00:00:00Z' })),
    }));
    const { problems } = await check('both');
    const severities = problems.map(({ severity }) => severity);
    expect(severities.lastIndexOf('mistake')).toBeLessThan(severities.indexOf('warning'));
    expect(
      new Set(problems.filter(({ severity }) => severity === 'mistake').map(({ code }) => code)),
    ).toEqual(new Set(['ends-before-it-begins']));
  });
});

describe('Build and check agree', () => {
  test('on a map without a flaw: nothing is found, and a town can start', async () => {
    const built = await build('good', [square('west', 119), square('east', 119.01)]);
    expect(built).toMatchObject({ problems: [], exit: 0 });
    expect(built.lines.at(-1)).toBe('Start a town with it: MULIN_PACK=good npm start');
    expect(await check('good')).toMatchObject({ ok: true, problems: [], exit: 0 });
  });

  test('on a gap: both name it, and build does not say that a town can start', async () => {
    const built = await build('gap', [square('west', 119), square('east', 119.0105)]);
    const { problems, exit } = await check('gap');
    expect(built).toMatchObject({
      exit: 1,
      problems: [{ severity: 'mistake', code: 'gap', at: 'feature east, west' }],
    });
    expect({ problems, exit }).toEqual({ problems: built.problems, exit: 1 });
    expect(built.lines.at(-1)).toMatch(/^A town does not start with it before the mistakes are mended/);
  });

  test('on slivers: both count them, and nothing is wrong', async () => {
    const built = await build('slivers', [square('west', 119), square('east', 119.009_996)]);
    expect(built).toMatchObject({ exit: 0, problems: [], notes: [{ code: 'slivers' }] });
    const checked = await check('slivers');
    expect(checked).toMatchObject({ ok: true, problems: [], exit: 0, notes: built.notes });
    expect(checked.lines[0]).toMatch(/^note {2}grids\.geojson: net life: tolerated: 1 sliver/);
  });

  test('but for what was left out, which only build can see', async () => {
    const built = await build('doubled', [square('m1', 119), square('m1', 119.01)]);
    expect(built).toMatchObject({
      exit: 1,
      problems: [{ severity: 'mistake', code: 'id-twice', at: 'feature m1' }],
    });
    expect(built.lines.at(-1)).toBe('Start a town with it: MULIN_PACK=doubled npm start');
    expect(await check('doubled')).toMatchObject({ ok: true, exit: 0 });
  });
});
