import { describe, expect, test } from '@jest/globals';
import { Misconfigured } from '@mulin/service';
import { problemsOfPack, readPack } from './read-pack.js';
import { twoSquares } from './two-squares.fixture.js';

const spoilt = (file: string, spoil: (text: string) => string | null) =>
  twoSquares((name, text) => (name === file ? spoil(text) : text));

describe('A town pack', () => {
  test('that is whole gives each service what it reads', async () => {
    const folder = twoSquares();
    const { town, intake, routing, slaTimer } = readPack(folder);
    expect(town).toMatchObject({ town: 'mu', zone: 'Asia/Shanghai' });
    expect(routing.grids.map(({ id }) => id).sort()).toEqual(['east', 'west']);
    expect(intake.menu.length).toBeGreaterThan(0);
    expect(slaTimer.policies.length).toBeGreaterThan(0);
    expect(await problemsOfPack(folder)).toEqual([]);
  });

  test.each([
    ['a file is missing', 'menu.json', () => null, /has no file menu\.json/],
    [
      'a file is no JSON',
      'town.json',
      () => '{\n  "town": oops',
      /town\.json is not JSON.*line 2, column 11/,
    ],
    ['a file breaks off', 'rosters.json', (text: string) => text.slice(0, 20), /rosters\.json is not JSON/],
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
  ])('is refused with one sentence when %s', async (_, file, spoil, sentence) => {
    const folder = spoilt(file, spoil);
    expect(() => readPack(folder)).toThrow(Misconfigured);
    expect(() => readPack(folder)).toThrow(sentence);
    expect((await problemsOfPack(folder)).join('; ')).toMatch(sentence);
  });
});
