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
