import { afterAll, describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkedPack } from '@mulin/pack';
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
type Told = Readonly<{
  ok?: boolean;
  written?: boolean;
  problems: readonly Problem[];
  notes?: readonly Problem[];
}>;

const check = async (name: string, lang?: string) => {
  const { json, lines, exit } = await packCheckCommand(
    surroundings,
    name,
    lang === undefined ? {} : { lang },
  );
  return { ...(json as Told), lines, exit }; // as the surface promises
};

const sample = fileURLToPath(new URL('../../../../infra/packs/small', import.meta.url));

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

const build = async (name: string, features: readonly object[], more: object = {}) => {
  writeFileSync(
    path.join(folder, `${name}.geojson`),
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  const options = {
    grids: `${name}.geojson`,
    id: 'id',
    name: 'name',
    zone: 'Asia/Shanghai',
    out: name,
    ...more,
  };
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
    expect(chinese.lines[0]).toMatch(/^提醒 {2}同类问题共 13 处，例如 rosters\.json：网格 /);
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

  test('on a gap: build names it and writes nothing, a draft is what a check says of it', async () => {
    const features = [square('west', 119), square('east', 119.0105)];
    const refused = await build('gap', features);
    expect(refused).toMatchObject({
      exit: 1,
      written: false,
      problems: [{ severity: 'mistake', code: 'gap', at: 'feature east, west' }],
    });
    expect(refused.lines.at(-1)).toMatch(/^Nothing was written: 2 micro-grids in 1 community, and a town/);
    expect(existsSync(path.join(folder, 'gap'))).toBe(false);

    const draft = await build('gap', features, { draft: true });
    const { problems, exit } = await check('gap');
    expect({ problems, exit }).toEqual({ problems: draft.problems, exit: 1 });
    expect(draft).toMatchObject({ written: true, problems: refused.problems });
    expect(draft.lines.at(-1)).toMatch(/^A town does not start with it before the mistakes are mended/);
    expect(checkedPack(path.join(folder, 'gap')).mistakes.map(({ code }) => code)).toEqual(['gap']);
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

describe('A file that was edited by hand', () => {
  const features = [square('west', 119), square('east', 119.01)];
  const edit = (name: string) =>
    writeFileSync(
      path.join(folder, name, 'town.json'),
      readFileSync(path.join(folder, name, 'town.json'), 'utf8').replace('"en": "edited"', '"en": "By hand"'),
    );

  test('is not written over: nothing is, until that is asked for', async () => {
    await build('edited', features);
    await build('edited', [square('west', 119), square('middle', 119.01)]);
    const towns = path.join(folder, 'edited', 'town.json');
    edit('edited');
    const mine = readFileSync(towns, 'utf8');
    const map = readFileSync(path.join(folder, 'edited', 'grids.geojson'), 'utf8');

    await expect(build('edited', features)).rejects.toThrow(
      'Nothing was written: town.json of edited was edited by hand',
    );
    await expect(build('edited', features, { lang: 'zh' })).rejects.toThrow(
      'town.json 已被手工或其他程序修改',
    );
    expect(readFileSync(towns, 'utf8')).toBe(mine);
    expect(readFileSync(path.join(folder, 'edited', 'grids.geojson'), 'utf8')).toBe(map);

    expect(await build('edited', features, { force: true })).toMatchObject({ written: true });
    expect(readFileSync(towns, 'utf8')).not.toBe(mine);
  });

  test('or that nobody knows of is not written over either', async () => {
    await build('unknown', features);
    rmSync(path.join(folder, 'unknown', '.built.json'));
    expect(await build('unknown', features)).toMatchObject({ written: true });
    rmSync(path.join(folder, 'unknown', '.built.json'));
    await expect(build('unknown', [square('west', 119)])).rejects.toThrow(
      /rosters\.json of unknown were edited/,
    );
  });
});

test('A property that is not there is answered with those that are, in the language of the call', async () => {
  const features = [square('west', 119, { 村名: '西村' }), square('east', 119.01, { 村名: '东村' })];
  await expect(build('wrong-id', features, { id: 'code' })).rejects.toThrow(
    'wrong-id.geojson holds no micro-grid that can be used: no feature has the property code; the properties are: id, name, 村名',
  );
  await expect(build('wrong-name', features, { name: '名称', lang: 'zh' })).rejects.toThrow(
    '没有要素带有属性 名称；已有的属性：id、name、村名',
  );
  await expect(build('wrong-community', features, { community: 'town' })).rejects.toThrow(
    'no feature has the property town',
  );
});

test('Three hundred equal sentences are one, with their number and examples', async () => {
  const features = Array.from({ length: 300 }, (_, place) => ({
    ...square(`m${place}`, 119 + place * 0.01),
    ...(place < 2 ? {} : { geometry: null }),
  }));
  const { lines, problems } = await build('many', features);
  expect(problems).toHaveLength(298);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe(
    'mistake  298 of one kind, such as feature m2: was left out: has no geometry; the same at feature m3, feature m4, feature m5 and 294 more',
  );
  const inChinese = await build('many', features, { lang: 'zh' });
  expect(inChinese.lines[1]).toBe(
    '错误  同类问题共 298 处，例如 要素 m2：未采用：缺少几何图形；同样见于 要素 m3、要素 m4、要素 m5 等另外 297 处',
  );
});

test('A map in GBK is read as its office wrote it', async () => {
  // 村 in GBK.
  const [before, after] = JSON.stringify({
    type: 'FeatureCollection',
    features: [square('west', 119, { label: '@' })],
  }).split('@');
  const bytes = Buffer.concat([
    Buffer.from(before ?? ''),
    Buffer.from([0xb4, 0xe5]),
    Buffer.from(after ?? ''),
  ]);
  writeFileSync(path.join(folder, 'gbk.geojson'), bytes);
  const options = { id: 'id', name: 'label', zone: 'Asia/Shanghai' };
  const { json, exit } = await packBuildCommand(surroundings, {
    ...options,
    grids: 'gbk.geojson',
    out: 'gbk',
  });
  expect({ json, exit }).toMatchObject({ exit: 0, json: { grids: 1, notes: [{ code: 'encoding' }] } });
  expect(readFileSync(path.join(folder, 'gbk', 'grids.geojson'), 'utf8')).toContain('"name":"村"');
});
