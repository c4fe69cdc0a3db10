/** Whatever somebody changes in a file of a pack is shown where it is compared with the one before: leaf by leaf. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  isMistake,
  lineOf,
  outlineOfTexts,
  packFiles,
  packIn,
  problemsOfTexts,
  publicDays,
} from '@mulin/pack';
import { instant } from '@mulin/kernel';
import { comparisonOf, isAllSame } from './comparison';
import { type Thing, thingsIn } from './difference';

const now = Date.parse('2026-06-01T00:00:00Z');
const days = publicDays();
const infra = fileURLToPath(new URL('../../../../../infra/', import.meta.url));
const packs = path.join(infra, 'packs');
const hurried = mkdtempSync(path.join(tmpdir(), 'mulin-hurried-'));
execFileSync(process.execPath, [
  path.join(infra, 'scripts/hurry-pack.mjs'),
  path.join(packs, 'sample'),
  hurried,
]);
afterAll(() => rmSync(hurried, { recursive: true, force: true }));

type Json = Record<string, unknown>;
type Texts = ReadonlyMap<string, string>;

const textsIn = (folder: string): Texts =>
  new Map(
    Object.values(packFiles)
      .filter((name) => existsSync(path.join(folder, name)))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );

const withFile = (texts: Texts, name: string, by: (json: Json) => Json): Texts =>
  new Map([...texts, [name, JSON.stringify(by(JSON.parse(texts.get(name) ?? '{}') as Json))]]);

const few = (value: unknown, most: number): unknown => (Array.isArray(value) ? value.slice(0, most) : value);

/** A part of its lists: hundreds of entries that are alike prove no more than some of them. */
const thinned = (texts: Texts): Texts =>
  Object.entries({
    'town.json': 4,
    'grids.geojson': 1,
    'rosters.json': 2,
    'menu.json': 4,
    'policies.json': 2,
  }).reduce(
    (all, [name, most]) =>
      withFile(all, name, (json) => ({
        ...Object.fromEntries(Object.entries(json).map(([key, list]) => [key, few(list, most)])),
        ...('groups' in json ? { groups: json['groups'] } : {}),
        // Whoever is away may be left out.
        ...('leave' in json ? { leave: [] } : {}),
      })),
    texts,
  );

const calendar = { id: 'town', version: '1', zone: 'Asia/Shanghai' };

/** With all that a pack may hold and those of the repository leave out. */
const rich = (texts: Texts): Texts => {
  const menu = withFile(texts, 'calendars.json', () => ({
    calendars: [
      {
        ...calendar,
        week: { mon: [['08:30', '12:00']], 'tue-fri': [['08:30', '17:30']] },
        overrides: {
          '2026-10-09': [],
          '2026-10-10': { segments: [['09:00', '12:00']], reason: 'made up', source: 'the county' },
        },
        coveredFrom: '2026-01-01',
        coveredUntil: '2026-12-31',
        source: 'the county',
      },
      { ...calendar, id: 'duty', week: { 'mon-sun': [['08:00', '20:00']] }, publicDays: 'cn' },
    ],
  }));
  const map = { tiles: '/tiles/{z}/{x}/{y}.png', attribution: 'the county', datum: 'wgs84' };
  const outside = [{ name: { zh: '水库', en: 'Reservoir' }, lat: 37.5, lon: 121.5 }];
  const town = withFile(menu, 'town.json', (json) => ({ ...json, map, outside, datum: 'WGS84' }));
  const raised = withFile(town, 'policies.json', ({ policies }) => {
    const [first, ...others] = policies as readonly Json[];
    return {
      policies: [first, { ...first, id: 'police', redo: { share: 0.5 } }, ...others],
      urgencies: { emergency: 'police' },
    };
  });
  const roster = withFile(raised, 'rosters.json', ({ members, helpers, ...more }) => {
    const [first, second] = members as readonly Json[];
    const [helper] = helpers as readonly Json[];
    const term = { from: '2026-05-01T08:00:00+08:00', until: '2026-09-01T08:00:00+08:00' };
    const turn = { first: '2026-05-01T08:00:00+08:00', days: 7, every: 14 };
    return {
      ...more,
      members: [{ ...first, ...term, turn }, second],
      helpers: [{ ...helper, role: 'helper', standing: 'volunteer' }],
      leave: [
        {
          account: first?.['account'],
          standIn: second?.['account'],
          from: '2026-06-01T08:00:00+08:00',
          until: '2026-06-08T08:00:00+08:00',
        },
      ],
      awayHours: 36,
    };
  });
  return withFile(roster, 'feedback.json', (json) => ({
    ...json,
    rates: {
      weights: [
        { version: 1, response: 25, resolution: 40, satisfaction: 35 },
        { version: 2, from: '2026-07-01', response: 30, resolution: 40, satisfaction: 30 },
      ],
    },
  }));
};

