/** Reads a file of any size row by row, with the line on which each row begins. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { linesOf } from '../lines-of.js';
import { WrongCall } from '../terminal.js';
import type { Mapping } from './mapping.js';
import type { SourceRow } from './row.js';
import { utf8Watch } from './utf8.js';

export type Line = Readonly<{ line: number; row: SourceRow } | { line: number; broken: string }>;

const notUtf8 = 'It is not UTF-8 text.';
/** Longer than any row: a quote that is never closed must not take in all the rest. */
const largestRow = 1_000_000;

export async function* readLines(file: string, { format, columns }: Mapping): AsyncGenerator<Line> {
  if (format === 'jsonl') yield* jsonLines(file);
  else yield* csvRows(file, [columns.id, columns.reportedAt]);
}

async function* jsonLines(file: string): AsyncGenerator<Line> {
  let line = 0;
  // Byte by byte as it stands in the file, so that each line can be looked at by itself.
  for await (const bytes of linesOf(createReadStream(file, 'latin1'))) {
    line++;
    if (bytes.trim() !== '') yield { line, ...objectOf(Buffer.from(bytes, 'latin1')) };
  }
}

const objectOf = (bytes: Buffer): { row: SourceRow } | { broken: string } => {
  if (!isUtf8(bytes)) return { broken: notUtf8 };
  try {
    // A mark of byte order is blank, and no JSON.
    const value = JSON.parse(bytes.toString().trim()) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { row: value as SourceRow };
    return { broken: 'It is not a JSON object.' };
  } catch {
    return { broken: 'It is not JSON.' };
  }
};

type CsvRecord = Readonly<{ record: SourceRow; info: { lines: number; error?: CsvError } }>;

const quote = 'It holds a quote that neither begins nor ends a field.';
const columns = 'It has not as many columns as the first line.';

/** In our own words: those of the parser repeat what stands in the row. */
const reasons: Readonly<Record<string, string>> = {
  CSV_INVALID_OPENING_QUOTE: quote,
  INVALID_OPENING_QUOTE: quote,
  CSV_INVALID_CLOSING_QUOTE: quote,
  CSV_QUOTE_NOT_CLOSED: 'A quote is never closed: all that follows was taken for its text.',
  CSV_MAX_RECORD_SIZE: 'It is longer than a row may be; perhaps a quote before it is not closed.',
  CSV_RECORD_INCONSISTENT_COLUMNS: columns,
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: columns,
};
const reasonOf = (error: CsvError | undefined): string =>
  reasons[error?.code ?? ''] ?? 'It cannot be read as a row of this table.';

const feedsIn = (row: SourceRow): number =>
  Object.values(row).reduce<number>((sum, value) => sum + String(value).split('\n').length - 1, 0);

/** Rows that the parser could not read. One that is wrong in several places is told once. */
const skippedRows = () => {
  let last = 0;
  let rows: Line[] = [];
  return {
    skip: (error: CsvError | undefined): undefined => {
      const line = Number(error?.['lines'] ?? 0);
      if (line !== last) rows.push({ line, broken: reasonOf(error) });
      last = line;
    },
    take: (): readonly Line[] => {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
};

async function* csvRows(file: string, mustHave: readonly string[]): AsyncGenerator<Line> {
  const skipped = skippedRows();
  const { through, isBroken } = utf8Watch();
  const parser = parse({
    bom: true,
    columns: (head: string[]) => {
      const missing = mustHave.filter((column) => !head.includes(column));
      if (missing.length > 0) throw new WrongCall(`The file has no column ${missing.join(', ')}.`);
      return head;
    },
    info: true,
    max_record_size: largestRow,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: skipped.skip,
  });

  const rows = pipeline(createReadStream(file), through, parser, () => undefined);
  try {
    for await (const { record, info } of rows as AsyncIterable<CsvRecord>) {
      yield* skipped.take();
      const line = info.lines - feedsIn(record);
      const broken = isBroken(line, info.lines) ? notUtf8 : info.error && reasonOf(info.error);
      yield broken === undefined ? { line, row: record } : { line, broken };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    skipped.skip(error);
  }
  yield* skipped.take();
}
