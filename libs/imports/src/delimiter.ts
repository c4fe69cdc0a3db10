/** What stands between two cells of a table that is kept as text. */
import { recordsBy } from './csv.js';
import { sampleBytes } from './encoding.js';
import type { Source } from './source.js';
import { headName } from './table.js';

/** Where several fit, the first one. */
const delimiters = [',', ';', '\t', '|', '，', '；'];

/** Excel writes and heeds `sep=;` above the head. */
const saidSo = /^\ufeff?"?sep=(.)"?\r?\n/i;

/** A sample may end within a character. */
const textOf = (bytes: Uint8Array, encoding: string): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder(encoding).decode(bytes);
  }
};

const rowsLookedAt = 16;

type Rows = readonly (readonly string[])[];

const rowsBy = async (text: string, delimiter: string): Promise<Rows> => {
  const records = recordsBy<readonly string[]>({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: rowsLookedAt,
  });
  await records.put(text);
  await records.end();
  return records.take().slice(0, rowsLookedAt);
};

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
  source: Source,
  encoding: string,
  wanted: readonly string[],
): Promise<Delimited> => {
  const text = textOf(await source.beginning(sampleBytes), encoding);
  const [, said] = saidSo.exec(text) ?? [];
  if (said !== undefined) return { delimiter: said, fromLine: 2 };
  let best: Readonly<{ delimiter: string; fit: readonly [number, number] }> = { delimiter: ',', fit: [0, 0] };
  for (const delimiter of delimiters) {
    const fit = fitOf(await rowsBy(text, delimiter), wanted);
    if (fit[0] > best.fit[0] || (fit[0] === best.fit[0] && fit[1] > best.fit[1])) best = { delimiter, fit };
  }
  return { delimiter: best.delimiter, fromLine: 1 };
};
