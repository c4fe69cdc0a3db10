/** What wall clocks show. */
import { describe, expect, test } from '@jest/globals';
import { isZone, localDate, localText, zoneOf } from './zone.js';

const at = (text: string) => Date.parse(text);

describe('The clocks of a zone show', () => {
  test.each([
    ['Asia/Shanghai', '2026-02-17T00:30:00Z', '2026-02-17T08:30:00+08:00'],
    ['UTC', '2026-02-17T00:30:00Z', '2026-02-17T00:30:00+00:00'],
    ['Europe/London', '2026-02-17T00:30:00Z', '2026-02-17T00:30:00+00:00'],
    ['America/New_York', '2026-02-17T00:30:00Z', '2026-02-16T19:30:00-05:00'],
    ['America/St_Johns', '2026-02-17T00:30:00Z', '2026-02-16T21:00:00-03:30'],
    ['Asia/Kathmandu', '2026-02-17T00:30:00Z', '2026-02-17T06:15:00+05:45'],
    ['Asia/Shanghai', '2026-02-17T00:30:00.250Z', '2026-02-17T08:30:00.250+08:00'],
  ])('in %s at %s %s', (zone, moment, shown) => {
    expect(localText(zone, at(moment))).toBe(shown);
  });

  test('the new offset from the very moment of its change, and the old one until then', () => {
    expect(localText('Europe/Berlin', at('2026-03-29T00:59:59.999Z'))).toBe('2026-03-29T01:59:59.999+01:00');
    expect(localText('Europe/Berlin', at('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00:00+02:00');
    expect(localText('Europe/Berlin', at('2026-10-25T00:59:59Z'))).toBe('2026-10-25T02:59:59+02:00');
    expect(localText('Europe/Berlin', at('2026-10-25T01:00:00Z'))).toBe('2026-10-25T02:00:00+01:00');
  });

  test('the seconds by which a town’s own noon differed, before there were zones', () => {
    expect(zoneOf('Asia/Shanghai').offsetAt(at('1900-01-01T00:00:00Z'))).toBe(
      ((8 * 60 + 5) * 60 + 43) * 1_000,
    );
    expect(localText('Asia/Shanghai', at('1900-01-01T00:00:00Z'))).toBe('1900-01-01T08:05:43+08:05');
  });

  test('another date than the Universal one, in the evening or in the morning', () => {
    expect(localDate('Asia/Shanghai', at('2026-02-16T15:59:59.999Z'))).toBe('2026-02-16');
    expect(localDate('Asia/Shanghai', at('2026-02-16T16:00:00Z'))).toBe('2026-02-17');
    expect(localDate('America/New_York', at('2026-02-17T04:59:59Z'))).toBe('2026-02-16');
  });
});

test('A zone is one that the engine knows', () => {
  expect(isZone('Asia/Shanghai')).toBe(true);
  expect(isZone('Asia/Mulin')).toBe(false);
  expect(() => zoneOf('Asia/Mulin')).toThrow(RangeError);
});
