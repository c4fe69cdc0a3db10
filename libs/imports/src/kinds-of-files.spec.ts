/** Files as other people's programs write them: whatever they are called, each holds the same two demands. */
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { writeXlsx } from 'hucre';
import { columnsNamed, parseMapping } from './mapping.js';
import { chosen } from './chosen.testing.js';
import type { Source } from './source.js';
import { openFile, type Reading } from './read-file.js';
import { rowReader } from './row.js';
import { survey } from './survey.js';

const mapping = parseMapping(
  'hotline',
  JSON.stringify({
    name: 'hotline',
    format: 'csv',
    zone: 'Asia/Shanghai',
    mode: 'archive',
    asOf: '2026-03-10T00:00',
    columns: {
      id: '工单号',
      reportedAt: '来电时间',
      words: ['诉求内容'],
      phone: '联系电话',
      lat: '纬度',
      lon: '经度',
    },
    channels: { default: 'hotline-12345' },
    menuItems: { default: 'consultation' },
  }),
);
const readerOf = (opened: Readonly<{ is1904?: boolean }>) =>
  rowReader(mapping, instant('2026-11-26T00:00:00.000Z'), opened);
const read = readerOf({});

const open = (file: Source, more: Partial<Reading> = {}) =>
  openFile(file, { ...mapping, wanted: columnsNamed(mapping), ...more });

const demandsOf = async (content: string | Uint8Array, more: Partial<Reading> = {}) => {
  const opened = await open(chosen(content), more);
  const { lines } = opened;
  const readHere = readerOf(opened);
  const demands: object[] = [];
  for await (const line of lines()) demands.push('row' in line ? readHere(line.row) : line);
  return demands.map((it) =>
    'words' in it ? [it['sourceId' as never], it['reportedAt' as never], it.words] : it,
  );
};

const lamp = '村口路灯不亮，已经两晚';
const drain = '门口下水堵了\n臭味很大';
const both = [
  ['g1', '2026-03-02T01:10:00.000Z', lamp],
  ['g2', '2026-03-02T03:00:00.000Z', drain],
];
const table = (mark: string, end = '\n') =>
  [
    ['工单号', '来电时间', '诉求内容', '联系电话', '纬度', '经度'].join(mark),
    ['g1', '2026-03-02 09:10', lamp, '13700000001', '36.373', '119.743'].join(mark),
    ['g2', '2026-03-02 11:00', `"${drain}"`, '(0536)2345678转802', '36.374', '119.744'].join(mark),
    '',
  ].join(end);

/** UTF-16 the other way round. */
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** `工单号,来电时间,诉求内容,联系电话,纬度,经度` and two rows in GB 18030, as bytes, since Node only reads it. */
const inGb18030 = Buffer.from(
  'uaS1pbrFLMC0tefKsbzkLMvfx/PE2sjdLMGqz7W157uwLM6ztsgsvq22yApnMSwyMDI2LTAzLTAyIDA5OjEwLLTlv9rCt7XGsrvBwaOs0tG+rcG9ze0sMTM3MDAwMDAwMDEsMzYuMzczLDExOS43NDMKZzIsMjAyNi0wMy0wMiAxMTowMCwiw8W/2s/Cy662wsHLCrP0zra63LTzIiwxMzcwMDAwMDAwMiwzNi4zNzQsMTE5Ljc0NAo=',
  'base64',
);

describe('Two demands are read from', () => {
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', table(',')],
    ['UTF-8 with a mark', `\uFEFF${table(',')}`],
    [
      'UTF-16 LE with a mark, tabs and CR LF, as Excel saves “Unicode text”',
      Buffer.from(`\uFEFF${table('\t', '\r\n')}`, 'utf16le'),
    ],
    ['UTF-16 LE without a mark', Buffer.from(table(','), 'utf16le')],
    ['UTF-16 BE with a mark', swapped(Buffer.from(`\uFEFF${table(';')}`, 'utf16le'))],
    ['UTF-16 BE without a mark', swapped(Buffer.from(table(';'), 'utf16le'))],
    ['semicolons', table(';')],
    ['tabs', table('\t')],
    ['bars', table('|')],
    ['a separator that the file names itself', `sep=;\r\n${table(';', '\r\n')}`],
    ['a title and a note above the head', `12345热线工单明细,,,,,\n导出时间：2026-03-10,,,,,\n${table(',')}`],
    [
      'a blank above, and blank lines between and below',
      `\n${table(',').replace('\ng2', '\n,,,,,\n\ng2')}\n,,,,,\n\n`,
    ],
    [
      'heads with blanks around them, and signs that nobody sees',
      table(',').replace('工单号', ' 工单号\u200b ').replace('纬度', '纬度 '),
    ],
    ['a column more at the end of each line', table(',').replaceAll(/(经度|119\.74\d)/g, '$1,')],
  ])('%s', async (_, content) => {
    expect(await demandsOf(content)).toEqual(both);
  });

  test('GB 18030, as WPS and Excel save CSV in China', async () => {
    expect(await demandsOf(inGb18030)).toEqual(both);
  });

  test('Big5, where the mapping says so', async () => {
    const big5 = Buffer.concat([
      Buffer.from('id,t,w\n1,2026-03-02 09:10,'),
      Buffer.from([0xb8, 0xf4, 0xbf, 0x4f]),
      Buffer.from('\n'),
    ]);
    const { lines } = await open(chosen(big5), { encoding: 'big5', wanted: ['id'] });
    for await (const line of lines()) expect(line).toMatchObject({ row: { w: '路燈' } });
  });
});

