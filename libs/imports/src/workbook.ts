/** The rows of one sheet of a workbook, with what its formulas last said and its times as its cells show them. */
import { ParseError, readXls, readXlsx, streamXlsxRows, ZipError } from 'hucre';
import { marked, type Midnights, midnightTimes, midnightTimesByColumn } from './midnights.js';
import { refused } from './refused.js';
import type { TableLine } from './table.js';

type OpenWorkbook = Readonly<{
  sheet: string;
  /** The other sheets, of which nothing is read. */
  others: readonly string[];
  /** Whether it counts its days from 1904, as workbooks of old Macs do. */
  is1904: boolean;
  lines: () => AsyncGenerator<TableLine>;
}>;

type Content = Uint8Array<ArrayBuffer>;

/** How a workbook is kept: as a zip, or as Excel did until 2003. */
export type BookKind = 'xlsx' | 'xls';

/** A string of its XML does not fit into the engine, or its cells into the limits of the reader. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ERR_STRING_TOO_LONG') || /, over the \d+ limit/.test(error.message));

const wrong = (error: unknown) => {
  if (isTooLarge(error))
    return refused('workbook-too-large', {
      en: 'The workbook is too large to be read with the formats of its cells: save the sheet as .csv, or split it.',
      zh: '工作簿过大，无法连同单元格格式一并读取：请将该工作表另存为 .csv，或拆分后导入。',
    });
  if (error instanceof ParseError || error instanceof ZipError || error instanceof RangeError)
    return refused('workbook-damaged', {
      en: 'The workbook cannot be read: it is damaged, or no .xlsx at all. Open it and save it as .xlsx or .csv.',
      zh: '工作簿无法读取：文件已损坏或不是 .xlsx 格式，请打开后另存为 .xlsx 或 .csv。',
    });
  if (error instanceof Error && /Encrypted|Decryption/.test(error.constructor.name))
    return refused('workbook-locked', {
      en: 'The workbook is closed by a password: save it without one.',
      zh: '工作簿设有密码，请取消密码后另存。',
    });
  return error;
};

type About = Readonly<{
  names: readonly string[];
  /** The first that a person sees; the first of all where none is visible. */
  first: string;
  is1904: boolean;
}>;

/** The names of the sheets, without reading any of them where that can be, and from when days are counted. */
const aboutOf = async (content: Content, kind: BookKind): Promise<About> => {
  if (kind === 'xls') {
    const { sheets, dateSystem } = await readXls(content);
    const names = sheets.map(({ name }) => name);
    return { names, first: names[0] ?? '', is1904: dateSystem === '1904' };
  }
  const names: string[] = [];
  const visible: string[] = [];
  const { dateSystem } = await readXlsx(content, {
    sheets: ({ name, hidden, veryHidden }) => {
      names.push(name);
      if (hidden !== true && veryHidden !== true) visible.push(name);
      return false;
    },
  });
  return { names, first: visible[0] ?? names[0] ?? '', is1904: dateSystem === '1904' };
};

/** The file is read more than once; which of its midnights are times is found out once. */
const rowsOf = (content: Content, kind: BookKind, sheet: string): (() => AsyncGenerator<TableLine>) => {
  let midnights: Promise<Midnights> | undefined;
  if (kind === 'xlsx')
    return async function* () {
      const times = await (midnights ??= midnightTimes(content, sheet));
      for await (const { index, values } of streamXlsxRows(content, { sheet }))
        yield { line: index + 1, cells: marked(values, index, times) };
    };
  return async function* () {
    const rows = (await readXls(content)).sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const times = midnightTimesByColumn(rows);
    for (const [index, cells] of rows.entries())
      yield { line: index + 1, cells: marked(cells, index, times) };
  };
};

/** Refused in a sentence where it is no workbook, is closed by a password, or has no such sheet. */
export const openWorkbook = async (
  content: Content,
  kind: BookKind,
  wanted: string | undefined,
): Promise<OpenWorkbook> => {
  try {
    const { names, first, is1904 } = await aboutOf(content, kind);
    const sheet = wanted ?? first;
    if (!names.includes(sheet))
      throw refused('no-such-sheet', {
        en: `The workbook has no sheet “${sheet}”; it has ${names.map((it) => `“${it}”`).join(', ')}.`,
        zh: `工作簿中没有工作表“${sheet}”，现有：${names.map((it) => `“${it}”`).join('、')}。`,
      });
    const rows = rowsOf(content, kind, sheet);
    return {
      sheet,
      others: names.filter((it) => it !== sheet),
      is1904,
      lines: async function* () {
        try {
          yield* rows();
        } catch (error) {
          throw wrong(error);
        }
      },
    };
  } catch (error) {
    throw wrong(error);
  }
};
