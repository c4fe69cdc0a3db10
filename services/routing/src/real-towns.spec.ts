/** Real borders and real places, where they are at hand beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { flatbushGrids } from './adapters/flatbush-grids.js';
import { buildPack } from './pack/build.js';
import { parseGrids } from './pack/grids.js';
import { parseTown } from './pack/town.js';

const outside = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(outside);
const text = (name: string) => readFileSync(new URL(name, outside), 'utf8');

const told = isThere ? describe : describe.skip;
const say = (line: string) => process.stdout.write(`${line}\n`);
if (!isThere) say('There is no ../shared/data here: nothing is tried on real towns.');

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
  test('255 precincts make a pack in which nothing is wrong', () => {
    const built = buildPack({ ...precincts, grids: JSON.parse(text('boston311/precincts.geojson')) });
    expect(built).toMatchObject({ grids: 255, communities: 22, problems: [] });
  });

  test('275 villages with Chinese names make a pack in which nothing is wrong', () => {
    const grids: unknown = JSON.parse(text('geo/taiwan-miaoli-villages.geojson'));
    const built = buildPack({ grids, idField: 'code', nameField: 'village', zone: 'Asia/Taipei' });
    expect(built).toMatchObject({ grids: 275, communities: 18, problems: [] });
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
