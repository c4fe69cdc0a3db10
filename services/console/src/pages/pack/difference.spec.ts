import { expect, test } from '@jest/globals';
import { differenceOf, dutiesDifference, dutiesIn, firstMoved, officesIn, thingsIn } from './difference';

const thing = (id: string, zh = id, more = '') => ({ id, name: { zh, en: id }, more });

test('what comes, what goes, and what is otherwise under its old id', () => {
  const found = differenceOf(
    'menu',
    [thing('a'), thing('b'), thing('c')],
    [thing('b', '乙'), thing('c'), thing('d')],
  );
  expect(found).toMatchObject({ before: 3, after: 3 });
  expect([found.added, found.gone, found.changed].map((it) => it.map(({ id }) => id))).toEqual([
    ['d'],
    ['a'],
    ['b'],
  ]);
});

test('an item that has another policy is otherwise, too', () => {
  expect(differenceOf('menu', [thing('a', 'a', 'usual')], [thing('a', 'a', 'urgent')]).changed).toHaveLength(
    1,
  );
});

test('items and micro-grids are read out of the files; what is no JSON holds none', () => {
  const texts = new Map([
    [
      'menu.json',
      '{"items":[{"id":"lamp","name":{"zh":"路灯","en":"Lamp"},"policy":"p","urgency":"ordinary","net":"life"},5]}',
    ],
    ['grids.geojson', '{"features":['],
  ]);
  expect(thingsIn(texts, 0)).toEqual({
    menu: [{ id: 'lamp', name: { zh: '路灯', en: 'Lamp' }, more: 'p ordinary life' }],
    grids: [],
  });
});

test('land that is over, or not in force yet, is left out', () => {
  const feature = (id: string, term: object) => ({ properties: { id, name: { zh: id, en: id }, ...term } });
  const features = [
    feature('now', {}),
    feature('over', { until: '2026-01-01T00:00:00+08:00' }),
    feature('later', { from: '2027-01-01T00:00:00+08:00' }),
  ];
  const texts = new Map([['grids.geojson', JSON.stringify({ features })]]);
  expect(thingsIn(texts, Date.parse('2026-06-01T00:00:00Z')).grids.map(({ id }) => id)).toEqual(['now']);
});

const name = (zh: string, en: string) => ({ zh, en });
const duty = (more: object = {}) => ({
  place: 'h-1-a',
  placeName: name('河头1甲', 'River Head 1-A'),
  account: 'ye',
  role: 'grid-member' as const,
  name: name('叶兴琴', 'Ye Xingqin'),
  from: null,
  until: null,
  shift: null,
  turn: null,
  ...more,
});
const rosters = (...duties: readonly ReturnType<typeof duty>[]) => dutiesIn({ offices: [], duties });

test('a duty is somebody with a role in a place, in words of both languages', () => {
  const elsewhere = duty({ place: 'h-1-b', placeName: null, name: null, role: 'verifier' });
  expect(rosters(duty(), elsewhere).map((it) => it.name)).toEqual([
    name('叶兴琴·网格员·河头1甲', 'Ye Xingqin, grid member, River Head 1-A'),
    name('ye·核查员·h-1-b', 'ye, verifier, h-1-b'),
  ]);
});

test('who comes on the rosters, who goes, who is somewhere else, and who works at other times', () => {
  const found = differenceOf(
    'duties',
    rosters(duty(), duty({ account: 'li' }), duty({ account: 'sun' })),
    rosters(duty({ place: 'h-1-b' }), duty({ account: 'li', shift: 'night' }), duty({ account: 'sun' })),
  );
  expect([found.added, found.gone, found.changed].map((it) => it.map(({ id }) => id))).toEqual([
    ['["grid-member","h-1-b","ye"]'],
    ['["grid-member","h-1-a","ye"]'],
    ['["grid-member","h-1-a","li"]'],
  ]);
});

test('whoever is away for a while has one duty, in whatever order its parts stand', () => {
  const [first, last] = [duty({ until: '2026-05-01T00:00:00Z' }), duty({ from: '2026-05-08T00:00:00Z' })];
  expect(rosters(first, last)).toHaveLength(1);
  expect(differenceOf('duties', rosters(first, last), rosters(last, first)).changed).toEqual([]);
  expect(differenceOf('duties', rosters(first, last), rosters(duty())).changed).toHaveLength(1);
});

test('a moment is the same by the clocks of the town and by those of Greenwich', () => {
  const turn = (first: string) => ({ first, days: 7, every: 14 });
  const here = duty({ from: '2026-05-01T08:00:00.000+08:00', turn: turn('2026-05-01T08:00:00.000+08:00') });
  const there = duty({ from: '2026-05-01T00:00:00.000Z', turn: turn('2026-05-01T00:00:00.000Z') });
  expect(differenceOf('duties', rosters(here), rosters(there)).changed).toEqual([]);
  const later = duty({ ...here, turn: turn('2026-05-08T08:00:00.000+08:00') });
  expect(differenceOf('duties', rosters(here), rosters(later)).changed).toHaveLength(1);
});

test('offices come, go and are called otherwise', () => {
  const of = (id: string, zh: string) => ({ id, name: name(zh, id) });
  const [before, after] = [
    [of('water', '水利站'), of('roads', '交管所')],
    [of('water', '水利服务站'), of('culture', '文化站')],
  ].map((offices) => officesIn({ offices, duties: [] }));
  const found = differenceOf('offices', before ?? [], after ?? []);
  expect([found.added, found.gone, found.changed].map((it) => it.map(({ id }) => id))).toEqual([
    ['culture'],
    ['roads'],
    ['water'],
  ]);
});

test('the order is another one where those that stay stand otherwise, whoever comes and goes', () => {
  expect(firstMoved(['a', 'b', 'c'], ['a', 'x', 'c'])).toBe(null);
  expect(firstMoved(['a', 'b', 'c'], ['c', 'a', 'b'])).toBe('c');
});

test('who is asked first in a place is told; an order between places means nothing', () => {
  const [ye, li, sun] = [duty(), duty({ account: 'li' }), duty({ account: 'sun', place: 'h-1-b' })];
  const movedOf = (...after: readonly ReturnType<typeof duty>[]) =>
    dutiesDifference(rosters(ye, li, sun), rosters(...after)).moved.map(({ id }) => id);
  expect(movedOf(sun, ye, li)).toEqual([]);
  expect(movedOf(li, ye, sun)).toEqual(['["grid-member","h-1-a","li"]']);
});
