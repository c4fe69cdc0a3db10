/**
 * Reads a file as the command line does, by the same code, and here in the browser: what a file of another system holds
 * of people goes nowhere before it is sent. It is large, and loaded only when somebody has chosen a file.
 */
import {
  asOfOf,
  columnsNamed,
  contentName,
  type DemandRow,
  demandOf,
  importFile,
  isRejected,
  type Item,
  type Mapping,
  type Opened,
  openFile,
  parseMapping,
  type Rejected,
  requireItems,
  rowReader,
  sourceOf,
  type SourceRow,
  suggest,
  survey,
  type Survey,
  type Tally,
  type Town,
} from '@mulin/imports';
import { instant } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import mappings from 'virtual:mappings';
import { withItems } from './menu-words';
import { townNow } from '../../api/clock';
import type { Draft } from './draft';

export { FileRefused, rejectedHead, standingOf } from '@mulin/imports';

const shipped = mappings.map((it) => parseMapping(it.name, JSON.stringify(it)));

const isLines = ({ name }: File): boolean => /\.(?:jsonl|ndjson)$/i.test(name);
const formatOf = (file: File): 'jsonl' | 'csv' => (isLines(file) ? 'jsonl' : 'csv');

const headOf = async (opened: Opened): Promise<readonly string[]> => {
  if (opened.head !== null) return opened.head.names.filter((name) => name !== '');
  for await (const line of opened.lines()) if ('row' in line) return Object.keys(line.row);
  return [];
};

/** One that comes with Mulin, where the file has all of its columns. */
const knownMapping = async (file: File): Promise<Mapping | null> => {
  for (const mapping of shipped) {
    if ((mapping.format === 'jsonl') !== isLines(file)) continue;
    const wanted = columnsNamed(mapping);
    const head = await headOf(await openFile(sourceOf(file), { format: mapping.format, wanted }));
    if (wanted.every((name) => head.includes(name))) return mapping;
  }
  return null;
};

/** A mapping file of one's own, as the command line reads it, and refused as there. */
export const readMapping = async (file: File): Promise<Mapping> => {
  const mapping = parseMapping(file.name, await file.text());
  asOfOf(mapping);
  return mapping;
};

const columnsBy = async (file: File, mapping: Mapping): Promise<readonly string[]> =>
  headOf(await openFile(sourceOf(file), { ...mapping, wanted: columnsNamed(mapping) }));

/** `own`: the mapping that somebody has put beside the file. */
type At = Readonly<{ zone: string; items: readonly Item[]; own: Mapping | null }>;

export type Found = Readonly<{
  /** Of its content: the same file has it again. */
  key: string;
  /** The names of its columns. */
  columns: readonly string[];
  draft: Draft;
}>;

/** Finds out how a file is written, and what its columns may be. Refused (`FileRefused`) where it is no table. */
export const find = async (file: File, { zone, items, own }: At): Promise<Found> => {
  if (own !== null)
    return { key: await contentName(sourceOf(file)), columns: await columnsBy(file, own), draft: own };
  const opened = await openFile(sourceOf(file), { format: formatOf(file), wanted: [] });
  const key = await contentName(sourceOf(file));
  const known = await knownMapping(file);
  if (known !== null)
    return { key, columns: await columnsBy(file, known), draft: withItems(known, items, []) };
  const asOf = localText(zone, townNow()).slice(0, 16);
  const format = opened.isWorkbook ? 'xlsx' : formatOf(file);
  const { mapping } = await suggest(opened, { file: file.name, format, zone, asOf });
  const draft = { ...mapping, name: key } as unknown as Draft; // as `suggest` makes it
  return { key, columns: await headOf(opened), draft: withItems(draft, items, await wordsIn(opened, draft)) };
};

const rowsForWords = 5_000;
const wordsAtMost = 60;

const wordOf = (row: SourceRow, column: string | undefined): string => {
  const value = column === undefined ? undefined : row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

/** What stands in the column of what demands are about. */
const wordsIn = async (opened: Opened, { columns }: Draft): Promise<readonly string[]> => {
  const words = new Set<string>();
  let rows = 0;
  for await (const line of opened.lines()) {
    if (++rows > rowsForWords || words.size > wordsAtMost) break;
    if ('row' in line) words.add(wordOf(line.row, columns.menuItem));
  }
  return [...words].filter((word) => word !== '');
};

export type First = Readonly<{ line: number; row: DemandRow }>;

export type Looked = Readonly<{
  mapping: Mapping;
  written: Opened['written'];
  survey: Survey;
  /** The rows that stand first, as they are understood. */
  first: readonly First[];
  rejected: readonly Rejected[];
  /** What stands in the column of what demands are about, and in how many rows. */
  words: readonly (readonly [word: string, rows: number])[];
}>;

const firstAtMost = 8;

const firstOf = async (opened: Opened, read: (row: SourceRow) => DemandRow): Promise<readonly First[]> => {
  const first: First[] = [];
  for await (const line of opened.lines()) {
    const row = demandOf(line, read);
    if (!isRejected(row)) first.push({ line: line.line, row });
    if (first.length === firstAtMost) break;
  }
  return first;
};

const prepared = async (file: File, draft: Draft) => {
  const mapping = parseMapping(draft.name, JSON.stringify(draft));
  const opened = await openFile(sourceOf(file), { ...mapping, wanted: columnsNamed(mapping) });
  return { mapping, opened, read: rowReader(mapping, instant(new Date(townNow()).toISOString()), opened) };
};

/** Reads all of it, and says what an import would say. Refused where the mapping does not fit. */
export const look = async (
  file: File,
  draft: Draft,
  { items, onRead }: Readonly<{ items: readonly Item[]; onRead: (rows: number) => void }>,
): Promise<Looked> => {
  const { mapping, opened, read } = await prepared(file, draft);
  const rejected: Rejected[] = [];
  const words = new Map<string, number>();
  let rows = 0;
  const found = await survey(opened, mapping, read, {
    items,
    onRejected: (it) => void rejected.push(it),
    onDemand: (row) => {
      onRead(++rows);
      const word = wordOf(row, mapping.columns.menuItem);
      if (word !== '' && (words.has(word) || words.size < wordsAtMost))
        words.set(word, (words.get(word) ?? 0) + 1);
    },
  });
  requireItems(found.menuItems, items);
  return {
    mapping,
    written: opened.written,
    survey: found,
    first: await firstOf(opened, read),
    rejected,
    words: [...words].sort(([, one], [, other]) => other - one),
  };
};

type Sending = Readonly<{
  town: Town;
  onRejected: (it: Rejected) => void;
  onProgress: (through: number, tally: Tally) => void;
}>;

export type Sent = Awaited<ReturnType<typeof importFile>>;

export const send = async (file: File, draft: Draft, sending: Sending): Promise<Sent> => {
  const { mapping, opened, read } = await prepared(file, draft);
  return importFile(opened.lines(), {
    ...sending,
    mapping,
    asOf: asOfOf(mapping),
    read,
    onNoted: () => undefined,
  });
};
