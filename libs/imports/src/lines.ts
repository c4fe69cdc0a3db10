/** The lines of a text: rows of a table with delimiters, or objects of JSON, each with the line on which it begins. */
import type { CsvError } from 'csv-parse';
import { byteLines, utf8Text } from './bytes.js';
import { recordsBy } from './csv.js';
import { decodedAs } from './encoding.js';
import type { Source } from './source.js';
import type { Line, TableLine } from './table.js';
import { notAnObject, notJson, notUtf8, type Unreadable, unreadableOf } from './unreadable.js';
import { utf8Watch } from './utf8.js';

/** Longer than any row: a quote that is never closed must not take in all the rest. */
const largestRow = 1_000_000;

/** As UTF-8, whatever it was; what is already is looked at as it comes. */
const bytesOf = (file: Source, encoding: string): AsyncIterable<Uint8Array> =>
  encoding === 'utf-8' ? file.bytes() : decodedAs(file.bytes(), encoding);

export async function* jsonLines(file: Source, encoding: string): AsyncGenerator<Line> {
  let line = 0;
  // Byte by byte as it stands in the file, so that each line can be looked at by itself.
  for await (const bytes of byteLines(bytesOf(file, encoding))) {
    line++;
    const text = utf8Text(bytes);
    // A mark of byte order is blank, and no JSON.
    if (text === null) yield { line, broken: notUtf8 };
    else if (text.trim() !== '') yield { line, ...objectOf(text.trim()) };
  }
}

const objectOf = (text: string): { row: Readonly<Record<string, unknown>> } | { broken: Unreadable } => {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { row: value as Readonly<Record<string, unknown>> };
    return { broken: notAnObject };
  } catch {
    return { broken: notJson };
  }
};

type CsvRecord = Readonly<{ record: readonly string[]; info: { lines: number } }>;

const feedsIn = (cells: readonly string[]): number =>
  cells.reduce((sum, value) => sum + value.split('\n').length - 1, 0);

/** Rows that the parser could not read. One that is wrong in several places is told once. */
const skippedRows = () => {
  let last = 0;
  let rows: TableLine[] = [];
  return {
    skip: (error: CsvError | undefined): undefined => {
      const line = Number(error?.['lines'] ?? 0);
      if (line !== last) rows.push({ line, broken: unreadableOf(error?.code) });
      last = line;
    },
    take: (): readonly TableLine[] => {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
};

type Csv = Readonly<{ encoding: string; delimiter: string; fromLine: number }>;

export async function* csvRows(
  file: Source,
  { encoding, delimiter, fromLine }: Csv,
): AsyncGenerator<TableLine> {
  const skipped = skippedRows();
  const { through, isBroken } = utf8Watch();
  const records = recordsBy<CsvRecord>({
    bom: true,
    delimiter,
    from_line: fromLine,
    info: true,
    max_record_size: largestRow,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: skipped.skip,
  });
  const decoder = new TextDecoder();
  const made = function* (): Generator<TableLine> {
    yield* skipped.take();
    for (const { record, info } of records.take()) {
      const line = info.lines - feedsIn(record);
      yield isBroken(line, info.lines) ? { line, broken: notUtf8 } : { line, cells: record };
    }
  };

  for await (const bytes of through(bytesOf(file, encoding))) {
    // What is no UTF-8 is replaced here, and its line is told as broken.
    await records.put(decoder.decode(bytes, { stream: true }));
    yield* made();
  }
  await records.put(decoder.decode());
  await records.end();
  const failure = records.failed();
  if (failure !== null) skipped.skip(failure);
  yield* made();
}
