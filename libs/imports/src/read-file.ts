/** Reads a file of any size row by row, with the line on which each row begins, however it was written. */
import type { LocalizedText } from '@mulin/kernel';
import { beginsWith, byteText } from './bytes.js';
import { delimiterOf } from './delimiter.js';
import { decodes, encodingOf, sampleBytes } from './encoding.js';
import { csvRows, jsonLines } from './lines.js';
import { columnsNamed, type Mapping } from './mapping.js';
import { emptyFile, noColumns, noTable, refused, twice } from './refused.js';
import { type Head, headOf, isEmptyRow, type Line, peek, rowOf, type TableLine } from './table.js';
import { kindOfOther, type Source } from './source.js';
import type { BookKind } from './workbook.js';

export type { Line } from './table.js';

/** What is known of a file before its rows are read. */
export type Opened = Readonly<{
  /** What was recognised, for people. */
  written: LocalizedText;
  isWorkbook: boolean;
  /** Whether numbers that stand for days are counted from 1904; not in a text. */
  is1904?: boolean;
  /** The sheets of a workbook that are not read. */
  otherSheets?: readonly string[];
  /** The names of the columns; `null`: each line of it names its own. */
  head: Head | null;
  lines: () => AsyncGenerator<Line>;
}>;

export type Reading = Partial<Pick<Mapping, 'format' | 'encoding' | 'delimiter' | 'sheet'>> &
  Readonly<{ wanted: readonly string[] }>;

const bookKind = (bytes: Uint8Array): BookKind | null => {
  if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  return beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) ? 'xls' : null;
};

const isHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|table|workbook|meta)\b/i.test(
    text.replace(/^\u00ef\u00bb\u00bf/, ''),
  );

const isEmpty = (text: string): boolean =>
  text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').trim() === '';

/** What is no table at all, by how it begins. */
const refuseOthers = (beginning: Uint8Array, text: string): void => {
  if (isEmpty(text)) throw emptyFile();
  const other = kindOfOther(beginning);
  if (other !== null) throw noTable(other);
  if (isHtml(text))
    throw refused('not-a-workbook', {
      en: 'The file is no workbook, whatever it is called: open it and save it as .xlsx or .csv.',
      zh: '该文件不是真正的工作簿，请打开后另存为 .xlsx 或 .csv。',
    });
};

/**
 * Opens a file as it was written, whatever it is called: a workbook is known by its content, the encoding and the
 * delimiter of a text are found. Refused in a sentence where it is none of these, or empty.
 */
export const openFile = async (file: Source, reading: Reading): Promise<Opened> => {
  const beginning = await file.beginning(sampleBytes);
  refuseOthers(beginning, byteText(beginning));
  const kind = bookKind(beginning);
  checkOptions(kind ?? (reading.format === 'jsonl' ? 'jsonl' : 'csv'), reading);
  if (kind !== null) return openBook(file, kind, reading);
  const encoding = reading.encoding === undefined ? await found(file) : await named(file, reading.encoding);
  if (reading.format === 'jsonl')
    return {
      written: saying(encoding, 'JSON'),
      isWorkbook: false,
      head: null,
      lines: () => jsonLines(file, encoding),
    };
  return openCsv(file, encoding, reading);
};

type Kind = BookKind | 'csv' | 'jsonl';
const kinds: Readonly<Record<Kind, LocalizedText>> = {
  csv: { en: 'text with delimiters', zh: '分隔文本' },
  jsonl: { en: 'JSON lines', zh: 'JSON 行文件' },
  xlsx: { en: 'a workbook', zh: '工作簿' },
  xls: { en: 'a workbook', zh: '工作簿' },
};
const useless: Readonly<Record<Kind, readonly ('encoding' | 'delimiter' | 'sheet')[]>> = {
  csv: ['sheet'],
  jsonl: ['sheet', 'delimiter'],
  xlsx: ['encoding', 'delimiter'],
  xls: ['encoding', 'delimiter'],
};

