import { expect, test } from '@jest/globals';
import { beforeOf } from './before';
import type { Begun } from './begun';

const draft: Begun['draft'] = {
  name: 'hotline',
  format: 'csv',
  zone: 'Asia/Shanghai',
  mode: 'archive',
  columns: { id: '编号' },
  channels: { default: 'file', of: {} },
  menuItems: { default: 'consultation', of: {} },
};
const half: Begun = {
  draft,
  own: null,
  rows: 1_200,
  through: 500,
  at: '2026-03-02T08:00:00.000Z',
  isDone: false,
};
const whole: Begun = { ...half, through: 1_200, isDone: true };
const other = { ...draft, name: 'other' };

test.each([
  ['begun', [half], draft],
  ['imported', [whole], { ...draft, mode: 'live' as const }],
  ['otherName', [whole], other],
  ['otherName', [half], other],
  ['begun', [{ ...whole, draft: other }, half], draft],
])('what became of a file before is that it was %s', (before, begun, by) => {
  const found = beforeOf({ begun, draft: by, isStopped: false });
  expect(found?.before).toBe(before);
  expect(found?.begun).toEqual(begun.at(-1));
});

test('nothing became of one that nobody has begun, and one that was stopped just now is that', () => {
  expect(beforeOf({ begun: [], draft, isStopped: false })).toBeNull();
  expect(beforeOf({ begun: [half], draft, isStopped: true })?.before).toBe('stopped');
  expect(beforeOf({ begun: [], draft, isStopped: true })?.before).toBe('stopped');
});
