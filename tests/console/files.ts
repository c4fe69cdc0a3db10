/** Files as other systems write them, for stories in which somebody chooses one. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newHome } from '../journeys/real-town.js';

type Chosen = Readonly<{ name: string; mimeType: string; buffer: Buffer }>;

/** By character, its bytes in GB 18030, as far as it has two of them: Node only reads it. */
const inTwoBytes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let first = 0xb0; first <= 0xf7; first++)
  for (let second = 0xa1; second <= 0xfe; second++)
    inTwoBytes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
for (const [char, bytes] of [
  ['，', [0xa3, 0xac]],
  ['。', [0xa1, 0xa3]],
] as const)
  inTwoBytes.set(char, bytes);

const inGb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((char) => inTwoBytes.get(char) ?? [char.charCodeAt(0)]));

const head = '工单编号;来电时间;办理期限;办结时间;诉求类别;诉求内容;事发地址';

/** An export of a hotline, in GB 18030 and with semicolons. Line 4 has a time that is none, line 6 a cell too many. */
export const hotlineFile = (prefix: string, rows: number): Chosen => {
  const lines = Array.from({ length: rows }, (_, at) => {
    const time = at === 2 ? '昨天' : `2026/6/${1 + (at % 28)} 9:10`;
    const row = `${prefix}${at};${time};2026/7/${1 + (at % 28)};2026/6/${1 + (at % 28)} 18:00;井盖;村口井盖松动，已经两晚。;东街`;
    return at === 4 ? `${row};多余` : row;
  });
  return {
    name: 'hotline.csv',
    mimeType: 'text/csv',
    buffer: inGb18030([head, ...lines, ''].join('\n')),
  };
};

/** What people choose by mistake, called as what it is not. */
export const image: Chosen = {
  name: 'export.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
};

export const emptyFile: Chosen = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) };

export const unknownColumns: Chosen = {
  name: 'colours.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('备注,颜色\n无,红\n无,蓝\n'),
};

/** An export whose heads say nothing: only a mapping of its own tells what they are. */
export const ownFile: Chosen = {
  name: 'letters.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('甲,乙,丙,丁\nL-1,2026/6/1 9:10,东街的桶满了,桶\nL-2,2026/6/2 9:10,西街的桶满了,桶\n'),
};

/** What its columns are. */
export const ownMapping = {
  name: 'letters-of-old',
  format: 'csv',
  zone: 'Asia/Shanghai',
  mode: 'archive',
  asOf: '2026-06-30T08:00',
  columns: { id: '甲', reportedAt: '乙', words: ['丙'], menuItem: '丁' },
  channels: { default: 'file' },
  menuItems: { default: 'consultation', of: { 桶: 'sanitation' } },
};

export const mappingFile = (name: string, text: string): Chosen => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Cleared away with the towns. */
const copyOf = (pack: string): string => {
  const folder = path.join(newHome(), 'pack');
  mkdirSync(folder, { recursive: true });
  cpSync(pack, folder, { recursive: true });
  return folder;
};

/** A copy of a pack that lacks one of its files. */
export const packWithout = (pack: string, name: string): string => {
  const folder = copyOf(pack);
  rmSync(path.join(folder, name));
  return folder;
};

type Json = Record<string, unknown>;

/**
 * A copy of a pack in which whatever took two hours takes four, the first mediator of a community is gone, there is an
 * office more with somebody in it, nobody works on 9 October 2026, and residents are called four times.
 */
export const anotherPack = (pack: string) => {
  const folder = copyOf(pack);
  const change = (name: string, by: (json: Json) => Json) => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(by(JSON.parse(readFileSync(file, 'utf8')) as Json)));
  };
  const gone = 'mediator-1@mu/dongguan';
  const office = { zh: '文化新站', en: 'New Culture Office' };
  const newcomer = { account: 'newcomer@mu/culture', name: { zh: '新人甲', en: 'Newcomer' } };
  change('policies.json', (json) => {
    const text = JSON.stringify(json).replaceAll(
      '"length":{"unit":"hour","amount":2}',
      '"length":{"unit":"hour","amount":4}',
    );
    return JSON.parse(text) as Json;
  });
  change('calendars.json', ({ calendars }) => {
    const [first, ...others] = calendars as readonly Json[];
    return { calendars: [{ ...first, overrides: { '2026-10-09': [] } }, ...others] };
  });
  change('feedback.json', ({ callBack, ...others }) => ({
    ...others,
    callBack: { ...(callBack as Json), attempts: 4 },
  }));
  let name: Readonly<Record<'zh' | 'en', string>> = { zh: gone, en: gone };
  change('rosters.json', ({ offices, helpers, ...others }) => {
    const all = helpers as readonly { account: string; name: typeof name }[];
    name = all.find(({ account }) => account === gone)?.name ?? name;
    return {
      ...others,
      offices: [...(offices as Json[]), { id: 'new-culture', name: office, members: [newcomer] }],
      helpers: all.filter(({ account }) => account !== gone),
    };
  });
  return { folder, gone: name, office, newcomer: newcomer.name };
};
