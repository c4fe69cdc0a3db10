import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { parseMapping } from './mapping.js';
import { RowRefused, rowReader } from './row.js';

const mapping = parseMapping(
  'hotline',
  JSON.stringify({
    name: 'hotline',
    format: 'csv',
    zone: 'America/New_York',
    mode: 'archive',
    asOf: '2016-01-12T16:00',
    columns: {
      id: 'id',
      reportedAt: 'opened',
      closedAt: 'closed',
      dueAt: 'target',
      claim: 'on_time',
      words: ['title', 'text'],
      lat: 'lat',
      lon: 'lon',
      address: 'where',
      channel: 'source',
      menuItem: 'reason',
      person: 'user',
    },
    claims: { ONTIME: 'met', OVERDUE: 'breached' },
    channels: { default: 'hotline-12345', of: { App: 'portal' } },
    menuItems: { default: 'general-request', of: { Trees: 'parks-and-trees' } },
  }),
);
const now = instant('2026-11-26T00:00:00.000Z');
const read = rowReader(mapping, now);
const row = {
  id: '101',
  opened: '2015-01-01T03:46:15',
  closed: '2015-01-06T08:50:05',
  target: '2015-03-10T08:30:00',
  on_time: 'ONTIME',
  title: 'A tree has fallen',
  text: 'It lies on the road',
  lat: '42.28',
  lon: '-71.05',
  where: '1 Elm St',
  source: 'App',
  reason: 'Trees',
  user: 'u-7',
};

const refused = (change: object): RowRefused => {
  try {
    read({ ...row, ...change });
  } catch (error) {
    if (error instanceof RowRefused) return error;
    throw error;
  }
  throw new Error('the row was not refused');
};

describe('A row of history', () => {
  test('is a demand, its times those of the source’s own zone', () => {
    expect(read(row)).toEqual({
      sourceId: '101',
      menuItem: 'parks-and-trees',
      words: 'A tree has fallen\nIt lies on the road',
      place: { lat: 42.28, lon: -71.05, address: '1 Elm St' },
      channel: 'portal',
      person: 'u-7',
      reportedAt: '2015-01-01T08:46:15.000Z',
      closedAt: '2015-01-06T13:50:05.000Z',
      dueAt: '2015-03-10T12:30:00.000Z',
      claim: 'met',
      flags: [],
    });
  });

  test('may leave out whatever the source does not know', () => {
    expect(read({ id: 7, opened: row.opened, title: 'A tree' })).toMatchObject({
      sourceId: '7',
      closedAt: null,
      dueAt: null,
      claim: null,
      place: null,
      person: null,
      channel: 'hotline-12345',
      menuItem: 'general-request',
      flags: ['no-place'],
    });
  });

  test('is kept and flagged where its times are odd', () => {
    expect(read({ ...row, closed: '2014-12-31T00:00:00' }).flags).toEqual(['closed-before-opened']);
    expect(read({ ...row, closed: '2015/1/6' })).toMatchObject({
      closedAt: '2015-01-07T04:59:59.999Z',
      flags: ['date-without-time'],
    });
  });

  test('may use words that mean something else elsewhere', () => {
    const odd = { ...row, source: 'constructor', reason: 'toString', on_time: '__proto__' };
    expect(read(odd)).toMatchObject({ channel: 'hotline-12345', menuItem: 'general-request', claim: null });
  });

  test('has no address that ends in the middle of a character', () => {
    const { place } = read({ ...row, where: `${'x'.repeat(499)}\ud83c\udfe0` });
    expect(place?.address).toBe('x'.repeat(499));
  });

  test.each([
    ['without its id', { id: ' ' }, 'id', 'missing'],
    ['that was never opened', { opened: '' }, 'opened', 'missing'],
    ['of a day that never was', { opened: '2015-02-30T10:00:00' }, 'opened', 'no-such-day'],
    ['whose target is no time', { target: 'soon' }, 'target', 'not-a-time'],
    ['without a word', { title: '', text: '' }, 'title', 'missing'],
    ['with a NUL in it', { text: 'a\0b' }, 'text', 'nul-character'],
    ['with half a character in it', { text: 'a\ud83d' }, 'text', 'broken-text'],
    ['with an id as long as a letter', { id: '1'.repeat(201) }, 'id', 'too-long'],
    ['of somebody with a name as long as a letter', { user: 'u'.repeat(201) }, 'user', 'too-long'],
    [
      'that was reported when nothing can have been',
      { opened: '9999-12-31T23:59' },
      'opened',
      'implausible-time',
    ],
    ['that was reported tomorrow', { opened: '2026-12-31T23:59' }, 'opened', 'implausible-time'],
    ['from beyond the pole', { lat: '94.1' }, 'lat', 'not-a-coordinate'],
    ['whose longitude is a word', { lon: 'west' }, 'lon', 'not-a-coordinate'],
    ['as long as a book', { text: 'x'.repeat(20_001) }, 'title', 'too-long'],
  ])('%s is refused, with the column that says so', (_, change, column, code) => {
    const { column: at, code: why } = refused(change);
    expect({ column: at, code: why }).toEqual({ column, code });
  });

  test.each([{ target: 'Mrs Li, 1 Elm St' }, { lon: 'Mrs Li, 1 Elm St' }])(
    'that is refused is not quoted: %j',
    (change) => {
      expect(refused(change).message).not.toContain('Mrs Li');
    },
  );
});

