/** One line of somebody else's file, read as a demand of this town, or refused with the column that is wrong. */
import type { flags as knownFlags } from '@mulin/contracts';
import type { Instant } from '@mulin/kernel';
import { localMoment } from '@mulin/working-time';
import type { Mapping } from './mapping.js';

export type Flag = (typeof knownFlags)[number];
export type SourceRow = Readonly<Record<string, unknown>>;

export type DemandRow = Readonly<{
  sourceId: string;
  menuItem: string;
  words: string;
  place: Readonly<{ lat?: number; lon?: number; address?: string }> | null;
  channel: string;
  person: string | null;
  reportedAt: Instant;
  closedAt: Instant | null;
  dueAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
}>;

/** A row that is no demand: which column says so, and what is wrong with it, in no words of its own. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(
    readonly column: string,
    readonly code: string,
    reason: string,
  ) {
    super(reason);
  }
}

type Columns = Mapping['columns'];
type Moment = Readonly<{ at: Instant; isDateOnly: boolean }>;

const wordsMax = 20_000;
const addressMax = 500;
const nameMax = 200;
const halfCharacter = /\p{Surrogate}/u;
const dateOnly = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

const textOf = (row: SourceRow, column: string | undefined): string => {
  const value = column === undefined ? undefined : row[column];
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  if (text.includes('\0'))
    throw new RowRefused(column ?? '', 'nul-character', 'It holds a NUL character, which no text has.');
  if (halfCharacter.test(text))
    throw new RowRefused(column ?? '', 'broken-text', 'It holds half a character (a lone surrogate).');
  return text;
};

/** What names something: who asked, or the row itself. */
const nameOf = (row: SourceRow, column: string | undefined): string => {
  const text = textOf(row, column);
  if (text.length > nameMax)
    throw new RowRefused(column ?? '', 'too-long', `It has more than ${nameMax} characters.`);
  return text;
};

/** What a word of the source is called here; words of the source may be any. */
const meaningOf = <Meaning>(
  meanings: Readonly<Record<string, Meaning>>,
  word: string,
): Meaning | undefined => (Object.hasOwn(meanings, word) ? meanings[word] : undefined);

const needed = (row: SourceRow, column: string): string => {
  const text = nameOf(row, column);
  if (text === '') throw new RowRefused(column, 'missing', 'It is empty.');
  return text;
};

const degree = (row: SourceRow, column: string | undefined, most: number): number | null => {
  const text = textOf(row, column);
  if (column === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > most)
    throw new RowRefused(column, 'not-a-coordinate', `It is no coordinate from -${most} to ${most} degrees.`);
  return value;
};

/** A day without a time is its first moment. */
const dayAt = (text: string): string | null => {
  const [, year, month = '', date = ''] = dateOnly.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}T00:00`;
};

const momentOf = (row: SourceRow, column: string | undefined, zone: string): Moment | null => {
  const text = textOf(row, column);
  if (column === undefined || text === '') return null;
  const day = dayAt(text);
  const at = localMoment(zone, day ?? text);
  if (at === null) throw new RowRefused(column, 'not-a-time', 'It is not a time.');
  return { at, isDateOnly: day !== null };
};

const placeOf = (row: SourceRow, columns: Columns): DemandRow['place'] => {
  const [lat, lon] = [degree(row, columns.lat, 90), degree(row, columns.lon, 180)];
  // A cut may go through the middle of a character.
  const address = textOf(row, columns.address)
    .slice(0, addressMax)
    .replace(/\p{Surrogate}$/u, '');
  const point = lat === null || lon === null ? {} : { lat, lon };
  const where = { ...point, ...(address === '' ? {} : { address }) };
  return Object.keys(where).length === 0 ? null : where;
};

const wordsOf = (row: SourceRow, { words: columns }: Columns): string => {
  const words = columns
    .map((column) => textOf(row, column))
    .filter((text) => text !== '')
    .join('\n');
  const [column = ''] = columns;
  if (words === '') throw new RowRefused(column, 'missing', 'It has no words.');
  if (words.length > wordsMax)
    throw new RowRefused(column, 'too-long', `It has more than ${wordsMax} characters.`);
  return words;
};

type Times = Readonly<{ reported: Moment; closed: Moment | null; due: Moment | null }>;

const timesOf = (row: SourceRow, { columns, zone }: Mapping): Times => {
  const reported = momentOf(row, columns.reportedAt, zone);
  if (!reported) throw new RowRefused(columns.reportedAt, 'missing', 'It is empty.');
  return { reported, closed: momentOf(row, columns.closedAt, zone), due: momentOf(row, columns.dueAt, zone) };
};

const flagsOf = (
  { reported, closed, due }: Times,
  place: DemandRow['place'],
  { lat }: Columns,
): readonly Flag[] => {
  const flags: Flag[] = [];
  if (closed && closed.at < reported.at) flags.push('closed-before-opened');
  if ([reported, closed, due].some((time) => time?.isDateOnly)) flags.push('date-without-time');
  if (lat !== undefined && place?.lat === undefined) flags.push('no-place');
  return flags;
};

const atOf = (moment: Moment | null): Instant | null => moment?.at ?? null;

export const rowReader = (mapping: Mapping) => {
  const { columns, menuItems, channels, claims } = mapping;

  return (row: SourceRow): DemandRow => {
    const times = timesOf(row, mapping);
    const place = placeOf(row, columns);
    const person = nameOf(row, columns.person);
    return {
      sourceId: needed(row, columns.id),
      menuItem: meaningOf(menuItems.of, textOf(row, columns.menuItem)) ?? menuItems.default,
      words: wordsOf(row, columns),
      place,
      channel: meaningOf(channels.of, textOf(row, columns.channel)) ?? channels.default,
      person: person === '' ? null : person,
      reportedAt: times.reported.at,
      closedAt: atOf(times.closed),
      dueAt: atOf(times.due),
      claim: meaningOf(claims, textOf(row, columns.claim)) ?? null,
      flags: flagsOf(times, place, columns),
    };
  };
};
