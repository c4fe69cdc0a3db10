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

/** A row that is no demand: which column says so, and what is wrong with it. */
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

type Moment = Readonly<{ at: Instant; isDateOnly: boolean }>;

const wordsMax = 20_000;
const addressMax = 500;
const dateOnly = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

export const rowReader = (mapping: Mapping) => {
  const { columns, zone } = mapping;

  const textOf = (row: SourceRow, column: string | undefined): string => {
    const value = column === undefined ? undefined : row[column];
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    if (text.includes('\0'))
      throw new RowRefused(column ?? '', 'nul-character', 'It holds a NUL character, which no text has.');
    return text;
  };

  const needed = (row: SourceRow, column: string): string => {
    const text = textOf(row, column);
    if (text === '') throw new RowRefused(column, 'missing', 'It is empty.');
    return text;
  };

  const momentOf = (row: SourceRow, column: string | undefined): Moment | null => {
    const text = textOf(row, column);
    if (column === undefined || text === '') return null;
    const [, year, month = '', date = ''] = dateOnly.exec(text) ?? [];
    const isDateOnly = year !== undefined;
    const local = isDateOnly ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}T00:00` : text;
    const at = localMoment(zone, local);
    if (at === null) throw new RowRefused(column, 'not-a-time', `"${text.slice(0, 40)}" is not a time.`);
    return { at, isDateOnly };
  };

  const degree = (row: SourceRow, column: string | undefined, most: number): number | null => {
    const text = textOf(row, column);
    if (column === undefined || text === '') return null;
    const value = Number(text);
    if (!Number.isFinite(value) || Math.abs(value) > most)
      throw new RowRefused(
        column,
        'not-a-coordinate',
        `"${text.slice(0, 40)}" is not a coordinate in degrees.`,
      );
    return value;
  };

  const placeOf = (row: SourceRow): DemandRow['place'] => {
    const [lat, lon] = [degree(row, columns.lat, 90), degree(row, columns.lon, 180)];
    const address = textOf(row, columns.address).slice(0, addressMax);
    const point = lat === null || lon === null ? {} : { lat, lon };
    const where = { ...point, ...(address === '' ? {} : { address }) };
    return Object.keys(where).length === 0 ? null : where;
  };

  const wordsOf = (row: SourceRow): string => {
    const words = columns.words
      .map((column) => textOf(row, column))
      .filter((text) => text !== '')
      .join('\n');
    const [column = ''] = columns.words;
    if (words === '') throw new RowRefused(column, 'missing', 'It has no words.');
    if (words.length > wordsMax)
      throw new RowRefused(column, 'too-long', `It has more than ${wordsMax} characters.`);
    return words;
  };

  const flagsOf = (times: readonly (Moment | null)[], place: DemandRow['place']): readonly Flag[] => {
    const [reported, closed] = times;
    const flags: Flag[] = [];
    if (reported && closed && closed.at < reported.at) flags.push('closed-before-opened');
    if (times.some((time) => time?.isDateOnly)) flags.push('date-without-time');
    if (columns.lat !== undefined && place?.lat === undefined) flags.push('no-place');
    return flags;
  };

  return (row: SourceRow): DemandRow => {
    const reported = momentOf(row, columns.reportedAt);
    if (!reported) throw new RowRefused(columns.reportedAt, 'missing', 'It is empty.');
    const closed = momentOf(row, columns.closedAt);
    const due = momentOf(row, columns.dueAt);
    const place = placeOf(row);
    const person = textOf(row, columns.person);

    return {
      sourceId: needed(row, columns.id),
      menuItem: mapping.menuItems.of[textOf(row, columns.menuItem)] ?? mapping.menuItems.default,
      words: wordsOf(row),
      place,
      channel: mapping.channels.of[textOf(row, columns.channel)] ?? mapping.channels.default,
      person: person === '' ? null : person,
      reportedAt: reported.at,
      closedAt: closed?.at ?? null,
      dueAt: due?.at ?? null,
      claim: mapping.claims[textOf(row, columns.claim)] ?? null,
      flags: flagsOf([reported, closed, due], place),
    };
  };
};
