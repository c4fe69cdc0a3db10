import { expect, test } from '@jest/globals';
import { differenceOf, thingsIn } from './difference';

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
