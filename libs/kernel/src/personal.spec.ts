import { expect, test } from '@jest/globals';
import { looksPersonal } from './personal.js';

test.each([
  '13700000001',
  '137 0000 0001',
  '137-0000-0001',
  '+86 137 0000 0001',
  '1３７00000001',
  'WX13700000001',
  '13700000001-2',
  '0536-2345678',
  '(0536)2345678',
  '（010）62345678',
  '0536-2345678转802',
  '110101199003070010',
  '11010119900307001X',
  'wang@example.org',
])('%s may be somebody’s', (text) => {
  expect(looksPersonal(text)).toBe(true);
});

test.each([
  '',
  'g1',
  '101001240746',
  '2549',
  'GM-2026-000123',
  'mu-2026-000123',
  '20260302091000',
  '20260302001',
  '202603020000123456',
  'BH20260302-0012',
])('%s is the number of a matter', (text) => {
  expect(looksPersonal(text)).toBe(false);
});