const hotline = (more: object = {}) =>
  parseMapping(
    'hotline',
    JSON.stringify({
      name: 'hotline',
      format: 'csv',
      zone: 'Asia/Shanghai',
      mode: 'archive',
      asOf: '2026-03-10T00:00',
      columns: {
        id: '工单号',
        sourceNumber: '流水号',
        reportedAt: '来电时间',
        closedAt: '办结时间',
        dueAt: '办理期限',
        words: ['诉求内容'],
        person: '姓名',
        phone: '联系电话',
        lat: '纬度',
        lon: '经度',
      },
      channels: { default: 'hotline-12345' },
      menuItems: { default: 'consultation' },
      ...more,
    }),
  );
const call = { 工单号: 'g1', 来电时间: '2026-03-02 09:10', 诉求内容: '路灯不亮' };
const ofHotline = (row: object, more?: object) => rowReader(hotline(more), now)({ ...call, ...row });
const whyNot = (row: object) => {
  try {
    ofHotline(row);
  } catch (error) {
    if (error instanceof RowRefused) return error;
  }
  throw new Error('the row was not refused');
};

describe('A date without a time', () => {
  test('of a deadline is over when the day is', () => {
    expect(ofHotline({ 办理期限: '2026-03-05', 办结时间: '2026-03-05 09:00' })).toMatchObject({
      dueAt: '2026-03-05T15:59:59.999Z',
      closedAt: '2026-03-05T01:00:00.000Z',
      flags: ['date-without-time', 'no-place'],
    });
  });

  test('is over when the offices close, where the mapping says so', () => {
    expect(ofHotline({ 办理期限: '2026-03-05', 办结时间: '2026-03-05' }, { dayEnds: '17:30' })).toMatchObject(
      {
        dueAt: '2026-03-05T09:30:00.000Z',
        closedAt: '2026-03-05T09:30:00.000Z',
      },
    );
  });

  test('of a closing does not lie before the report of that day, whichever has a time', () => {
    const flags = (row: object) => ofHotline(row).flags.filter((flag) => flag === 'closed-before-opened');
    expect(flags({ 办结时间: '2026-03-02' })).toEqual([]);
    expect(flags({ 来电时间: '2026-03-02', 办结时间: '2026-03-02 08:00' })).toEqual([]);
    expect(flags({ 办结时间: '2026-03-01' })).toEqual(['closed-before-opened']);
  });

  test('of a closing on the day of a deadline with an hour decides nothing, and is flagged', () => {
    const vague = { 办理期限: '2026-03-05 12:00', 办结时间: '2026-03-05' };
    expect(ofHotline(vague).flags).toContain('closed-on-due-day');
    expect(ofHotline({ ...vague, 办结时间: '2026-03-06' }).flags).not.toContain('closed-on-due-day');
  });
});

describe('What cannot be', () => {
  test.each([
    '1900-01-01',
    '1899-12-30 00:00',
    '9999-12-31',
    '9999-12-31 23:59:59',
    '0001-01-01',
    '1970-01-01 08:00',
    '2099-01-01',
  ])('a closing of %s closes nothing, and is flagged', (closing) => {
    expect(ofHotline({ 办结时间: closing })).toMatchObject({
      closedAt: null,
      flags: expect.arrayContaining(['implausible-time']),
    });
  });

  test('a closing that cannot be leaves a live row neither open nor closed: it is refused', () => {
    expect(() => ofHotline({ 办结时间: '1900-01-01' }, { mode: 'live' })).toThrow(RowRefused);
  });

  test.each([
    '',
    '-',
    '—',
    '——',
    '/',
    '无',
    '暂无',
    'NULL',
    'N/A',
    'nan',
    'NaT',
    'None',
    '未办结',
    '尚未办结',
  ])('a closing of “%s” is none: it is open', (none) => {
    expect(ofHotline({ 办结时间: none })).toMatchObject({ closedAt: null });
    expect(ofHotline({ 办结时间: none }).flags).not.toContain('implausible-time');
  });

  test.each(['处理中', '已办结', '0'])('a closing of “%s” is refused: nobody can say when', (text) => {
    expect(() => ofHotline({ 办结时间: text })).toThrow(RowRefused);
  });

  test('a deadline in seventy years is none, and is flagged', () => {
    expect(ofHotline({ 办理期限: '2099-12-31' })).toMatchObject({
      dueAt: null,
      flags: expect.arrayContaining(['implausible-time']),
    });
  });

  test('a place at 0, 0 is nowhere, and is flagged', () => {
    expect(ofHotline({ 纬度: '0', 经度: '0.0' })).toMatchObject({
      place: null,
      flags: ['implausible-place'],
    });
  });
});

