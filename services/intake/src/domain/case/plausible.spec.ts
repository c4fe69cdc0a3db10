/** The route of imports guards itself: whoever posts rows may do so without the command line. */
import { describe, expect, test } from '@jest/globals';
import { hour, type Instant, instant, plus, Rejection } from '@mulin/kernel';
import { type Checked, flagsOf, refuseImplausible } from './plausible.js';

/** The day in Shanghai. */
const dayOf = (at: Instant) => plus(at, 8 * hour).slice(0, 10);
const now = instant('2026-03-10T04:00:00Z');
const row: Checked = {
  sourceId: '77',
  person: null,
  place: { lat: 36.37, lon: 119.74 },
  reportedAt: '2026-03-02T01:10:00Z',
  closedAt: '2026-03-04T01:10:00Z',
  dueAt: '2026-03-05T15:59:59.999Z',
  flags: [],
};

const codeOf = (change: Partial<Checked>): string => {
  try {
    refuseImplausible({ ...row, ...change }, now);
    return 'taken';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
};

test('A time that cannot be is named', () => {
  const fieldOf = (change: Partial<Checked>) => {
    try {
      refuseImplausible({ ...row, ...change }, now);
      return null;
    } catch (error) {
      return (error as { field?: string }).field;
    }
  };
  const never = '1900-01-01T00:00:00Z';
  expect([{ reportedAt: never, dueAt: null }, { closedAt: never }, { dueAt: never }].map(fieldOf)).toEqual([
    'reportedAt',
    'closedAt',
    'dueAt',
  ]);
});

describe('A row that is posted', () => {
  test.each<[string, Partial<Checked>, string]>([
    ['as it should be', {}, 'taken'],
    ['with a closing that has not happened yet', { closedAt: '2026-03-10T05:00:00Z' }, 'closed-in-future'],
    ['with a closing within what two clocks differ by', { closedAt: '2026-03-10T04:01:00Z' }, 'taken'],
    ['closed today, at no known hour', { closedAt: '2026-03-10T15:59:59.999Z', days: ['closedAt'] }, 'taken'],
    [
      'closed the day after tomorrow, at no known hour',
      { closedAt: '2026-03-12T15:59:59.999Z', days: ['closedAt'] },
      'closed-in-future',
    ],
    [
      'with a day of its deadline, which says nothing of its closing',
      { closedAt: '2026-03-10T15:59:59.999Z', days: ['dueAt'] },
      'closed-in-future',
    ],
    ['with a report of tomorrow', { reportedAt: '2026-03-11T04:00:00Z' }, 'reported-in-future'],
    ['with a report of 1900', { reportedAt: '1900-01-01T00:00:00Z' }, 'implausible-time'],
    ['with a closing of 1970', { closedAt: '1970-01-01T00:00:00Z' }, 'implausible-time'],
    ['with a deadline of 9999', { dueAt: '9999-12-31T00:00:00Z' }, 'implausible-time'],
    ['with a deadline of 1899', { dueAt: '1899-12-30T00:00:00Z' }, 'implausible-time'],
    ['that is still open', { closedAt: null }, 'taken'],
    ['that has no deadline', { dueAt: null }, 'taken'],
    ['that lies nowhere in particular', { place: null }, 'taken'],
    ['with a closing as far ahead as two clocks differ', { closedAt: '2026-03-10T04:02:00Z' }, 'taken'],
    ['with a report as far ahead as two clocks differ', { reportedAt: '2026-03-10T04:02:00Z' }, 'taken'],
    [
      'with a report of 1900 and no deadline',
      { reportedAt: '1900-01-01T00:00:00Z', dueAt: null },
      'implausible-time',
    ],
    ['with the first moment that is not never', { closedAt: '1971-01-01T00:00:00Z' }, 'taken'],
    [
      'reported in the first moment that is not never',
      { reportedAt: '1971-01-01T00:00:00Z', dueAt: null },
      'taken',
    ],
    ['due in the first moment that is not never', { dueAt: '1971-01-01T00:00:00Z' }, 'taken'],
    ['with a deadline in twenty years', { dueAt: '2046-03-17T01:10:00Z' }, 'taken'],
    ['with a deadline in more than twenty years', { dueAt: '2046-03-17T01:10:01Z' }, 'implausible-time'],
    ['of which only the latitude is known', { place: { lat: 0 } }, 'taken'],
    ['of which only the longitude is known', { place: { lon: 0 } }, 'taken'],
    ['on the meridian', { place: { lat: 51.5, lon: 0 } }, 'taken'],
    ['near 0, 0, but at some place', { place: { lat: 0.001, lon: 0 } }, 'taken'],
    ['near 0, 0, but at another place', { place: { lat: 0, lon: 0.001 } }, 'taken'],
    ['with a phone of a workbook between blanks', { person: ' 1.39E+10 ' }, 'digits-lost'],
    ['with a phone of a workbook without its plus', { person: '1.39E10' }, 'digits-lost'],
    ['with a phone of a workbook with another plus before it', { person: '+1.39E+10' }, 'digits-lost'],
    ['with words that hold something like it', { person: 'A1.39E+10' }, 'taken'],
    ['with words that begin with something like it', { person: '1.39E+10A' }, 'taken'],
    ['at 0, 0', { place: { lat: 0, lon: 0 } }, 'implausible-place'],
    ['on the equator', { place: { lat: 0, lon: 101.4 } }, 'taken'],
    ['with a phone of a workbook for its id', { sourceId: '1.39E+10' }, 'digits-lost'],
    ['with a phone of a workbook for its number', { sourceNumber: '1.39e+10' }, 'digits-lost'],
    ['with a phone of a workbook for a person', { person: '1,39E+10' }, 'digits-lost'],
    ['with a phone of a workbook for a name', { contact: { name: '1E+10' } }, 'digits-lost'],
    ['with a code for its id that looks like it', { sourceId: '3E12' }, 'taken'],
  ])('%s', (_, change, code) => {
    expect(codeOf(change)).toBe(code);
  });

  test.each<[string, Partial<Checked>, readonly string[]]>([
    ['none', {}, []],
    ['its closing lies before its report', { closedAt: '2026-03-01T00:00:00Z' }, ['closed-before-opened']],
    ['its deadline lies before its report', { dueAt: '2026-03-01T00:00:00Z' }, ['due-before-reported']],
    ['it knows a day', { days: ['dueAt'] }, ['date-without-time']],
    [
      'it was closed on the day on which it was due at some hour',
      { closedAt: '2026-03-05T15:59:59.999Z', dueAt: '2026-03-05T02:00:00Z', days: ['closedAt'] },
      ['date-without-time', 'closed-on-due-day'],
    ],
    [
      'it was closed on the day by which it was due',
      { closedAt: '2026-03-05T15:59:59.999Z', days: ['closedAt', 'dueAt'] },
      ['date-without-time'],
    ],
    [
      'it was closed the day before',
      { closedAt: '2026-03-04T15:59:59.999Z', dueAt: '2026-03-05T02:00:00Z', days: ['closedAt'] },
      ['date-without-time'],
    ],
    [
      'it was closed in the moment in which it was reported',
      { closedAt: row.reportedAt, dueAt: row.reportedAt },
      [],
    ],
    ['it is open and has no deadline', { closedAt: null, dueAt: null }, []],
    [
      'it was closed at a known hour of the day on which it was due',
      { closedAt: '2026-03-05T01:00:00Z' },
      [],
    ],
    [
      'it is open, though its closing would be a day',
      { closedAt: null, days: ['closedAt'] },
      ['date-without-time'],
    ],
    [
      'it has no deadline, and its closing is a day',
      { dueAt: null, days: ['closedAt'] },
      ['date-without-time'],
    ],
    [
      'whoever posted it said so already',
      { flags: ['date-without-time', 'masked-phone'], days: ['dueAt'] },
      ['date-without-time', 'masked-phone'],
    ],
  ])('is flagged by the town itself where %s', (_, change, flags) => {
    expect(flagsOf({ ...row, ...change }, dayOf)).toEqual(flags);
  });
});
