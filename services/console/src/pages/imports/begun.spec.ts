import { beforeEach, expect, test } from '@jest/globals';
import { type Begun, begunOf, goingOnBy, keepBegun } from './begun';

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
  own: null,
  rows: 1_200,
  through: 500,
  at: '2026-03-02T08:00:00.000Z',
  isDone: false,
};

beforeEach(() => kept.clear());

test('a file that was begun is known again by its content, with its mapping and how far it was', () => {
  keepBegun('a', begun);
  keepBegun('b', { ...begun, through: 0 });
  expect(begunOf('a')).toEqual([begun]);
  expect(begunOf('c')).toEqual([]);
});

test('one that is done is no longer one that was begun, and keeps its mapping', () => {
  keepBegun('a', begun);
  keepBegun('a', { ...begun, through: 1_200, isDone: true });
  expect(begunOf('a')).toEqual([{ ...begun, through: 1_200, isDone: true }]);
});

test('the files of long ago are forgotten, and what cannot be read is none', () => {
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) keepBegun(key, begun);
  expect(['a', 'b', 'f'].map((key) => begunOf(key).length > 0)).toEqual([false, true, true]);
  kept.set('mulin-imports', '{');
  expect(begunOf('f')).toEqual([]);
});

test('an import under another name is kept beside the first, which is not forgotten by it', () => {
  const other: Begun = { ...begun, draft: { ...begun.draft, name: 'other' }, through: 3 };
  keepBegun('a', { ...begun, isDone: true });
  keepBegun('a', other);
  keepBegun('a', { ...other, through: 6 });
  expect(begunOf('a')).toEqual([
    { ...other, through: 6 },
    { ...begun, isDone: true },
  ]);
});

test('a file goes on as it was begun by this mapping, and one that was changed since holds as it is now', () => {
  const own = begun.draft;
  const draft = { ...own, mode: 'live', name: 'renamed' } as const;
  const all = [begun, { ...begun, draft, own: { ...own, zone: 'Asia/Urumqi' } }];
  expect(goingOnBy([{ ...begun, draft, own }, ...all], { own, removed: null })).toEqual(draft);
  expect(goingOnBy(all, { own, removed: null })).toEqual(own);
  expect(goingOnBy(all, { own: { ...own, mode: 'live' }, removed: null })).toBeNull();
});

test('a file without a mapping goes on as it was begun last, but not by the mapping that was taken away', () => {
  const removed = { ...begun.draft, name: 'removed' };
  const byIt: Begun = { ...begun, draft: { ...removed, mode: 'live' }, own: removed };
  expect(goingOnBy([byIt, begun], { own: null, removed: null })).toEqual(byIt.draft);
  expect(goingOnBy([byIt, begun], { own: null, removed })).toEqual(begun.draft);
  expect(goingOnBy([byIt, { ...begun, draft: removed }], { own: null, removed })).toBeNull();
});
