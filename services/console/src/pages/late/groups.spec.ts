import { expect, test } from '@jest/globals';
import { groupsOf } from './groups';

const late = (areaName: string | null, holderName: string | null) =>
  ({ areaName, holderName, level: 'escalation', dueAt: null }) as const;
const all = [late('东', '甲'), late('西', '乙'), late('西', '甲'), late(null, null)];
const counts = (by: 'area' | 'holder') => groupsOf(all, by).map(({ name, items }) => [name, items.length]);

test('where most is late comes first; what lies nowhere and is nobody’s is not left out', () => {
  expect(counts('area')).toEqual([
    ['西', 2],
    ['东', 1],
    [null, 1],
  ]);
  expect(counts('holder')).toEqual([
    ['甲', 2],
    ['乙', 1],
    [null, 1],
  ]);
});
