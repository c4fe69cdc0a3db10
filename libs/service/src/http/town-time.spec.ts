import { expect, test } from '@jest/globals';
import { inTownTime } from './town-time.js';

test('moments in an answer have the offset of the town, wherever they stand, and nothing else is touched', () => {
  const said = {
    at: '2026-03-02T01:12:40.411Z',
    words: '2026-03-02T01:12:40.411Z',
    number: 'mu-2026-000001',
    day: '2026-03-02',
    items: [{ dueAt: '2026-03-02T01:00:00.000Z', closedAt: null, lateBySeconds: 0 }],
  };
  expect(inTownTime('Asia/Shanghai', said)).toEqual({
    ...said,
    at: '2026-03-02T09:12:40.411+08:00',
    items: [{ dueAt: '2026-03-02T09:00:00+08:00', closedAt: null, lateBySeconds: 0 }],
  });
});
