/** Reads a file of any size row by row, with the line on which each row begins. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { linesOf } from '../lines-of.js';
import { WrongCall } from '../terminal.js';
import type { Mapping } from './mapping.js';
import type { SourceRow } from './row.js';

export type Line = Readonly<{ line: number; row: SourceRow } | { line: number; broken: string }>;

export async function* readLines(file: string, { format, columns }: Mapping): AsyncGenerator<Line> {
  if (format === 'jsonl') yield* jsonLines(file);
  else yield* csvRows(file, [columns.id, columns.reportedAt]);
}

async function* jsonLines(file: string): AsyncGenerator<Line> {
  let line = 0;
  for await (const text of linesOf(createReadStream(file, 'utf8'))) {
    line++;
    if (text.trim() !== '') yield { line, ...objectOf(text) };
  }
}

const objectOf = (text: string): { row: SourceRow } | { broken: string } => {
  try {
    // A mark of byte order is blank, and no JSON.
    const value = JSON.parse(text.trim()) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { row: value as SourceRow };
    return { broken: 'It is not a JSON object.' };
  } catch {
    return { broken: 'It is not JSON.' };
  }
};

type CsvRecord = Readonly<{ record: SourceRow; info: { lines: number; error?: { message: string } } }>;

async function* csvRows(file: string, mustHave: readonly string[]): AsyncGenerator<Line> {
  const rows = createReadStream(file).pipe(
    parse({
      bom: true,
      columns: (head: string[]) => {
        const missing = mustHave.filter((column) => !head.includes(column));
        if (missing.length > 0) throw new WrongCall(`The file has no column ${missing.join(', ')}.`);
        return head;
      },
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  let line = 2;
  for await (const { record, info } of rows as AsyncIterable<CsvRecord>) {
    const broken = info.error?.message;
    yield broken === undefined ? { line, row: record } : { line, broken };
    line = info.lines + 1;
  }
}
