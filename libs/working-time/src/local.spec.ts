import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { localDay, localMoment } from './local.js';

test('a time of the file is the moment at which the town’s clocks showed it', () => {
  expect(localMoment('America/New_York', '2016-01-12T16:00')).toBe('2016-01-12T21:00:00.000Z');
  expect(localMoment('America/New_York', '2015-07-01T00:00:30')).toBe('2015-07-01T04:00:30.000Z');
  expect(localMoment('Asia/Shanghai', '2019-04-25T09:32:09')).toBe('2019-04-25T01:32:09.000Z');
});

test('an hour that a spring night skipped comes as much later, and of two autumn hours it is the first', () => {
  expect(localMoment('America/New_York', '2015-03-08T02:30')).toBe('2015-03-08T07:30:00.000Z');
  expect(localMoment('America/New_York', '2015-11-01T01:30')).toBe('2015-11-01T05:30:00.000Z');
});

test('a day lasts from one midnight of the town to the next, also where its clocks are changed', () => {
  const dayAt = (zone: string, at: string) => Object.values(localDay(zone, instant(at)));

  expect(dayAt('Asia/Shanghai', '2026-03-05T15:59:59.999Z')).toEqual([
    '2026-03-04T16:00:00.000Z',
    '2026-03-05T16:00:00.000Z',
  ]);
  expect(dayAt('America/New_York', '2026-03-08T12:00:00Z')).toEqual([
    '2026-03-08T05:00:00.000Z',
    '2026-03-09T04:00:00.000Z',
  ]);
});

test('what is no time is no moment', () => {
  for (const text of ['', 'soon', '2015-02-30T10:00', '2015-13-01T10:00', '2015-01-01', '2015-01-01T25:00'])
    expect(localMoment('Asia/Shanghai', text)).toBeNull();
});

test('what lies beyond the years of four digits is no moment', () => {
  expect(localMoment('America/New_York', '9999-12-31T23:59')).toBeNull();
  expect(localMoment('Asia/Shanghai', '0000-01-01T00:00')).toBeNull();
});
