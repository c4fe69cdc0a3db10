import { expect, test } from '@jest/globals';
import { groupsOf, lateOnes } from './groups';

const late = (areaName: string | null, holderName: string | null, caseId = `${areaName} ${holderName}`) =>
  ({ caseId, clock: 'complete/1', areaName, holderName, level: 'escalation', dueAt: null }) as const;
const all = [late('东', '甲'), late('西', '乙'), late('西', '甲'), late(null, null)];
const counts = (by: 'area' | 'holder') => groupsOf(all, by).map(({ name, count }) => [name, count]);

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

test('a deadline of which two were told is late once', () => {
  const one = late('东', '甲');
  const other = { ...one, clock: 'contact/1' };
  expect(lateOnes([one, one, other]).map((told) => told.length)).toEqual([2, 1]);
  expect(groupsOf([one, one, other], 'area').map(({ count }) => count)).toEqual([2]);
});
