import { describe, expect, test } from '@jest/globals';
import { day, hour, instant, plus } from '@mulin/kernel';
import fc from 'fast-check';
import type { Calendar } from '@mulin/working-time';
import {
  holdsItsHours,
  type TownTime,
  usualWindow,
  whenOpen,
  whenTold,
  type Window,
  weekdays,
} from './window.js';

/** The town rests from 1 to 5 May 2026, and works on Saturday the 9th instead. */
const workdays: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-fri': [['08:30', '17:30']] },
  overrides: {
    '2026-05-01': { segments: [] },
    '2026-05-04': { segments: [] },
    '2026-05-05': { segments: [] },
    '2026-05-09': { segments: [['08:30', '17:30']] },
  },
  coveredUntil: null,
};
const zone: TownTime = { zone: 'Asia/Shanghai', workdays };
const at = (local: string) => instant(`${local}+08:00`);
const monday = '2026-03-02';

describe('A window', () => {
  test.each<[string, Partial<Window>, string, string]>([
    ['open', {}, `${monday}T09:00:00`, `${monday}T09:00:00`],
    ['at its beginning, which belongs to it', {}, `${monday}T08:00:00`, `${monday}T08:00:00`],
    ['at its end, which does not', {}, `${monday}T20:00:00`, '2026-03-03T08:00:00'],
    ['of one day a week', { days: ['sun'] }, `${monday}T09:00:00`, '2026-03-08T08:00:00'],
    [
      'of a night, after midnight',
      { from: '22:00', to: '06:00' },
      `${monday}T02:00:00`,
      `${monday}T02:00:00`,
    ],
    [
      'of a night that begins on Sunday alone',
      { days: ['sun'], from: '22:00', to: '06:00' },
      `${monday}T07:00:00`,
      '2026-03-08T22:00:00',
    ],
    [
      'of working days, before a holiday',
      { days: ['working'] },
      '2026-04-30T21:00:00',
      '2026-05-06T08:00:00',
    ],
    [
      'of working days, on a Saturday that is worked',
      { days: ['working'] },
      '2026-05-08T21:00:00',
      '2026-05-09T08:00:00',
    ],
    [
      'of working days, on a usual Saturday',
      { days: ['working'] },
      '2026-05-16T09:00:00',
      '2026-05-18T08:00:00',
    ],
    [
      'of working nights, which begin on a day that is worked',
      { days: ['working'], from: '22:00', to: '06:00' },
      '2026-05-01T02:00:00',
      '2026-05-01T02:00:00',
    ],
    [
      'of working nights, the last one before a holiday over',
      { days: ['working'], from: '22:00', to: '06:00' },
      '2026-05-01T06:00:00',
      '2026-05-06T22:00:00',
    ],
    [
      'of working days and a weekday beside',
      { days: ['working', 'sun'] },
      '2026-05-01T09:00:00',
      '2026-05-03T08:00:00',
    ],
    ['of weekdays alone, on a holiday', { days: ['fri'] }, '2026-05-01T09:00:00', '2026-05-01T09:00:00'],
    ['of a whole day', { from: '00:00', to: '24:00' }, `${monday}T23:59:59`, `${monday}T23:59:59`],
  ])('%s', (_, stated, from, opens) => {
    expect(whenOpen({ ...usualWindow, ...stated }, zone, at(from))).toBe(at(opens));
  });

  test('with hours of a digest tells at the next of them since it waits', () => {
    const window = { ...usualWindow, digestAt: ['15:00', '09:00'] };
    const told = (since: string, now: string) => whenTold(window, zone, { since: at(since), now: at(now) });
    expect(told(`${monday}T08:30:00`, `${monday}T08:30:00`)).toBe(at(`${monday}T09:00:00`));
    expect(told(`${monday}T09:00:00`, `${monday}T09:00:00`)).toBe(at(`${monday}T09:00:00`));
    expect(told(`${monday}T09:00:01`, `${monday}T09:00:01`)).toBe(at(`${monday}T15:00:00`));
    expect(told(`${monday}T21:00:00`, `${monday}T21:00:00`)).toBe(at('2026-03-03T09:00:00'));
    // The town was not there at three o'clock, or was there again only when the window had closed.
    expect(told(`${monday}T10:00:00`, `${monday}T15:20:00`)).toBe(at(`${monday}T15:20:00`));
    expect(told(`${monday}T10:00:00`, `${monday}T23:00:00`)).toBe(at('2026-03-03T08:00:00'));
  });

  test('of working days is Monday to Friday where the town has no calendar', () => {
    const window: Window = { ...usualWindow, days: ['working'] };
    const bare = { zone: 'Asia/Shanghai', workdays: null };
    expect(whenOpen(window, bare, at('2026-05-01T09:00:00'))).toBe(at('2026-05-01T09:00:00'));
    expect(whenOpen(window, bare, at('2026-05-09T09:00:00'))).toBe(at('2026-05-11T08:00:00'));
  });

  test('of working days with hours of a digest tells at the first of them after a holiday', () => {
    const window: Window = { ...usualWindow, days: ['working'], digestAt: ['09:00'] };
    const holiday = at('2026-05-01T08:00:00');
    expect(whenTold(window, zone, { since: holiday, now: holiday })).toBe(at('2026-05-06T09:00:00'));
  });

  test('from an hour to the same hour lasts until the next day', () => {
    const window: Window = { ...usualWindow, days: ['mon'], from: '08:00', to: '08:00' };
    expect(whenOpen(window, zone, at('2026-03-03T07:59:59'))).toBe(at('2026-03-03T07:59:59'));
    expect(whenOpen(window, zone, at('2026-03-03T08:00:00'))).toBe(at('2026-03-09T08:00:00'));
  });

  test('of no day puts nothing off, as it would be for ever', () => {
    expect(whenOpen({ ...usualWindow, days: [] }, zone, at(`${monday}T09:00:00`))).toBe(
      at(`${monday}T09:00:00`),
    );
  });

  test.each<[string, string, readonly string[], boolean]>([
    ['08:00', '20:00', ['08:00', '19:59'], true],
    ['08:00', '20:00', ['12:00', '20:00'], false],
    ['08:00', '20:00', ['07:59'], false],
    ['22:00', '06:00', ['22:00', '23:00', '00:00', '05:59'], true],
    ['22:00', '06:00', ['06:00'], false],
    ['22:00', '06:00', ['12:00'], false],
    ['08:00', '08:00', ['07:00', '08:00'], true],
    ['08:00', '20:00', [], true],
  ])('from %s to %s, hours of a digest at %j: %s', (from, to, digestAt, holds) => {
    expect(holdsItsHours({ ...usualWindow, from, to, digestAt })).toBe(holds);
  });

  test('opens at wall clocks, also where they are changed', () => {
    const berlin = { zone: 'Europe/Berlin', workdays: null };
    const window = { ...usualWindow, from: '02:30', to: '04:00' };
    expect(whenOpen(window, berlin, instant('2026-03-28T12:00:00Z'))).toBe('2026-03-29T01:00:00.000Z');
  });
});

const hours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);

const windows = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    from: hours,
    to: fc.oneof(hours, fc.constant('24:00')),
    digestAt: fc.uniqueArray(hours, { maxLength: 6 }),
  })
  .filter((window) => window.from !== window.to && holdsItsHours(window));

const moments = fc
  .integer({ min: 0, max: 30 * 24 * 60 })
  .map((minutes) => plus(at(`${monday}T00:00:00`), minutes * 60_000));

test('whatever is stated: nothing is told before now, nor while the window is closed, and everything within a week', () => {
  fc.assert(
    fc.property(windows, moments, fc.integer({ min: 0, max: 72 }), (window, since, hoursLater) => {
      const now = plus(since, hoursLater * hour);
      const told = whenTold(window, zone, { since, now });
      expect(told >= now).toBe(true);
      expect(whenOpen(window, zone, told)).toBe(told);
      expect(told <= plus(now, 8 * day)).toBe(true);
    }),
  );
});
