import { describe, expect, test } from '@jest/globals';
import { timeReader } from './times.js';

const read = timeReader('Asia/Shanghai');
const atOf = (value: string | Date, reader = read) => {
  const time = reader(value);
  return 'code' in time ? time.code : `${time.at}${time.isDateOnly ? ' (a day)' : ''}`;
};

const tenPastNine = '2026-03-02T01:10:00.000Z';

describe('Ten past nine in the morning of 2 March 2026 in China is written', () => {
  test.each([
    '2026-03-02 09:10',
    '2026-03-02T09:10',
    '2026-03-02T09:10:00',
    '2026-03-02 9:10',
    '2026/3/2 9:10',
    '2026/03/02 09:10:00',
    '2026.3.2 9:10',
    '2026.03.02 09:10:00',
    '2026年3月2日 9时10分',
    '2026年03月02日 09:10:00',
    '2026年3月2日9点10分0秒',
    '2026年3月2日 上午9:10',
    '2026年3月2日上午9点10分',
    '2026年3月2日(星期一) 09:10',
    '2026-03-02 周一 09:10',
    '２０２６-０３-０２ ０９：１０',
    '2026-3-2 上午 9:10',
    '2026-3-2 9:10 AM',
    '2026-3-2 9:10:00 a.m.',
    '2026-03-02T09:10:00+08:00',
    '2026-03-02T01:10:00Z',
    '2026-03-02T01:10:00.000Z',
    '2026-03-02 01:10:00.000 +0000',
    '2026-03-01T20:10:00-0500',
    '2026-03-02 09:10:00.000',
    '2026-03-02 09:10:00 UTC+8',
    '20260302091000',
    '202603020910',
    '20260302 09:10',
    '20260302T091000'.replace('T091000', 'T09:10:00'),
    '1772413800',
    '1772413800000',
    '46083.3819',
    '46083.38194',
    '46083.3819444444',
    '02.03.2026 09:10',
    '2 March 2026 9:10',
    '2 Mar 2026 09:10',
    '02-Mar-2026 09:10:00',
    '2nd of March 2026, 9:10 am',
    'March 2, 2026 9:10 AM',
    'Mar 2, 2026 at 9:10 AM',
    'Mon, 02 Mar 2026 09:10:00 +0800',
    'Mon Mar 02 2026 09:10:00 GMT+0800 (China Standard Time)',
    'Mon Mar 2 09:10:00 2026',
  ])('%s', (text) => {
    expect(atOf(text)).toBe(tenPastNine);
  });

  test('as a cell of a workbook, which counts in parts of a day', () => {
    expect(atOf(new Date('2026-03-02T09:09:59.997Z'))).toBe(tenPastNine);
  });
});

test.each([
  ['2026-03-27 下午3:05', '2026-03-27T07:05:00.000Z'],
  ['2026-03-27 15:05', '2026-03-27T07:05:00.000Z'],
  ['3/27/2026 3:05 PM', '2026-03-27T07:05:00.000Z'],
  ['27/3/2026 15:05', '2026-03-27T07:05:00.000Z'],
  ['27-03-2026 15:05', '2026-03-27T07:05:00.000Z'],
  ['3/3/2026 12:30 AM', '2026-03-02T16:30:00.000Z'],
  ['2026-03-27 中午12:30', '2026-03-27T04:30:00.000Z'],
  ['2026-03-27 中午1点半', '2026-03-27T05:30:00.000Z'],
  ['2026-03-27 晚上8点', '2026-03-27T12:00:00.000Z'],
  ['2026-03-27 夜间 23:10', '2026-03-27T15:10:00.000Z'],
  ['2026-03-27 中午11:50', '2026-03-27T03:50:00.000Z'],
  ['2026-03-27 凌晨12:30', '2026-03-26T16:30:00.000Z'],
  ['2026032709', '2026-03-27T01:00:00.000Z'],
  ['2026-03-27 24:00', '2026-03-27T16:00:00.000Z'],
  ['2026-03-27 09:10:00.123', '2026-03-27T01:10:00.123Z'],
])('%s is %s', (text, at) => {
  expect(atOf(text)).toBe(at);
});

test.each(['2026-03-02', '2026/3/2', '2026年3月2日', '20260302', '46083', '2 March 2026', '02.03.2026'])(
  '%s is a day of which no time is known',
  (text) => {
    expect(atOf(text)).toBe('2026-03-01T16:00:00.000Z (a day)');
  },
);

test.each([
  ['3/4/2026 9:10', 'day-or-month'],
  ['03-04-2026', 'day-or-month'],
  ['2026-02-30 10:00', 'no-such-day'],
  ['30.02.2026', 'no-such-day'],
  ['2026-02-27 25:00', 'no-such-day'],
  ['2026-02-27 10:70', 'no-such-day'],
  ['2026-13-01', 'no-such-day'],
  ['2026年2月30日', 'no-such-day'],
  ['2026-03-02 上午15:00', 'no-such-day'],
  ['2026-03-02 中午9点', 'no-such-day'],
  ['2026-03-02 傍晚1点', 'no-such-day'],
  ['2026-03-02 晚上12点10分', 'which-night'],
  ['2026-03-02 晚上1:30', 'which-night'],
  ['2026-03-02 夜间2点', 'which-night'],
  ['2026-03-02 夜间0:20', 'which-night'],
  ['2026-03-02 9', 'not-a-time'],
  ['26/3/2 9:10', 'not-a-time'],
  ['soon', 'not-a-time'],
  ['9:10', 'not-a-time'],
  ['13700000001', 'not-a-time'],
  ['2026-03-02 09:10 tomorrow', 'not-a-time'],
  ['46083.3819x', 'not-a-time'],
])('%s is refused: %s', (text, code) => {
  expect(atOf(text)).toBe(code);
});

describe('Where a mapping says how times are written', () => {
  const byDay = timeReader('Asia/Shanghai', ['d/M/yyyy H:mm', 'dd/MM/yy', "d 'of' MMMM yyyy a h:mm"]);

  test.each([
    ['3/4/2026 9:10', '2026-04-03T01:10:00.000Z'],
    ['03/04/26', '2026-04-02T16:00:00.000Z (a day)'],
    ['2026-03-02 09:10', tenPastNine],
  ])('%s is %s', (text, at) => {
    expect(atOf(text, byDay)).toBe(at);
  });

  test('a part of the day is known in Chinese, too', () => {
    expect(atOf('02日03月26 下午3:05', timeReader('Asia/Shanghai', ["dd'日'MM'月'yy ah:mm"]))).toBe(
      '2026-03-02T07:05:00.000Z',
    );
  });
});
