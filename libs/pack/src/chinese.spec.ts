/** What is said in Chinese holds no English: only names of files, ids and values as they stand in a file. */
import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { buildPack } from './build/build.js';
import { placeInChinese } from './chinese.js';
import { problemsOfFiles } from './check/whole-pack.js';
import { lineOf } from './problem.js';
import { filesOf, type PackFiles } from './read/files.js';

const box = (west: number) => [
  [west, 36],
  [west + 0.01, 36],
  [west + 0.01, 36.01],
  [west, 36.01],
  [west, 36],
];
const good = filesOf(
  buildPack({
    grids: {
      type: 'FeatureCollection',
      features: ['1', '2'].map((id, place) => ({
        type: 'Feature',
        properties: { id, name: `村${id}` },
        geometry: { type: 'Polygon', coordinates: [box(119 + place * 0.01)] },
      })),
    },
    idField: 'id',
    nameField: 'name',
    zone: 'Asia/Shanghai',
    town: 'm',
  }).files,
);

type Json = Record<string, unknown>;
type Spoil = (files: Record<keyof PackFiles, Json>) => void;
const listIn = (file: Json, name: string): Json[] => file[name] as Json[];
const policyOf = (files: Record<keyof PackFiles, Json>): Json => listIn(files.policies, 'policies')[0] ?? {};
const clocksOf = (files: Record<keyof PackFiles, Json>): Json[] => listIn(policyOf(files), 'clocks');
const featureOf = (files: Record<keyof PackFiles, Json>): Json => listIn(files.grids, 'features')[0] ?? {};
const propertiesOf = (files: Record<keyof PackFiles, Json>): Json => featureOf(files)['properties'] as Json;

/** Values and ids that a file has, and no sentence of ours. */
const theirs =
  /\b(Asia\/\w+|Mars\/\w+|WGS ?84|GCJ02|BD09|EPSG(:\d+)?|foo|life|production|commerce|(town|rosters|menu|policies|calendars|mediation)\.json|grids\.geojson|JSON|m(\/[\w./-]+)?|[\w-]+@m[\w/.-]*)\b/g;

const englishIn = (files: Record<string, unknown>): readonly string[] =>
  problemsOfFiles(files as PackFiles, instant('2026-06-01T00:00:00Z'))
    .map((it) => lineOf(it, 'zh'))
    // A policy and a menu item are called by their ids.
    .filter((line) =>
      /[A-Za-z]{3,}/.test(
        line
          .replaceAll(/(?<=须为下列之一：.*)[a-z-]+（/g, '')
          .replaceAll(/(时限规则|服务事项|日历|policies\.json：) ?[a-z][a-z-]+/g, '')
          .replaceAll(theirs, ''),
      ),
    );

const linesOf = (files: Record<string, unknown>): number =>
  problemsOfFiles(files as PackFiles, instant('2026-06-01T00:00:00Z')).length;