const all = Object.values(packFiles);
const samples: readonly (readonly [string, Texts, readonly string[]])[] = [
  ['small', thinned(textsIn(path.join(packs, 'small'))), all],
  ['sample', thinned(textsIn(path.join(packs, 'sample'))), all],
  ['hurried', thinned(textsIn(hurried)), ['policies.json', 'mediation.json']],
  [
    'rich',
    rich(thinned(textsIn(path.join(packs, 'sample')))),
    ['town.json', 'calendars.json', 'rosters.json', 'feedback.json', 'policies.json'],
  ],
];

const words = [
  ...['working-minute', 'working-hour', 'hour', 'working-day', 'calendar-day', 'close', 'same-time'],
  ...['grid-leader', 'village-committee', 'community-secretary', 'verifier', 'helper', 'mediator'],
  ...['emergency', 'urgent', 'ordinary', 'complex', 'life', 'production', 'commerce', 'open', 'closed'],
  ...['complete', 'accept', 'take', 'help', 'settle', 'meet', 'perform', 'volunteer', 'party-member'],
  ...['gcj02', 'CGCS2000', 'duty', 'town', 'police', 'usual', '/pictures/{z}/{x}/{y}.png'],
];

const otherTexts = (text: string): readonly string[] => {
  if (/^\d\d:\d\d$/.test(text)) return ['08:45', '11:30', '16:30', '17:45'];
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return [text.replace(/^\d{4}/, '2025')];
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return ['2026-11-20'];
  return [...words.filter((it) => it !== text), `${text}-other`, `${text}x`];
};

const others = (value: unknown): readonly unknown[] => {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1, value / 2, value * 2, value + 0.001];
  return typeof value === 'string' ? otherTexts(value) : [];
};