describe('Whoever asked', () => {
  test.each([
    ['13700000001', '13700000001'],
    // As a program writes it that keeps a column with gaps as fractions.
    ['13700000001.0', '13700000001'],
    ['05362345678.00', '05362345678'],
    ['137-0000-0001', '137-0000-0001'],
    ["'13700000001", '13700000001'],
    ['="13700000001"', '13700000001'],
    ['（0536）2345678', '(0536)2345678'],
    ['(0536)2345678', '(0536)2345678'],
    ['0536-2345678转802', '0536-2345678转802'],
    ['2345678-802', '2345678-802'],
    ['+86 137 0000 0001', '+86 137 0000 0001'],
  ])('is known by the phone %s', (written, phone) => {
    expect(ofHotline({ 联系电话: written, 姓名: '李某' })).toMatchObject({
      contact: { phone, name: '李某' },
    });
  });

  test('is known by the first of two phones; the other one is kept', () => {
    expect(ofHotline({ 联系电话: '13700000001、0536-2345678' })).toMatchObject({
      contact: { phone: '13700000001', name: '0536-2345678' },
    });
  });

  test.each(['无', '不详', '匿名', '-', '', 'nan', '——', '暂无'])('has no phone: “%s”', (none) => {
    expect(ofHotline({ 联系电话: none })).not.toHaveProperty('contact');
  });

  test('has a phone that the source has covered', () => {
    expect(ofHotline({ 联系电话: '137****0001' }).flags).toContain('masked-phone');
  });

  test.each([
    ['联系电话', '1.39E+10'],
    ['联系电话', '1.37E10'],
    ['姓名', '1.39E+10'],
    ['工单号', '2.02603E+17'],
    ['流水号', '2.02603E+17'],
    ['工单号', 202_603_021_234_567_800],
  ])('is not called what a workbook has made of figures (%s: %s)', (column, value) => {
    expect(whyNot({ [column]: value })).toMatchObject({ column, code: 'digits-lost' });
  });

  test('is masked where the row is refused', () => {
    expect(whyNot({ 联系电话: '137000000012345678901' })).toMatchObject({
      code: 'not-a-phone',
      value: '1********1',
    });
    expect(whyNot({ 联系电话: '问王女士' })).toMatchObject({ code: 'not-a-phone', value: '问**士' });
    expect(whyNot({ 来电时间: '13700000001' })).toMatchObject({ code: 'not-a-time', value: '1********1' });
    expect(whyNot({ 来电时间: '3/4/2026 9:10' })).toMatchObject({
      code: 'day-or-month',
      value: '3/4/2026 9:10',
    });
  });
});

test('the number that people know it by goes with the row', () => {
  expect(ofHotline({ 流水号: 'WZ-17' })).toMatchObject({ sourceId: 'g1', sourceNumber: 'WZ-17' });
  expect(ofHotline({ 流水号: 'g1' })).not.toHaveProperty('sourceNumber');
});

test('a live file needs no asOf', () => {
  expect(hotline({ mode: 'live', asOf: undefined }).mode).toBe('live');
});

describe('A mapping', () => {
  test.each([
    ['that is no JSON', '{', /not JSON/],
    ['of a zone that is none', JSON.stringify({ ...mapping, zone: 'Boston' }), /zone/],
    ['without columns', JSON.stringify({ ...mapping, columns: undefined }), /columns/],
    [
      'with a door that is none',
      JSON.stringify({ ...mapping, channels: { default: 'pigeon' } }),
      /channels\.default/,
    ],
    ['as of no moment', JSON.stringify({ ...mapping, asOf: 'yesterday' }), /asOf/],
    ['of an archive that does not say as of when', JSON.stringify({ ...mapping, asOf: undefined }), /asOf/],
    ['of an encoding that is none', JSON.stringify({ ...mapping, encoding: 'klingon' }), /encoding/],
    ['of a datum that is none', JSON.stringify({ ...mapping, datum: 'Mars' }), /datum/],
  ])('%s is refused in one sentence', (_, text, sentence) => {
    expect(() => parseMapping('hotline', text)).toThrow(sentence);
  });
});
