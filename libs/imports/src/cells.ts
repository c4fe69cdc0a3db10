/** What stands in one cell of somebody else's file, and how a row is refused for it. */
import type { LocalizedText } from '@mulin/kernel';

/** A row as its file has it, by the names of its columns. */
export type SourceRow = Readonly<Record<string, unknown>>;

/**
 * A row that is no demand: which column says so, what stands there (masked where it may be somebody's) and what would
 * be right.
 */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(
    readonly column: string,
    readonly code: string,
    readonly reason: LocalizedText,
    readonly value = '',
  ) {
    super(reason.en);
  }
}

const halfCharacter = /\p{Surrogate}/u;

/** What a workbook shows where a formula failed. */
const failedFormula = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/**
 * A cell of a workbook whose format shows a time of day, at midnight exactly. A plain `Date` at midnight is a day: a
 * workbook keeps both as one number, and only the format of the cell tells them apart.
 */
export class MidnightTime extends Date {}

const two = (value: number) => String(value).padStart(2, '0');

/** A time of a workbook among words, as its wall clock shows it. */
const timeAsText = (time: Date): string => {
  const date = time.toISOString().slice(0, 10);
  const [hours, minutes] = [time.getUTCHours(), time.getUTCMinutes()];
  return hours + minutes === 0 && !(time instanceof MidnightTime)
    ? date
    : `${date} ${two(hours)}:${two(minutes)}`;
};

const written = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? timeAsText(value) : '';
};

/** Programs write `="0137"` so that a workbook leaves the figures alone. */
const unwrapped = (text: string): string => /^="(.*)"$/s.exec(text)?.[1]?.trim() ?? text;

/** What stands in a cell, as text; refused (`RowRefused`) where it is no text that can be kept. */
export const textOf = (row: SourceRow, column: string | undefined): string => {
  const text = column === undefined ? '' : unwrapped(written(row[column]));
  const name = column ?? '';
  if (text.includes('\0'))
    throw new RowRefused(name, 'nul-character', {
      en: 'It holds a NUL character, which no text has.',
      zh: '含有空字符（NUL）。',
    });
  if (halfCharacter.test(text))
    throw new RowRefused(name, 'broken-text', {
      en: 'It holds half a character (a lone surrogate).',
      zh: '含有残缺字符。',
    });
  if (failedFormula.test(text))
    throw new RowRefused(
      name,
      'failed-formula',
      { en: 'Its formula has failed; put the value there.', zh: '公式计算出错，请填写实际值。' },
      text,
    );
  return text;
};

const nameMax = 200;

/** Refuses a row in which a cell is empty that must not be. */
export const missing = (column: string): RowRefused =>
  new RowRefused(column, 'missing', { en: 'It is empty.', zh: '不能为空。' });

/** Refuses a row in which a cell has more than `most` characters. */
export const tooLong = (column: string, most: number): RowRefused =>
  new RowRefused(column, 'too-long', {
    en: `It has more than ${most} characters.`,
    zh: `超过 ${most} 个字符。`,
  });

/** `1.39E+10`, or a number of more digits than a workbook keeps: the last ones are lost. `3E12` may be a code. */
const lostDigits = (text: string, value: unknown): boolean =>
  /^[+-]?\d(?:[.,]\d+E\+?|E\+)\d+$/i.test(text) || (typeof value === 'number' && Math.abs(value) >= 1e15);

/** What names something: who asked, or the row itself. Figures that a workbook has shortened name nothing. */
export const nameOf = (row: SourceRow, column: string | undefined): string => {
  const text = textOf(row, column).replace(/^'/, '');
  if (column === undefined) return text;
  if (text.length > nameMax) throw tooLong(column, nameMax);
  if (lostDigits(text, row[column]))
    throw new RowRefused(
      column,
      'digits-lost',
      {
        en: 'A workbook has shortened it, and its last digits are lost: format the column as text and export it again.',
        zh: '该数字已被电子表格改写为科学计数法，尾数丢失；请将该列设为文本格式后重新导出。',
      },
      text,
    );
  return text;
};

export const needed = (row: SourceRow, column: string): string => {
  const text = nameOf(row, column);
  if (text === '') throw missing(column);
  return text;
};