/** What the mapping says of the file and would be ignored, was meant for another one. */
const checkOptions = (kind: Kind, reading: Reading): void => {
  const names = useless[kind].filter((name) => reading[name] !== undefined);
  if (names.length === 0) return;
  const { en, zh } = kinds[kind];
  throw refused('mapping-option-useless', {
    en: `The mapping names ${names.join(' and ')}, which says nothing about this file: it is ${en}. Take it out, or give the file that is meant.`,
    zh: `该文件为${zh}，映射中的 ${names.join('、')} 对其不起作用：请从映射中删去，或改用所指的文件。`,
  });
};

/** As the mapping says. Lines that are no UTF-8 are told one by one. */
const named = async (file: Source, label: string): Promise<string> => {
  const { encoding } = new TextDecoder(label);
  if (encoding === 'utf-8' || (await decodes(file, encoding))) return encoding;
  throw refused('other-encoding', {
    en: `The file is not ${label} text, as the mapping says.`,
    zh: `文件并非映射所注明的 ${label} 文本。`,
  });
};

const found = async (file: Source): Promise<string> => {
  const encoding = await encodingOf(file);
  if (encoding !== null) return encoding;
  throw refused('unknown-encoding', {
    en: 'The file is neither UTF-8 nor UTF-16 nor GB18030 text: save it as one of these, or name its encoding in the mapping.',
    zh: '文件既不是 UTF-8、UTF-16，也不是 GB18030（GBK）文本，请另存为其中一种，或在映射中注明 encoding。',
  });
};

const saying = (encoding: string, more: string): LocalizedText => {
  const text = `${encoding.toUpperCase()}, ${more}`;
  return { en: text, zh: text.replaceAll(', ', '，') };
};

/** The columns that a mapping names are there, each once. */
export const checkHead = (
  names: readonly string[],
  mapping: Pick<Mapping, 'columns'>,
  otherSheets: readonly string[] = [],
): void => {
  const wanted = columnsNamed(mapping);
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) throw noColumns(missing, names, otherSheets);
  const double = wanted.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (double.length > 0) throw twice(double);
};

async function* rowsBelow(
  lines: AsyncGenerator<TableLine>,
  head: Head,
  isRagged: boolean,
): AsyncGenerator<Line> {
  for await (const it of lines) {
    if (it.line <= head.line) continue;
    if ('broken' in it) yield it;
    else if (!isEmptyRow(it.cells)) yield { line: it.line, ...rowOf(head, it.cells, isRagged) };
  }
}

const openTable = async (
  lines: () => AsyncGenerator<TableLine>,
  wanted: readonly string[],
  { written, isRagged }: Readonly<{ written: LocalizedText; isRagged: boolean }>,
): Promise<Opened> => {
  const { first, all } = await peek(lines());
  await all.return(undefined);
  const head = headOf(first, wanted);
  if (head === null) throw emptyFile();
  return { written, isWorkbook: !isRagged, head, lines: () => rowsBelow(lines(), head, isRagged) };
};

const openBook = async (file: Source, kind: BookKind, { sheet, wanted }: Reading): Promise<Opened> => {
  // Only where there is one: its reader is large.
  const { openWorkbook } = await import('./workbook.js');
  const book = await openWorkbook(await file.all(), kind, sheet);
  const others = book.others.map((it) => `“${it}”`);
  const written = {
    en: `workbook, sheet “${book.sheet}”${others.length > 0 ? `; not read: ${others.join(', ')}` : ''}`,
    zh: `工作簿，工作表“${book.sheet}”${others.length > 0 ? `；未读取：${others.join('、')}` : ''}`,
  };
  return {
    ...(await openTable(book.lines, wanted, { written, isRagged: false })),
    is1904: book.is1904,
    otherSheets: book.others,
  };
};

const openCsv = async (file: Source, encoding: string, reading: Reading): Promise<Opened> => {
  const { wanted } = reading;
  const found = await delimiterOf(file, encoding, wanted);
  const delimiter = reading.delimiter ?? found.delimiter;
  const shown = delimiter === '\t' ? 'tab' : delimiter;
  const lines = () => csvRows(file, { encoding, delimiter, fromLine: found.fromLine });
  return openTable(lines, wanted, { written: saying(encoding, `“${shown}”`), isRagged: true });
};
