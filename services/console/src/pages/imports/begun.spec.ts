import { beforeEach, expect, test } from '@jest/globals';
import { type Begun, begunOf, keepBegun } from './begun';

const kept = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  },
  configurable: true,
});

const begun: Begun = {
  draft: {
    name: 'hotline',
    format: 'csv',
    zone: 'Asia/Shanghai',
    mode: 'archive',
    columns: { id: '编号' },
    channels: { default: 'file', of: {} },
    menuItems: { default: 'consultation', of: { 路灯: 'street-lamp' } },
  },
  rows: 1_200,
  through: 500,
  at: '2026-03-02T08:00:00.000Z',
  isDone: false,
};

beforeEach(() => kept.clear());

test('a file that was begun is known again by its content, with its mapping and how far it was', () => {
  keepBegun('a', begun);
  keepBegun('b', { ...begun, through: 0 });
  expect(begunOf('a')).toEqual(begun);
  expect(begunOf('c')).toBeNull();
});

test('one that is done is no longer one that was begun, and keeps its mapping', () => {
  keepBegun('a', begun);
  keepBegun('a', { ...begun, through: 1_200, isDone: true });
  expect(begunOf('a')).toEqual({ ...begun, through: 1_200, isDone: true });
});

test('the files of long ago are forgotten, and what cannot be read is none', () => {
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) keepBegun(key, begun);
  expect(['a', 'b', 'f'].map((key) => begunOf(key) !== null)).toEqual([false, true, true]);
  kept.set('mulin-imports', '{');
  expect(begunOf('f')).toBeNull();
});
