/** Every kind of file or mapping that cannot be imported has a code of its own, for programs, and says why in both languages. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre';
import { importCommand } from '../commands/import.js';
import { mappingSuggestCommand } from '../commands/mapping.js';
import { refusalOf } from '../refusals.js';
import { surroundingsOf } from '../surroundings.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-refused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const surroundings = surroundingsOf({
  folder,
  home: folder,
  url: 'http://127.0.0.1:1',
  token: undefined,
  databaseUrl: undefined,
  masterKey: undefined,
  stamp: () => 'now',
  now: () => '2026-11-26T00:00:00.000Z',
});

const mapping = {
  name: 'm',
  format: 'csv',
  zone: 'Asia/Shanghai',
  mode: 'archive',
  asOf: '2026-03-10T00:00',
  columns: { id: 'id', reportedAt: 'opened', words: ['text'] },
  channels: { default: 'file' },
  menuItems: { default: 'consultation' },
};
const good = 'id,opened,text\n1,2026-03-02 09:10,x\n';

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), content);
  return name;
};

/** What programs and people are told, in both languages. */
const refusalFor = async (call: (lang: 'en' | 'zh') => Promise<unknown>) => {
  const told = [];
  for (const language of ['en', 'zh'] as const)
    told.push(
      await call(language).then(
        () => ({ code: 'none', message: '', exit: 0 }),
        (error: unknown) => refusalOf(error, { language, isTalkative: false }),
      ),
    );
  return told;
};

const importing = (content: string | Uint8Array, change: object | string = {}) => {
  put('m.json', typeof change === 'string' ? change : JSON.stringify({ ...mapping, ...change }));
  put('file.csv', content);
  return refusalFor((lang) =>
    importCommand(surroundings, 'file.csv', { mapping: './m.json', dryRun: true, lang }),
  );
};

const workbook = await writeXlsx({ sheets: [{ name: '工单', rows: [['id', 'opened', 'text']] }] });
const western = Buffer.from('id;opened;text\n1;Straße;Müll, Öl\n2;Höfe;Größe, Bär, für\n', 'latin1');

test.each<[string, string | Uint8Array, object | string]>([
  ['empty-file', '', {}],
  ['no-rows', 'id,opened,text\n', {}],
  ['missing-columns', 'id,text\n1,x\n', {}],
  ['column-twice', 'id,opened,text,text\n1,2026-03-02,x,y\n', {}],
  ['not-a-workbook', '<html><table><tr><td>id</td></tr></table></html>', {}],
  ['workbook-damaged', workbook.slice(0, workbook.length / 2), {}],
  ['no-such-sheet', workbook, { sheet: '明细' }],
  ['unknown-encoding', western, {}],
  [
    'other-encoding',
    Buffer.from('id,opened,text\n1,2026-03-02,\xff\xff\n', 'latin1'),
    { encoding: 'gb18030' },
  ],
  ['mapping-not-json', good, '{'],
  ['mapping-invalid', good, { columns: { id: 'id' } }],
  ['mapping-zone-unknown', good, { zone: 'Asia/Beijing' }],
  ['mapping-as-of-unknown', good, { zone: 'America/New_York', asOf: '2026-13-08T02:30' }],
])('%s', async (code, content, change) => {
  const [en, zh] = await importing(content, change);
  expect([en?.code, zh?.code, en?.exit, zh?.exit]).toEqual([code, code, 2, 2]);
  expect(en?.message).toMatch(/^[A-Z].*[^.]{3}/);
  expect(zh?.message).toMatch(/[\u4e00-\u9fff].*[。：]?/);
});

test('a file or a mapping that is not there', async () => {
  const noMapping = await refusalFor((lang) =>
    importCommand(surroundings, 'file.csv', { mapping: './none.json', lang }),
  );
  expect(noMapping.map(({ code }) => code)).toEqual(['no-such-mapping', 'no-such-mapping']);
  const noFile = await refusalFor((lang) => mappingSuggestCommand(surroundings, 'none.csv', { lang }));
  expect(noFile.map(({ code }) => code)).toEqual(['no-such-file', 'no-such-file']);
  expect(noFile.map(({ message }) => message)).toEqual(['There is no file none.csv.', '没有文件 none.csv。']);
});

test('what a column is taken for is named as people call it, with its field in the mapping', async () => {
  put('words.csv', '工单号,来电时间,备注\n1,2026-03-02 09:10,x\n');
  const told = async (lang: 'en' | 'zh') =>
    (await mappingSuggestCommand(surroundings, 'words.csv', { lang })).lines.join('\n');
  expect(await told('zh')).toMatch(/来电时间 +反映时间（reportedAt）/);
  expect(await told('zh')).toMatch(/未能判断哪一列是诉求内容（words），请自行填写。/);
  expect(await told('en')).toMatch(/来电时间 +reportedAt/);
});

test('what only the mapping got wrong is said in Chinese without English', async () => {
  const [, zh] = await importing(good, { columns: { id: 'id' }, mode: 'history', timeformat: [] });
  expect(zh?.code).toBe('mapping-invalid');
  expect(
    zh?.message.replaceAll(/“[^”]*”|\.\/m\.json|[a-zA-Z.]+：|archive、live|timeformat/g, ''),
  ).not.toMatch(/[a-z]{3}/);
});
