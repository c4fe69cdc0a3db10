import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { isOpenAt, openBetween } from './open.js';
import { calendarOf } from './problems.js';

const calendar = calendarOf({
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-fri': [['08:30', '12:00']], sat: [['22:00', '24:00']], sun: [['00:00', '02:00']] },
  overrides: { '2026-06-03': [] },
});
const at = (text: string) => instant(`2026-06-${text}+08:00`);

describe('A calendar is open', () => {
  test.each([
    ['from its opening on', '01T08:30:00', true],
    ['not before', '01T08:29:59', false],
    ['not at its closing', '01T12:00:00', false],
    ['not on a holiday', '03T09:00:00', false],
    ['over midnight', '07T00:00:00', true],
  ])('%s', (_, moment, expected) => {
    expect(isOpenAt(calendar, at(moment))).toBe(expected);
  });

  test('in stretches, cut at both ends', () => {
    const found = openBetween(calendar, at('01T10:00:00'), at('04T09:00:00'));
    expect(found.map((stretch) => stretch.map((ms) => new Date(ms).toISOString().slice(8, 16)))).toEqual([
      ['01T02:00', '01T04:00'],
      ['02T00:30', '02T04:00'],
      ['04T00:30', '04T01:00'],
    ]);
  });

  test('in no stretch that lies before, behind or only touches what is asked', () => {
    expect(openBetween(calendar, at('01T12:00:00'), at('02T08:30:00'))).toEqual([]);
    expect(openBetween(calendar, at('01T13:00:00'), at('01T20:00:00'))).toEqual([]);
    expect(openBetween(calendar, at('01T00:00:00'), at('01T08:30:00'))).toEqual([]);
    expect(openBetween(calendar, at('01T10:00:00'), at('01T10:00:00'))).toEqual([]);
  });
});