const spoils: Readonly<Record<string, Spoil>> = {
  'a field that is missing': (files) => delete files.town['zone'],
  'a field of another kind': (files) => void (files.town['areas'] = 'all'),
  'a field that nobody knows': (files) => void (files.town['foo'] = 1),
  'a zone that is none': (files) => void (files.town['zone'] = 'Mars/North'),
  'a datum that is none': (files) => void (files.town['datum'] = 'foo'),
  'a name that is empty': (files) => void (files.town['name'] = { zh: '', en: '' }),
  'a place off the earth': (files) => void (files.town['outside'] = [{ lat: 119, lon: 36 }]),
  'an empty list': (files) => void (files.menu['items'] = []),
  'a net that is none': (files) => void (propertiesOf(files)['net'] = 'foo'),
  'no net': (files) => delete propertiesOf(files)['net'],
  'no geometry': (files) => void (featureOf(files)['geometry'] = null),
  'an area that is not there': (files) => void (propertiesOf(files)['area'] = 'm/x/y/z/1'),
  'an id that is too long': (files) => void (propertiesOf(files)['id'] = '1'.repeat(80)),
  'a role that is none': (files) => void ((listIn(files.rosters, 'leaders')[0] ?? {})['role'] = 'foo'),
  'a moment that is none': (files) => void ((listIn(files.rosters, 'members')[0] ?? {})['from'] = 'foo'),
  'nobody on duty': (files) => void (files.rosters['members'] = []),
  'nobody who leads': (files) => void (files.rosters['leaders'] = []),
  'a role at a wrong level': (files) => void ((listIn(files.rosters, 'leaders')[0] ?? {})['area'] = 'm'),
  'a policy without its calendar': (files) => void (policyOf(files)['calendar'] = 'foo'),
  'a length of nothing': (files) => void ((clocksOf(files)[0] ?? {})['length'] = { unit: 'hour', amount: 0 }),
  'a unit that is none': (files) => void ((clocksOf(files)[0] ?? {})['length'] = { unit: 'foo', amount: 1 }),
  'a clock that is none': (files) => void ((clocksOf(files)[0] ?? {})['name'] = 'foo'),
  'no clock for the whole': (files) =>
    void (policyOf(files)['clocks'] = clocksOf(files).filter(({ name }) => name !== 'complete')),
  'a ladder that goes backwards': (files) =>
    void (policyOf(files)['ladder'] = [
      { share: 1, to: 'town-leader' },
      { share: 0.5, to: 'grid-member' },
      { share: 0.5, to: 'grid-member' },
      { after: { unit: 'working-day', amount: -30 }, to: 'grid-leader' },
    ]),
  'urgent that takes longest': (files) =>
    void ((clocksOf(files).find(({ name }) => name === 'complete') ?? {})['urgencies'] = {
      urgent: { unit: 'calendar-day', amount: 99 },
    }),
  'hours that overlap': (files) =>
    void ((listIn(files.calendars, 'calendars')[0] ?? {})['week'] = {
      'mon-fri': [
        ['08:00', '12:00'],
        ['11:00', '13:00'],
      ],
    }),
  'a day that is none': (files) =>
    void ((listIn(files.calendars, 'calendars')[0] ?? {})['overrides'] = { '2026-02-30': [] }),
  'terms of mediation that go backwards': (files) =>
    void (files.mediation = {
      colours: {
        red: {
          calendar: 'town',
          clocks: [{ name: 'settle', length: { unit: 'calendar-day', amount: 10 }, ladder: [] }],
          ladder: [
            { share: 1, to: 'holder' },
            { share: 0.5, to: 'holder' },
          ],
        },
      },
    }),
  'terms of mediation by no calendar': (files) =>
    void (files.mediation = { promises: { calendar: 'foo', clocks: [] } }),
  'a window of the court of its own': (files) =>
    void (files.mediation = {
      colours: {
        green: {
          calendar: 'town',
          clocks: [{ name: 'confirm', length: { unit: 'calendar-day', amount: 10 } }],
        },
      },
    }),
  'terms of mediation that are none': (files) =>
    void (files.mediation = { colours: { red: { calendar: 'town', clocks: [{ name: 'sing' }] } } }),
  'holidays of nowhere': (files) =>
    void ((listIn(files.calendars, 'calendars')[0] ?? {})['publicDays'] = 'foo'),
};

test.each(Object.entries(spoils))('A pack with %s', (_, spoil) => {
  const files = structuredClone(good) as Record<keyof PackFiles, Json>;
  spoil(files);
  expect(linesOf(files)).toBeGreaterThan(0);
  expect(englishIn(files)).toEqual([]);
});

test.each([
  ['features.3 properties.net', '要素第4项 属性·网'],
  ['feature a, b', '要素 a、b'],
  ['feature area', '要素 area'],
  ['members.0 (li-wei)', '网格员第1项（li-wei）'],
  ['calendars.0.week.mon-fri[1]', '日历第1项·每周工作时间·周一至周五第2项'],
  ['menu item lamp', '服务事项 lamp'],
  ['micro-grid m1', '微网格 m1'],
  ['ordinary complete', 'ordinary 办结'],
  ['colours.red settle', '风险等级·红色 调解期限'],
  ['promises promise', '承诺时限 承诺'],
  ['', ''],
])('The place %s is %s', (at, place) => {
  expect(placeInChinese(at)).toBe(place);
});
