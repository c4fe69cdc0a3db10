/** A workbook keeps a day and the midnight at which it begins as one number: the format of the cell tells them apart. */
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { type CellValue, writeXlsx } from 'hucre';
import { columnsNamed, parseMapping } from './mapping.js';
import { midnightTimesByColumn, showsTime } from './midnights.js';
import { chosen } from './chosen.testing.js';
import { openFile } from './read-file.js';
import { rowReader } from './row.js';

const mapping = parseMapping(
  'm',
  JSON.stringify({
    name: 'm',
    format: 'xlsx',
    zone: 'Asia/Shanghai',
    mode: 'archive',
    asOf: '2026-03-10T00:00',
    columns: { id: '编号', reportedAt: '来电时间', dueAt: '期限', words: ['内容'] },
    channels: { default: 'hotline-12345' },
    menuItems: { default: 'consultation' },
  }),
);

/** A row for each pair of formats, its report and its deadline at midnight. */
const workbookOf = (...formats: readonly (readonly [string, string])[]) => {
  const day = (date: string, numFmt: string) => ({ value: new Date(`${date}T00:00:00Z`), style: { numFmt } });
  const rows: CellValue[][] = [
    ['编号', '来电时间', '期限', '内容'],
    ...formats.map((_, at) => [`n${at}`, null, null, '路灯不亮']),
  ];
  const cells = new Map(
    formats.flatMap(([reported, due], at) => [
      [`${at + 1},1`, day('2026-03-02', reported)] as const,
      [`${at + 1},2`, day('2026-03-05', due)] as const,
    ]),
  );
  return writeXlsx({ sheets: [{ name: '工单', rows, cells }] });
};

const demandsOf = async (content: Uint8Array) => {
  const file = chosen(content);
  const opened = await openFile(file, { ...mapping, wanted: columnsNamed(mapping) });
  const read = rowReader(mapping, instant('2026-11-26T00:00:00.000Z'), opened);
  const demands: unknown[] = [];
  // Twice, as an import does: the first reading looks for what is odd, the second one sends.
  for (const _ of ['survey', 'import']) {
    demands.length = 0;
    for await (const line of opened.lines())
      demands.push('row' in line ? [read(line.row).dueAt, read(line.row).flags] : line);
  }
  return demands;
};

const endOfDay = '2026-03-05T15:59:59.999Z';
const midnight = '2026-03-04T16:00:00.000Z';

describe('A deadline at midnight in a workbook', () => {
  test('is a day where its cell shows only a date, and that midnight where its cell shows a time', async () => {
    const content = await workbookOf(
      ['yyyy/m/d h:mm', 'yyyy/m/d'],
      ['yyyy/m/d h:mm', 'yyyy/m/d h:mm'],
      ['m/d/yyyy h:mm', 'yyyy"年"m"月"d"日"'],
      ['yyyy"年"m"月"d"日" h"时"mm"分"', '[$-804]yyyy-mm-dd hh:mm:ss;@'],
    );
    expect(await demandsOf(content)).toEqual([
      [endOfDay, ['date-without-time']],
      [midnight, []],
      [endOfDay, ['date-without-time']],
      [midnight, []],
    ]);
  });
});

test.each([
  ['yyyy-mm-dd', false],
  ['m/d/yyyy', false],
  ['[$-x-sysdate]dddd, mmmm dd, yyyy', false],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', false],
  ['yyyy-mm-dd\\ "hrs"', false],
  [undefined, false],
  ['yyyy-mm-dd hh:mm', true],
  ['[h]:mm', true],
  ['上午/下午h"时"mm"分"', true],
  ['mm:ss.0', true],
])('the format %s shows a time of day: %s', (format, isTime) => {
  expect(showsTime(format)).toBe(isTime);
});

test('in an .xls, which is read without formats, a column that holds a time of day holds times', () => {
  const at = (text: string) => new Date(`${text}Z`);
  const rows = [
    ['来电时间', '期限'],
    [at('2026-03-02T00:00:00'), at('2026-03-05T00:00:00')],
    [at('2026-03-02T09:10:00'), at('2026-03-06T00:00:00')],
  ];
  expect([...midnightTimesByColumn(rows)]).toEqual(['1,0']);
});
