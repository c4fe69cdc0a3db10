/** What stands between two cells of a table that is kept as text. */
import { parse } from 'csv-parse/sync';
import { beginningOf, decodedAs } from './encoding.js';
import { headName } from './table.js';

/** Where several fit, the first one. */
const delimiters = [',', ';', '\t', '|', '，', '；'];

/** Excel writes and heeds `sep=;` above the head. */
const saidSo = /^\ufeff?"?sep=(.)"?\r?\n/i;

/** A sample may end within a character. */
const textOf = async (bytes: Buffer, encoding: string): Promise<string> => {
  let text = '';
  try {
    for await (const part of decodedAs(one(bytes), encoding)) text += part.toString();
  } catch {
    return text === '' ? new TextDecoder(encoding).decode(bytes) : text;
  }
  return text;
};

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const rowsBy = (text: string, delimiter: string): readonly (readonly string[])[] =>
  parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: 16,
  });

/** How many of the wanted names stand in one row; else how many columns rows have, as often as they agree. */
const fitOf = (
  rows: readonly (readonly string[])[],
  wanted: readonly string[],
): readonly [number, number] => {
  const named = rows.map(
    (row) => wanted.filter((name) => row.some((cell) => headName(cell) === name)).length,
  );
  const widths = rows.map(({ length }) => length);
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
  const agreeing = widths.filter((width) => width === usual).length;
  return [Math.max(0, ...named), usual > 1 ? usual + agreeing / (widths.length + 1) : 0];
};

type Delimited = Readonly<{ delimiter: string; fromLine: number }>;

export const delimiterOf = async (
  file: string,
  encoding: string,
  wanted: readonly string[],
): Promise<Delimited> => {
  const text = await textOf(beginningOf(file), encoding);
  const [, said] = saidSo.exec(text) ?? [];
  if (said !== undefined) return { delimiter: said, fromLine: 2 };
  let best: Readonly<{ delimiter: string; fit: readonly [number, number] }> = { delimiter: ',', fit: [0, 0] };
  for (const delimiter of delimiters) {
    const fit = fitOf(rowsBy(text, delimiter), wanted);
    if (fit[0] > best.fit[0] || (fit[0] === best.fit[0] && fit[1] > best.fit[1])) best = { delimiter, fit };
  }
  return { delimiter: best.delimiter, fromLine: 1 };
};
