import { expect, test } from '@jest/globals';
import { parseRosters } from './rosters.js';

const rosters = (more: object) => parseRosters({ members: [], leaders: [], ...more });

test('a town says itself how long an absence is a leave; where it does not, 24 hours', () => {
  expect(rosters({}).awayHours).toBe(24);
  expect(rosters({ awayHours: 72 }).awayHours).toBe(72);
});

test.each([0, 1.5, -24, 721, '24'])('%p is no such length', (awayHours) => {
  expect(() => rosters({ awayHours })).toThrow();
});

test('a roster with leave also says who is on duty when nobody is away', () => {
  const li = { account: 'li', microGrids: ['m1'], shift: 'day' };
  const leave = [
    { account: 'li', from: '2026-05-01T00:00:00+08:00', until: '2026-05-06T00:00:00+08:00', standIn: 'wu' },
  ];
  const file = {
    shifts: [{ id: 'day', calendar: 'office' }],
    members: [li, { account: 'wu', microGrids: ['m2'] }],
    leaders: [],
  };
  const { members, named } = parseRosters({ ...file, leave });
  expect(members.get('m1')?.map(({ account }) => account)).toEqual(['li', 'li', 'wu']);
  expect(named?.members.get('m1')).toEqual([
    { account: 'li', role: 'grid-member', shift: 'day', from: null, until: null },
  ]);
  expect(parseRosters(file).named).toBeUndefined();
});
