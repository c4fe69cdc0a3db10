import { expect, test } from '@jest/globals';
import { seriesOf } from './series';

const told = [
  { day: '2026-03-01', opened: 1, closed: 0, late: 0 },
  { day: '2026-03-03', opened: 2, closed: 1, late: 1 },
];

test('a day on which nothing happened is a point, too', () => {
  expect(seriesOf(told, '2026-02-28', '2026-03-03', 'day').map(({ day, opened }) => [day, opened])).toEqual([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-02', 0],
    ['2026-03-03', 2],
  ]);
});

test('weeks begin on Monday, and nothing is lost in them', () => {
  expect(seriesOf(told, '2026-03-01', '2026-03-03', 'week')).toEqual([
    { day: '2026-02-23', opened: 1, closed: 0, late: 0 },
    { day: '2026-03-02', opened: 2, closed: 1, late: 1 },
  ]);
});