const isBranch = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The same with another value in the place of one; `undefined` takes it away. */
const put = (value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown => {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.flatMap((it: unknown, place) => {
      if (String(place) !== key) return [it];
      const next = put(it, rest, other);
      return next === undefined ? [] : [next];
    });
  return { ...(value as Json), [key]: put((value as Json)[key], rest, other) };
};

const placesIn = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  isBranch(value)
    ? [
        ...(at.length === 0 ? [] : [at]),
        ...Object.entries(value).flatMap(([key, it]) => placesIn(it, [...at, key])),
      ]
    : [at];

/** For each place of a file, what somebody may have made of it: another value, or none. */
const changesIn = (json: unknown) =>
  placesIn(json).map((at) => {
    const value = at.reduce<unknown>((it, key) => (it as Json)[key], json);
    const changes = [...others(value), undefined].map((other) => ({
      label: `${at.join('.')}: ${other === undefined ? 'gone' : JSON.stringify(other)}`,
      json: put(json, at, other),
    }));
    return { at: at.join('.'), isLeaf: !isBranch(value), changes };
  });

type Running = Parameters<typeof comparisonOf>[0];

const outlineOf = (texts: Texts) => {
  try {
    return outlineOfTexts((name) => texts.get(name) ?? null, days);
  } catch {
    return null; // no town starts with it
  }
};

const mistakesIn = (texts: Texts): readonly string[] =>
  problemsOfTexts((name) => texts.get(name) ?? null, instant(now), days)
    .filter(isMistake)
    .map((it) => lineOf(it));

/** Whether a check finds no mistake more: what was thinned out leaves some, and none of them is of the change. */
const isAccepted = (before: Texts, after: Texts): boolean => {
  const known = new Set(mistakesIn(before));
  return mistakesIn(after).every((it) => known.has(it));
};

const isShown = (running: Running, texts: Texts): boolean | null => {
  const outline = outlineOf(texts);
  return outline === null ? null : !isAllSame(comparisonOf(running, { texts, outline }, now));
};

const runningWith = (texts: Texts): Running => {
  const outline = outlineOf(texts);
  if (outline === null) throw new Error('no town starts with the sample');
  const { menu, grids }: Readonly<Record<'menu' | 'grids', readonly Thing[]>> = thingsIn(texts, now);
  return { menu, grids, outline };
};

/** Fields that fit to others, or of which all others are taken: alone, they are nothing else. */
const bound: ReadonlySet<string> = new Set([
  ...['town', 'zone', 'path', 'id', 'type', 'area', 'calendar', 'name', 'role', 'account', 'until'],
  ...['version', 'response', 'resolution', 'satisfaction'],
]);
/** The first corner of a border is its last one, too. */
const isBound = (at: string): boolean => /[.](?:\d+)$/.test(at) || bound.has(at.split('.').at(-1) ?? '');

type Outcome = 'shown' | 'hidden' | 'refused';

/** What the services of a town are given of it. */
const readOf = (texts: Texts): object => {
  const folder = mkdtempSync(path.join(hurried, 'read-'));
  for (const [name, text] of texts) writeFileSync(path.join(folder, name), text);
  const { fingerprint: _, rules: __, ...read } = packIn(folder);
  return read;
};

/** Whether nothing is otherwise in the town: to leave out what is usual is to say it. */
const isNothing = (before: Texts, after: Texts): boolean => isDeepStrictEqual(readOf(before), readOf(after));

type Change = ReturnType<typeof changesIn>[number]['changes'][number];

/** `null`: every one is refused. Each is looked at once, which takes a reading of the whole pack. */
const firstAccepted = (
  changes: readonly Change[],
  outcomeOf: (changed: unknown) => Outcome,
): Readonly<{ label: string; outcome: Outcome }> | null => {
  for (const { label, json } of changes) {
    const outcome = outcomeOf(json);
    if (outcome !== 'refused') return { label, outcome };
  }
  return null;
};

/** What is accepted and not shown, and the fields that accept nothing else and are not bound. */
const looked = (texts: Texts, name: string) => {
  const running = runningWith(texts);
  const json: unknown = JSON.parse(texts.get(name) ?? '{}');
  const outcomeOf = (changed: unknown): Outcome => {
    const other = new Map([...texts, [name, JSON.stringify(changed)]]);
    const is = isShown(running, other);
    if (is === true) return 'shown';
    // Seldom asked: these look at the whole pack.
    return is === null || !isAccepted(texts, other) || isNothing(texts, other) ? 'refused' : 'hidden';
  };
  const [hidden, fixed]: [string[], string[]] = [[], []];
  for (const { at, isLeaf, changes } of changesIn(json)) {
    const found = firstAccepted(changes, outcomeOf);
    if (found === null) {
      if (isLeaf && !isBound(at)) fixed.push(at);
    } else if (found.outcome === 'hidden') hidden.push(found.label);
  }
  return { hidden, fixed };
};

/** Lists whose order means nothing: policies are named, and land lies where it lies. */
const withoutOrder = ['policies', 'features', 'weights', 'leave'];

/** The lists of a file turned round whose turned order a town reads, and nobody is shown. */
const hiddenOrders = (texts: Texts, name: string): readonly string[] => {
  const running = runningWith(texts);
  const json = JSON.parse(texts.get(name) ?? '{}') as Json;
  return Object.entries(json).flatMap(([key, list]) => {
    if (!Array.isArray(list) || withoutOrder.includes(key)) return [];
    const other = new Map([...texts, [name, JSON.stringify({ ...json, [key]: [...list].reverse() })]]);
    return isShown(running, other) === true || isNothing(texts, other) ? [] : [key];
  });
};

describe.each(samples)('Of the pack %s, compared with itself', (_, texts, files) => {
  test('nothing is otherwise', () => {
    expect(isShown(runningWith(texts), texts)).toBe(false);
  });

  test.each(files.filter((name) => texts.has(name)))(
    'every change of %s that a town starts with is shown',
    (name) => {
      expect(looked(texts, name)).toEqual({ hidden: [], fixed: [] });
      expect(hiddenOrders(texts, name)).toEqual([]);
    },
  );
});
