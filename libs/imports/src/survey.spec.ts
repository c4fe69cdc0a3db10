import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { columnsNamed, parseMapping } from './mapping.js';
import { chosen } from './chosen.testing.js';
import { openFile } from './read-file.js';
import { rowReader } from './row.js';
import { survey } from './survey.js';

const mapping = parseMapping(
  'm',
  JSON.stringify({
    name: 'm',
    format: 'csv',
    zone: 'Asia/Shanghai',
    mode: 'archive',
    asOf: '2026-03-10T00:00',
    columns: {
      id: 'id',
      reportedAt: 'opened',
      closedAt: 'closed',
      dueAt: 'due',
      claim: 'said',
      words: ['text'],
      lat: 'lat',
      lon: 'lon',
      menuItem: 'kind',
    },
    claims: { 按时: 'met' },
    channels: { default: 'file' },
    menuItems: { default: 'consultation', of: { 路灯: 'lamp' } },
  }),
);
const read = rowReader(mapping, instant('2026-11-26T00:00:00.000Z'));

const surveyOf = async (...rows: string[]) => {
  const file = chosen(['id,opened,closed,due,said,text,lat,lon,kind', ...rows].join('\n'));
  const opened = await openFile(file, { ...mapping, wanted: columnsNamed(mapping) });
  const found = await survey(opened, mapping, read);
  const { menuItems: _, ...rest } = found;
  return { ...rest, remarks: found.remarks.map(({ code, isWrong }) => (isWrong ? `${code}!` : code)) };
};

const good = '1,2026-03-02 09:10,2026-03-03 09:10,2026-03-05 17:30,按时,灯,36.3,119.7,路灯';

test('of a file as it should be there is nothing to say', async () => {
  expect(await surveyOf(good)).toEqual({
    read: 1,
    rejected: 0,
    flagged: 0,
    undecided: 0,
    withoutPlace: 0,
    remarks: [],
  });
});

test('a column that is empty in every row is said, and not as it should be', async () => {
  expect((await surveyOf('1,2026-03-02 09:10,,2026-03-05,按时,灯,36.3,119.7,路灯')).remarks).toEqual([
    'empty-column!',
  ]);
});

test('moments and places that cannot be are said and flagged, and leave nothing to compare', async () => {
  const found = await surveyOf(
    good,
    good.replace('1,', '2,').replace('2026-03-03 09:10', '1900-01-01'),
    good.replace('1,', '3,').replace('2026-03-03 09:10', '9999-12-31 23:59'),
    good.replace('1,', '4,').replace('36.3,119.7', '0,0'),
  );
  expect(found).toMatchObject({ read: 4, rejected: 0, flagged: 3, undecided: 3, withoutPlace: 1 });
  expect(found.remarks).toEqual(['implausible-time!', 'implausible-place!']);
});

test('words that the mapping does not know are said with what becomes of them', async () => {
  expect((await surveyOf(good, good.replace('1,', '2,').replace('路灯', '井盖'))).remarks).toEqual([
    'unknown-words',
  ]);
});

test('words that the mapping does not know are counted, each with its rows, the most frequent first', async () => {
  const kinds = ['井盖', '噪声', '噪声', '路灯'];
  const rows = kinds.map((kind, at) => good.replace('1,', `${at + 1},`).replace('路灯', kind));
  const file = chosen(['id,opened,closed,due,said,text,lat,lon,kind', ...rows].join('\n'));
  const opened = await openFile(file, { ...mapping, wanted: columnsNamed(mapping) });
  const items = [{ id: 'consultation', name: { zh: '咨询', en: 'Questions' } }];
  const { remarks, menuItems } = await survey(opened, mapping, read, { items });
  expect(remarks.map(({ text }) => text)).toEqual([
    {
      en: '3 rows have a word in “kind” that the mapping does not know (“噪声” 2, “井盖” 1); they are taken as “Questions”.',
      zh: '“kind”列有 3 行的值不在映射中（“噪声”2 行、“井盖”1 行），按“咨询”处理。',
    },
  ]);
  expect([...menuItems]).toEqual([
    ['consultation', 3],
    ['lamp', 1],
  ]);
});

test('a door that the mapping does not know is said by the name of the one that is taken for it', async () => {
  const file = chosen(['id,opened,closed,due,said,text,lat,lon,kind', good].join('\n'));
  const doors = { ...mapping, columns: { ...mapping.columns, channel: 'said' } };
  const opened = await openFile(file, { ...doors, wanted: columnsNamed(doors) });
  const { remarks } = await survey(opened, doors, read);
  const ofDoors = remarks.find(({ text }) => text.en.includes('taken as'))?.text;
  expect(ofDoors?.zh).toMatch(/按“文件导入”处理。$/);
});

test('rows that would be refused are counted, and told one by one', async () => {
  const file = chosen(
    `id,opened,closed,due,said,text,lat,lon,kind\n${good}\n2,3/4/2026 9:10,,,,灯,36.3,119.7,路灯\n`,
  );
  const opened = await openFile(file, { ...mapping, wanted: columnsNamed(mapping) });
  const told: object[] = [];
  expect(await survey(opened, mapping, read, { onRejected: (it) => void told.push(it) })).toMatchObject({
    read: 2,
    rejected: 1,
  });
  expect(told).toEqual([
    {
      line: 3,
      column: 'opened',
      value: '3/4/2026 9:10',
      code: 'day-or-month',
      reason: { en: expect.stringMatching(/timeFormats/), zh: expect.stringMatching(/timeFormats.*。$/) },
    },
  ]);
});
