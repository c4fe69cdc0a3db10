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

test('from a change of the clocks on a time is read by the new offset, on the same day already', () => {
  expect(localMoment('Europe/Berlin', '2026-03-29T01:30')).toBe('2026-03-29T00:30:00.000Z');
  expect(localMoment('Europe/Berlin', '2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z');
  expect(localMoment('Europe/Berlin', '2026-03-29T12:00')).toBe('2026-03-29T10:00:00.000Z');
  expect(localMoment('Europe/Berlin', '2026-10-25T12:00')).toBe('2026-10-25T11:00:00.000Z');
  expect(localMoment('America/New_York', '2015-03-08T03:00')).toBe('2015-03-08T07:00:00.000Z');
});

test('a whole day that an island skipped comes as much later', () => {
  expect(localMoment('Pacific/Apia', '2011-12-30T12:00')).toBe('2011-12-30T22:00:00.000Z');
  expect(localMoment('Pacific/Apia', '2011-12-31T12:00')).toBe('2011-12-30T22:00:00.000Z');
});

test.each([
  '',
  'soon',
  '2015-02-30T10:00',
  '2015-13-01T10:00',
  '2015-01-01',
  '2015-01-01T25:00',
  '2015-01-01T10:00:00Z',
  '2015-01-01T10:00+08:00',
  'at 2015-01-01T10:00',
  '2015-01-01T10:00:00.5',
  '+002015-01-01T10:00',
])('“%s” is no time, and so no moment', (text) => {
  expect(localMoment('Asia/Shanghai', text)).toBeNull();
});

test('a blank may stand for the T', () => {
  expect(localMoment('Asia/Shanghai', '2019-04-25 09:32:09')).toBe('2019-04-25T01:32:09.000Z');
  expect(localMoment('Asia/Shanghai', '2019-04-25 09:32')).toBe('2019-04-25T01:32:00.000Z');
});

test('what lies beyond the years of four digits is no moment', () => {
  expect(localMoment('America/New_York', '9999-12-31T23:59')).toBeNull();
  expect(localMoment('Asia/Shanghai', '0000-01-01T00:00')).toBeNull();
  expect(localMoment('UTC', '0000-01-01T00:00')).toBe('0000-01-01T00:00:00.000Z');
  expect(localMoment('UTC', '9999-12-31T23:59:59')).toBe('9999-12-31T23:59:59.000Z');
});
