/** A file or a mapping that cannot be imported, in a sentence of each language. */
import { type LocalizedText, Rejection } from '@mulin/kernel';

/** `code` is stable; docs/error-codes.md lists all, gathered from the calls of `refused`. */
export class FileRefused extends Rejection {}

/** Makes a refusal: its stable code, and why, without the name of a file. */
export const refused = (code: string, sentence: LocalizedText): FileRefused =>
  new FileRefused(code, sentence, 'malformed');

const quoted = (names: readonly string[], mark: string): string => names.map((it) => `“${it}”`).join(mark);

/** What is not there, and what is: whoever reads it sees which name was meant, or which sheet. */
export const noColumns = (
  missing: readonly string[],
  there: readonly string[],
  otherSheets: readonly string[] = [],
): FileRefused => {
  const named = there.filter((it) => it !== '');
  const isOther = otherSheets.length > 0;
  const more = {
    en: isOther ? ` Other sheets (${quoted(otherSheets, ', ')}) are named by “sheet” in the mapping.` : '',
    zh: isOther ? `如数据在其他工作表（${quoted(otherSheets, '、')}），请在映射中用 \`sheet\` 指定。` : '',
  };
  return refused('missing-columns', {
    en: `The file has no column ${quoted(missing, ', ')}, which the mapping names; it has ${quoted(named, ', ')}.${more.en}`,
    zh: `文件中没有映射所指的列${quoted(missing, '、')}，现有：${quoted(named, '、')}。${more.zh}`,
  });
};

export const twice = (names: readonly string[]): FileRefused =>
  refused('column-twice', {
    en: `The head of the file names ${quoted(names, ', ')} more than once: nobody can say which column is meant.`,
    zh: `表头中${quoted(names, '、')}重复出现，无法判断所指是哪一列。`,
  });

export const emptyFile = (): FileRefused =>
  refused('empty-file', {
    en: 'The file is empty: there is nothing to import.',
    zh: '文件为空，没有可导入的内容。',
  });

const kinds: Readonly<Record<'image' | 'pdf', LocalizedText>> = {
  image: { en: 'an image', zh: '图片' },
  pdf: { en: 'a PDF', zh: '版式文档（`PDF`）' },
};

export const noTable = (kind: keyof typeof kinds): FileRefused =>
  refused('not-a-table', {
    en: `The file is ${kinds[kind].en} and no table, whatever it is called: choose the .csv or .xlsx from which it was made.`,
    zh: `该文件是${kinds[kind].zh}，不是表格，请选择原始的 .csv 或 .xlsx 文件。`,
  });

/** Refuses a file that is not there. */
export const noFile = (file: string): FileRefused =>
  refused('no-such-file', { en: `There is no file ${file}.`, zh: `没有文件 ${file}。` });

export const onlyHead = (): FileRefused =>
  refused('no-rows', {
    en: 'The file has a head and no row below it: there is nothing to import.',
    zh: '文件只有表头，没有数据行，没有可导入的内容。',
  });

/** An item of the town's menu. */
export type Item = Readonly<{ id: string; name: Readonly<{ zh: string; en: string }> }>;

/** An item that the menu lacks, how many rows name it, and those of the menu that are called alike. */
type Lacking = Readonly<{ id: string; rows: number; near: readonly Item[] }>;

const rowsIn = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);

/** Said once for all rows, before any of them is sent. */
export const noMenuItems = (lacking: readonly Lacking[]): FileRefused => {
  const en = lacking.map(({ id, rows, near }) => {
    const alike = near.map((it) => `${it.id} (${it.name.en})`).join(', ');
    return `“${id}” (${rowsIn(rows)}${alike && `; near: ${alike}`})`;
  });
  const zh = lacking.map(({ id, rows, near }) => {
    const alike = near.map((it) => `${it.id}（${it.name.zh}）`).join('、');
    return `“${id}”（${rows} 行${alike && `，相近的有 ${alike}`}）`;
  });
  return refused('unknown-menu-items', {
    en: `The menu of this town lacks items that the mapping names: ${en.join(', ')}. Correct menuItems in the mapping; nothing was imported.`,
    zh: `映射所指的事项不在本镇服务菜单中：${zh.join('、')}。请修改映射中的 menuItems；未导入任何内容。`,
  });
};
