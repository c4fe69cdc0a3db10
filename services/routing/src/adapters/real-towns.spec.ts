/** Real borders and real places, where they are at hand beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { buildPack, checkPack, lineOf, parseGrids, parseTown, type Wish } from '@mulin/pack';
import { flatbushGrids } from './flatbush-index.js';

const outside = new URL('../../../../../shared/data/', import.meta.url);
const cases = new URL('../../../../../shared/cases/maps/', import.meta.url);
const isThere = existsSync(outside);
const text = (name: string) => readFileSync(new URL(name, outside), 'utf8');

const told = isThere ? describe : describe.skip;
const toldOfCases = existsSync(cases) ? describe : describe.skip;
const say = (line: string) => process.stdout.write(`${line}\n`);
if (!isThere) say('There is no ../shared/data here: nothing is tried on real towns.');
if (!existsSync(cases)) say('There is no ../shared/cases/maps here: its maps are not tried.');

/** What is left out of a map, and what a check of its pack finds. */
const foundIn = (map: unknown, wish: Omit<Wish, 'grids'>) => {
  const { files, problems, ...counts } = buildPack({ ...wish, grids: map });
  const read = (name: string): unknown => JSON.parse(files[name] ?? 'null');
  const roles = ['grid-leader', 'village-committee', 'community-secretary', 'town-leader'];
  const startedAt = performance.now();
  const found = checkPack(
    { town: read('town.json'), grids: read('grids.geojson'), rosters: read('rosters.json') },
    { roles, now: instant('2026-06-01T00:00:00Z') },
  );
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  say(
    `${counts.grids} micro-grids checked in ${seconds} s: ${found.map((it) => lineOf(it)).join('; ') || 'nothing'}`,
  );
  const all = [...problems, ...found];
  return {
    ...counts,
    problems: all.filter(({ severity }) => severity !== 'note'),
    notes: all.filter(({ severity }) => severity === 'note').map(({ code }) => code),
  };
};

const precincts = {
  idField: 'ward_precinct',
  nameField: 'ward_precinct',
  zone: 'America/New_York',
  town: 'boston',
};

/** Fields of one line of CSV; a quoted one may hold commas and doubled quotes. */
const fieldsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  );

/** The city hall stands for a place that nobody knew. */
const isPlaceholder = (lat = '', lon = '') => lat === '42.3594' && lon === '-71.0587';

told('Real towns', () => {
  test('255 precincts make a pack in which nothing is wrong, and their slivers are counted', () => {
    expect(foundIn(JSON.parse(text('boston311/precincts.geojson')), precincts)).toEqual({
      grids: 255,
      communities: 22,
      problems: [],
      notes: ['no-area', 'slivers'],
    });
  });

  test('275 villages with Chinese names make a pack in which nothing is wrong', () => {
    const villages = { idField: 'code', nameField: 'village', zone: 'Asia/Taipei' };
    expect(foundIn(JSON.parse(text('geo/taiwan-miaoli-villages.geojson')), villages)).toEqual({
      grids: 275,
      communities: 18,
      problems: [],
      notes: ['repeated-point'],
    });
  });

  test('12 counties leave lakes, of which each is told and none is a mistake', () => {
    const counties = { idField: 'id', nameField: 'name', zone: 'Asia/Shanghai' };
    const { grids, problems, notes } = foundIn(JSON.parse(text('geo/weifang-counties.geojson')), counties);
    expect(grids).toBe(12);
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning surrounded-land']);
    // Two lie in one county: they were drawn as its holes.
    expect(notes).toEqual(['hole', 'hole']);
  });

  test('12,000 reported places find the precinct that the city had noted, nearly all of them', () => {
    const { files } = buildPack({ ...precincts, grids: JSON.parse(text('boston311/precincts.geojson')) });
    const town = parseTown(JSON.parse(files['town.json'] ?? ''));
    const drawn = parseGrids(JSON.parse(files['grids.geojson'] ?? ''), town);
    const grids = flatbushGrids(
      drawn.map((microGrid) => ({ type: 'MicroGridDrawn', data: { microGrid, version: 1, since: null } })),
    );

    const [head = '', ...lines] = text('boston311/cases-2015-demo.csv').split(/\r?\n/).filter(Boolean);
    const column = (name: string) => fieldsOf(head).indexOf(name);
    const [lat, lon, precinct] = [column('lat'), column('lon'), column('precinct')];
    const places = lines.map(fieldsOf).filter((fields) => fields[lat] !== '' && fields[lon] !== '');

    const at = instant('2015-06-01');
    const startedAt = performance.now();
    const found = places.map(
      (fields) =>
        grids.landFor('life', { lat: Number(fields[lat]), lon: Number(fields[lon]) }, at)?.microGrid ?? null,
    );
    const seconds = (performance.now() - startedAt) / 1_000;

    const hits = found.filter((it) => it !== null).length;
    const known = places.flatMap((fields, place) =>
      isPlaceholder(fields[lat], fields[lon]) ? [] : [found[place] === fields[precinct]],
    );
    const same = known.filter(Boolean).length;
    say(
      `${lines.length} rows, ${places.length} with a point: ${hits} find a precinct; of ${known.length} with a ` +
        `point of their own ${same} the one noted; ${Math.round(places.length / seconds)} lookups a second`,
    );
    expect(lines).toHaveLength(12_000);
    expect(hits).toBeGreaterThan(0.99 * places.length);
    // The points are rounded to eleven metres, and many lie on crossings, where precincts meet.
    expect(same).toBeGreaterThan(0.9 * known.length);
  });
});

toldOfCases('Maps that went wrong', () => {
  const map = (name: string): unknown => JSON.parse(readFileSync(new URL(name, cases), 'utf8'));
  const wish = { idField: 'id', nameField: 'name', zone: 'Asia/Shanghai' };

  test('the spike is named with its place', () => {
    expect(foundIn(map('spike.geojson'), wish).problems).toMatchObject([
      {
        code: 'spike',
        at: 'feature a',
        place: { lat: expect.closeTo(36.39, 6), lon: expect.closeTo(119.76, 6) },
      },
    ]);
  });

  test('the gap between a and b is named with place and size', () => {
    const { problems } = foundIn(map('gap.geojson'), wish);
    expect(problems).toMatchObject([
      {
        severity: 'mistake',
        code: 'gap',
        at: 'feature a, b',
        place: { lat: expect.closeTo(36.375, 3), lon: expect.closeTo(119.75025, 5) },
      },
    ]);
    // Half a thousandth of a degree by a hundredth.
    expect(problems[0]?.squareMetres).toBeGreaterThan(49_000);
    expect(problems[0]?.squareMetres).toBeLessThan(51_000);
  });
});
