import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { checkedPack, isMistake, lineOf, problemsOfPack } from '@mulin/pack';
import { ConfigurationError, readPack } from '@mulin/service';
import { fileURLToPath } from 'node:url';
import { twoSquares } from './two-squares.testing.js';

const spoilt = (file: string, spoil: (text: string) => string | null) =>
  twoSquares((name, text) => (name === file ? spoil(text) : text));

const now = instant('2026-06-01T00:00:00Z');

type Listed = Readonly<Record<string, readonly object[]>>;

/** Each entry of a list in a file, changed; `null` leaves it out. */
const changed = (file: string, list: string, change: object | ((place: number) => object | null)) =>
  spoilt(file, (text) => {
    const json = JSON.parse(text) as Listed; // as `buildPack` wrote it
    const entries = (json[list] ?? []).flatMap((entry, place) => {
      const more = typeof change === 'function' ? change(place) : change;
      return more === null ? [] : [{ ...entry, ...more }];
    });
    return JSON.stringify({ ...json, [list]: entries });
  });

/** The eastern square begins so many degrees farther east; each feature has a line. */
const moved = (by: number) =>
  spoilt('grids.geojson', (text) =>
    text
      .split('\n')
      .map((line) => (line.includes('"id":"east"') ? line.replaceAll('119.01,', `${119.01 + by},`) : line))
      .join('\n'),
  );

describe('A town pack', () => {
  test('that is whole gives each service what it reads', () => {
    const folder = twoSquares();
    const { town, intake, routing, slaTimer } = readPack(folder);
    expect(town).toMatchObject({ town: 'mu', zone: 'Asia/Shanghai' });
    expect(routing.grids.map(({ id }) => id).sort()).toEqual(['east', 'west']);
    expect(intake.menu.length).toBeGreaterThan(0);
    expect(slaTimer.policies.length).toBeGreaterThan(0);
    expect(problemsOfPack(folder, now)).toEqual([]);
  });

  test.each([
    ['a file is missing', 'menu.json', () => null, /menu\.json: the pack has no file menu\.json/],
    [
      'a file is no JSON',
      'town.json',
      () => '{\n  "town": oops',
      /town\.json: it is not JSON.*line 2, column 11/,
    ],
    [
      'a file breaks off',
      'rosters.json',
      (text: string) => text.slice(0, 20),
      /rosters\.json: it is not JSON/,
    ],
    ['a file says something else', 'policies.json', () => '{}', /policies\.json: policies/],
    [
      'a zone is none',
      'town.json',
      (text: string) => text.replace('Asia/Shanghai', 'Mars'),
      /town\.json.*Mars/,
    ],
    [
      'a grid is a line',
      'grids.geojson',
      (text: string) => text.replace('MultiPolygon', 'LineString'),
      /grids/,
    ],
    [
      'a roster names a micro-grid that is not there',
      'rosters.json',
      (text: string) => text.replace('"west"', '"moon"'),
      /rosters\.json: members: there is no micro-grid moon/,
    ],
    [
      'two micro-grids cover the same land',
      'grids.geojson',
      (text: string) => text.replaceAll('119.02', '119.006'),
      /grids\.geojson: .*overlap/,
    ],
    [
      'a calendar is of another zone than the town',
      'calendars.json',
      (text: string) => text.replace('Asia/Shanghai', 'Asia/Tokyo'),
      /calendars\.json: .*Asia\/Tokyo is not the zone of the town/,
    ],
    [
      'a menu item has no policy',
      'menu.json',
      (text: string) => text.replace(/"policy": "[a-z-]+"/, '"policy": "nowhere"'),
      /menu\.json: .*policies\.json has no policy nowhere/,
    ],
  ])('is refused with one sentence when %s', (_, file, spoil, sentence) => {
    const folder = spoilt(file, spoil);
    expect(() => readPack(folder)).toThrow(ConfigurationError);
    expect(() => readPack(folder)).toThrow(sentence);
    expect(
      problemsOfPack(folder, now)
        .map((it) => lineOf(it))
        .join('; '),
    ).toMatch(sentence);
  });
});

