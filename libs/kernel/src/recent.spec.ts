import { expect, test } from '@jest/globals';
import { recent } from './recent.js';

test('the last ones are kept, whatever came before, and old ones are forgotten', () => {
  const known = recent<number, string>(100);
  for (let key = 0; key < 1_000; key++) {
    known.set(key, String(key));
    for (let back = 0; back < Math.min(100, key + 1); back++) expect(known.has(key - back)).toBe(true);
  }
  expect(known.has(799)).toBe(false);
  expect([known.get(950), known.get(1)]).toEqual(['950', undefined]);
});

test('what is read again stays', () => {
  const known = recent<string, number>(10);
  known.set('read', 1);
  for (let other = 0; other < 200; other++) {
    known.set(`other ${other}`, other);
    expect(known.get('read')).toBe(1);
  }
});

test('the newest value counts, and what was deleted is gone', () => {
  const known = recent<string, number>(2);
  for (const key of ['a', 'b', 'c']) known.set(key, 1);
  known.set('a', 2);
  expect(known.get('a')).toBe(2);
  known.delete('a');
  expect([known.has('a'), known.get('a')]).toEqual([false, undefined]);
  known.clear();
  expect(known.has('c')).toBe(false);
});
