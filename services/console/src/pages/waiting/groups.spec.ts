import { expect, test } from '@jest/globals';
import { groupsOf } from './groups';

const item = (what: 'verify' | 'decide' | 'conclude', until: string | null) => ({
  what,
  whatName: what,
  until,
});

test('what is due first comes first, within a kind and among kinds; what has no deadline comes last', () => {
  const found = groupsOf([
    item('conclude', null),
    item('verify', '2026-05-06T12:00:00+08:00'),
    item('decide', '2026-05-06T10:00:00+08:00'),
    item('verify', '2026-05-06T09:00:00+08:00'),
  ]);
  expect(
    found.map(({ what, items }) => [what, items.map(({ until }) => until?.slice(11, 13) ?? null)]),
  ).toEqual([
    ['verify', ['09', '12']],
    ['decide', ['10']],
    ['conclude', [null]],
  ]);
});