test('Every mistake is named at once, whichever file it is in', () => {
  const folder = twoSquares((name, text) => {
    if (name === 'menu.json') return text.replace(/"policy": "[a-z-]+"/, '"policy": "nowhere"');
    return name === 'rosters.json' ? text.replace('"west"', '"moon"') : text;
  });
  expect(() => readPack(folder)).toThrow(/no micro-grid moon.*no policy nowhere/s);
});

describe('Start and check agree', () => {
  test.each([
    ['a whole pack', twoSquares(), []],
    ['a file that is missing', spoilt('rosters.json', () => null), ['no-file']],
    ['a gap', moved(0.0005), ['gap']],
    ['an overlap', moved(-0.0005), ['overlap']],
    ['nobody on duty', spoilt('rosters.json', () => '{"members": [], "leaders": []}'), []],
    ['an empty ladder', changed('policies.json', 'policies', { ladder: [] }), []],
    [
      'a policy that is gone',
      changed('policies.json', 'policies', (place) => (place === 0 ? null : {})),
      ['unknown-policy'],
    ],
    [
      'a duty of nowhere',
      spoilt('rosters.json', (text) => text.replaceAll('mu/mu', 'mu/mars')),
      ['unknown-place', 'unknown-place', 'unknown-place'],
    ],
    [
      'a calendar by which nobody works',
      changed('calendars.json', 'calendars', { week: {}, publicDays: undefined }),
      ['calendar-never-works'],
    ],
  ])('on %s: what check calls a mistake start refuses, and nothing else', (_, folder, codes) => {
    const mistakes = problemsOfPack(folder, now).filter(isMistake);
    expect(mistakes.map(({ code }) => code)).toEqual(codes);
    expect(checkedPack(folder).mistakes).toEqual(mistakes);
    if (mistakes.length === 0) expect(() => readPack(folder)).not.toThrow();
    else for (const it of mistakes) expect(() => readPack(folder)).toThrow(lineOf(it));
  });

  test('at any moment: a roster that runs out keeps no town from starting', () => {
    const folder = spoilt('rosters.json', (text) => {
      const { members } = JSON.parse(text) as Listed; // as `buildPack` wrote it
      const until = '2026-03-01T00:00:00+08:00';
      return JSON.stringify({ members: members?.map((it) => ({ ...it, until })), leaders: [] });
    });
    const found = problemsOfPack(folder, now);
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning nobody-on-duty',
      'warning nobody-on-duty',
      ...Array.from({ length: 4 }, () => 'warning role-unheld'),
    ]);
    expect(() => readPack(folder)).not.toThrow();
  });
});

test('A folder that is none of a pack is told once', () => {
  const found = problemsOfPack(fileURLToPath(new URL('.', import.meta.url)), now);
  expect(found.map(({ code }) => code)).toEqual(['no-pack']);
  expect(found[0]?.sentence.zh).toContain('没有可读取的文件');
});

test('Everything is said in English and in Chinese', () => {
  const folder = twoSquares((name, text) => {
    switch (name) {
      case 'policies.json':
        return text.replace('"hour"', '"fortnight"');
      case 'menu.json':
        return text.replace('"id": "housing"', '"id": "Housing!"');
      case 'rosters.json':
        return text.replace('"west"', '"moon"');
      case 'calendars.json':
        return text.replace('08:30', '8:30');
      case 'town.json':
        return text.replace('Asia/Shanghai', 'Mars');
      default:
        return text.replace('MultiPolygon', 'LineString');
    }
  });
  const found = problemsOfPack(folder, now);
  expect(new Set(found.map(({ file }) => file)).size).toBe(6);
  for (const { sentence } of found) {
    expect(sentence.zh).toMatch(/\p{Script=Han}/u);
    expect(sentence.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('In the sample town nothing is found', () => {
  const sample = fileURLToPath(new URL('../../../../infra/packs/small', import.meta.url));
  expect(problemsOfPack(sample, now)).toEqual([]);
});