describe('A workbook', () => {
  const rows = [
    ['工单号', '来电时间', '诉求内容', '联系电话', '纬度', '经度'],
    ['g1', new Date('2026-03-02T09:10:00Z'), lamp, 13_700_000_001, 36.373, 119.743],
    ['g2', new Date('2026-03-02T11:00:00Z'), drain, '13700000002', 36.374, 119.744],
  ];

  test.each(['1900', '1904'] as const)(
    'is known by its content, its times by the date system %s',
    async (dateSystem) => {
      const content = await writeXlsx({ dateSystem, sheets: [{ name: '工单', rows }] });
      expect(await demandsOf(content)).toEqual(both);
    },
  );

  test.each([
    ['1900', 0],
    ['1904', 1_462],
  ] as const)('whose days are bare numbers is read by its date system %s, too', async (dateSystem, later) => {
    const bare = rows.map(([id, at, ...others]) => {
      return [id, at instanceof Date ? at.getTime() / 86_400_000 + 25_569 - later : (at ?? null), ...others];
    });
    const content = await writeXlsx({
      dateSystem,
      sheets: [{ name: '工单', rows: bare as (typeof rows)[number][] }],
    });
    expect(await demandsOf(content)).toEqual(both);
  });

  test('is read from the sheet that the mapping names, and says which were not read', async () => {
    const content = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['本表由系统导出']] },
        { name: '工单', rows },
      ],
    });
    expect(await demandsOf(content, { sheet: '工单' })).toEqual(both);
    const { written } = await open(chosen(content), { sheet: '工单' });
    expect(written.zh).toBe('工作簿，工作表“工单”；未读取：“说明”');
    await expect(open(chosen(content), { sheet: '明细' })).rejects.toThrow(
      'The workbook has no sheet “明细”; it has “说明”, “工单”.',
    );
  });

  test('that is damaged is refused in a sentence', async () => {
    const content = await writeXlsx({ sheets: [{ name: '工单', rows }] });
    await expect(demandsOf(content.slice(0, content.length / 2))).rejects.toThrow(/damaged/);
  });
});

describe('A file is refused in a sentence that', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'says that it is an image',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
      /^The file is an image and no table/,
    ],
    ['says that it is a PDF', '%PDF-1.7\n', /^The file is a PDF and no table/],
    ['says that it is empty', '', /^The file is empty/],
    ['says that it is empty but for a mark', '\uFEFF\r\n \n', /^The file is empty/],
    [
      'says that its encoding is unknown, when it is Western',
      Buffer.from('id;text\n1;Straße, Müll, Öl\n2;Höfe, Größe, Bär, für\n', 'latin1'),
      /neither UTF-8 nor UTF-16 nor GB18030/,
    ],
    [
      'knows a page that is only called a workbook',
      '<html><table><tr><td>工单号</td></tr></table></html>',
      /no workbook/,
    ],
  ])('%s', async (_, content, sentence) => {
    await expect(demandsOf(content)).rejects.toThrow(sentence);
  });

  test.each<[string, string, string]>([
    [
      'lists the columns that are there',
      'number,来电时间,诉求内容,联系电话,经度\n1,2026-03-02 09:10,x,,\n',
      'The file has no column “工单号”, “纬度”, which the mapping names; it has “number”, “来电时间”, “诉求内容”, “联系电话”, “经度”.',
    ],
    [
      'names the head that stands twice',
      '工单号,来电时间,诉求内容,诉求内容,联系电话,纬度,经度\n1,2026-03-02 09:10,x,,,,\n',
      'The head of the file names “诉求内容” more than once: nobody can say which column is meant.',
    ],
    [
      'says that no row follows the head',
      '工单号,来电时间,诉求内容,联系电话,纬度,经度\n',
      'The file has a head and no row below it: there is nothing to import.',
    ],
  ])('%s', async (_, content, sentence) => {
    const opened = await open(chosen(content));
    await expect(survey(opened, mapping, read)).rejects.toThrow(sentence);
  });

  test('names a field that no line has', async () => {
    const opened = await open(
      chosen('{"工单号":1,"来电时间":"2026-03-02 09:10"}\n{"诉求内容":"x","纬度":1}\n'),
      {
        format: 'jsonl',
      },
    );
    await expect(survey(opened, mapping, read)).rejects.toThrow('no column “经度”, “联系电话”');
  });
});
