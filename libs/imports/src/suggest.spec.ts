import { expect, test } from '@jest/globals';
import { parseMapping } from './mapping.js';
import { chosen } from './chosen.testing.js';
import { openFile } from './read-file.js';
import { suggest } from './suggest.js';

const suggested = async (...lines: string[]) => {
  const file = chosen(lines.join('\n'));
  const opened = await openFile(file, { wanted: [], format: 'csv' });
  const known = {
    file: 'June 2026.csv',
    format: 'csv',
    zone: 'Asia/Shanghai',
    asOf: '2026-07-01T00:00',
  } as const;
  return suggest(opened, known);
};

test('the heads of a Chinese hotline are known, and the mapping is one', async () => {
  const { mapping, columns } = await suggested(
    '序号,工单编号,诉求人,联系方式,来电时间,办理期限,办结时间,是否超时,诉求类别,诉求来源,事发地址,诉求标题,诉求内容,经度,纬度',
    '1,GD2026001,王某,13700000001,2026/6/2 9:10,2026/6/5,2026/6/4,未超时,路灯,热线,村口,路灯,村口路灯不亮,119.7,36.3',
    '2,GD2026002,李某,(0536)2345678,2026/6/3 9:10,2026/6/8,,超时,路灯,网站,东街,下水,门口下水堵了,119.8,36.4',
  );
  expect(mapping['columns']).toEqual({
    id: '工单编号',
    reportedAt: '来电时间',
    closedAt: '办结时间',
    dueAt: '办理期限',
    claim: '是否超时',
    words: ['诉求标题', '诉求内容'],
    lat: '纬度',
    lon: '经度',
    address: '事发地址',
    person: '诉求人',
    phone: '联系方式',
    channel: '诉求来源',
    menuItem: '诉求类别',
  });
  expect(mapping['claims']).toEqual({ 未超时: 'met', 超时: 'breached' });
  expect(columns[0]).toEqual({ name: '序号', guess: null });
  expect(parseMapping('suggested', JSON.stringify(mapping))).toMatchObject({ name: 'june-2026' });
});

test('the heads of an English portal are known', async () => {
  const { mapping } = await suggested(
    'ticket_number;created_at;resolved_at;due_date;description;category;source;latitude;longitude',
    'A-1;2026-06-02T09:10:00Z;;2026-06-05;A lamp is out;Lamps;Phone;36.3;119.7',
  );
  expect(mapping['columns']).toEqual({
    id: 'ticket_number',
    reportedAt: 'created_at',
    closedAt: 'resolved_at',
    dueAt: 'due_date',
    words: ['description'],
    lat: 'latitude',
    lon: 'longitude',
    channel: 'source',
    menuItem: 'category',
  });
});

test.each([
  ['是否超期', '否', '是'],
  ['超时情况', '未超时', '超时'],
  ['是否按期办结', '是', '否'],
  ['Overdue', 'No', 'Yes'],
  ['on_time', 'Y', 'N'],
  ['On time?', 'true', 'false'],
])('the column “%s” says “%s” of what was in time, and “%s” of what was not', async (head, met, breached) => {
  const { mapping } = await suggested(
    `工单编号,来电时间,内容,${head}`,
    `1,2026-06-02 09:10,村口路灯不亮,${met}`,
    `2,2026-06-02 09:11,门口下水堵了,${breached}`,
  );
  expect(mapping['claims']).toEqual({ [met]: 'met', [breached]: 'breached' });
});

test('of a question that is asked both ways nobody guesses the answer', async () => {
  const { mapping } = await suggested(
    '工单编号,来电时间,内容,是否未超期',
    '1,2026-06-02 09:10,村口路灯不亮,是',
    '2,2026-06-02 09:11,门口下水堵了,否',
  );
  expect(mapping['claims']).toEqual({});
});

test.each([
  ['百度经度', '百度纬度', 'BD-09'],
  ['高德经度', '高德纬度', 'GCJ-02'],
  ['lng_gcj02', 'lat_gcj02', 'GCJ-02'],
  ['经度', '纬度', undefined],
])('coordinates called %s and %s are of the datum %s', async (lon, lat, datum) => {
  const { mapping } = await suggested(
    `工单编号,来电时间,内容,${lon},${lat}`,
    '1,2026-06-02 09:10,村口路灯不亮,119.7,36.3',
  );
  expect(mapping).toMatchObject({ columns: { lon, lat } });
  expect(mapping['datum']).toBe(datum);
  expect(() => parseMapping('suggested', JSON.stringify(mapping))).not.toThrow();
});

test('what a letter is called is among its words, and no kind of it', async () => {
  const { mapping } = await suggested(
    'Case ID,Opened,Subject,Description,Category',
    '1,2026-06-02 09:10,Lamp,A lamp is out,Lamps',
  );
  expect(mapping['columns']).toMatchObject({ words: ['Subject', 'Description'], menuItem: 'Category' });
});

test('a column is not taken for what its head says where its content is something else', async () => {
  const { columns } = await suggested(
    'no,办结时间,来电时间,内容',
    '1,已办结,2026-06-02 09:10,村口路灯不亮',
    '2,办理中,2026-06-02 09:11,门口下水堵了',
  );
  expect(columns).toEqual([
    { name: 'no', guess: 'id' },
    { name: '办结时间', guess: null },
    { name: '来电时间', guess: 'reportedAt' },
    { name: '内容', guess: 'words' },
  ]);
});
