/** One line of somebody else's file, read as a demand of this town, or refused with the column that is wrong. */
import type { flags as knownFlags } from '@mulin/contracts';
import type { Instant } from '@mulin/kernel';
import { localDate } from '@mulin/working-time';
import { missing, nameOf, needed, RowRefused, shownValue, type SourceRow, textOf, tooLong } from './cells.js';
import type { Mapping } from './mapping.js';
import { isClosedBeforeOpened, isClosingTooVague, type Times, timesReader } from './moments.js';
import { phonesOf } from './phones.js';

export { RowRefused, type SourceRow } from './cells.js';
export type Flag = (typeof knownFlags)[number];

export type DemandRow = Readonly<{
  sourceId: string;
  /** The number that people at the source know it by, where it is not its id. */
  sourceNumber?: string;
  menuItem: string;
  words: string;
  place: Readonly<{ lat?: number; lon?: number; address?: string }> | null;
  channel: string;
  person: string | null;
  contact?: Readonly<{ phone: string; name?: string }>;
  reportedAt: Instant;
  closedAt: Instant | null;
  dueAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
}>;

type Columns = Mapping['columns'];

const wordsMax = 20_000;
const addressMax = 500;

/** What a word of the source is called here; words of the source may be any. */
const meaningOf = <Meaning>(
  meanings: Readonly<Record<string, Meaning>>,
  word: string,
): Meaning | undefined => (Object.hasOwn(meanings, word) ? meanings[word] : undefined);

/** `36.373`, `36,373`, `36.373°`. */
const degree = (row: SourceRow, column: string | undefined, most: number): number | null => {
  const text = textOf(row, column);
  if (column === undefined || text === '') return null;
  const value = Number(
    text
      .normalize('NFKC')
      .replace(/°\s*$/, '')
      .replace(/^(-?\d+),(\d+)$/, '$1.$2'),
  );
  if (Number.isFinite(value) && Math.abs(value) <= most) return value;
  throw new RowRefused(
    column,
    'not-a-coordinate',
    {
      en: `It is no coordinate from -${most} to ${most} degrees, such as ${most === 90 ? '36.373' : '119.743'}.`,
      zh: `不是 -${most} 至 ${most} 度之间的坐标，应如 ${most === 90 ? '36.373' : '119.743'}。`,
    },
    shownValue(text),
  );
};

type Found = Readonly<{ place: DemandRow['place']; isImplausible: boolean }>;

/** The point where equator and prime meridian meet lies in the sea: it is what programs write for "nowhere". */
const isNowhere = (lat: number, lon: number): boolean => Math.abs(lat) < 0.001 && Math.abs(lon) < 0.001;

const placeOf = (row: SourceRow, columns: Columns): Found => {
  const [lat, lon] = [degree(row, columns.lat, 90), degree(row, columns.lon, 180)];
  // A cut may go through the middle of a character.
  const address = textOf(row, columns.address)
    .slice(0, addressMax)
    .replace(/\p{Surrogate}$/u, '');
  const hasPoint = lat !== null && lon !== null;
  const isImplausible = hasPoint && isNowhere(lat, lon);
  const point = hasPoint && !isImplausible ? { lat, lon } : {};
  const where = { ...point, ...(address === '' ? {} : { address }) };
  return { place: Object.keys(where).length === 0 ? null : where, isImplausible };
};

const wordsOf = (row: SourceRow, { words: columns }: Columns): string => {
  const words = columns
    .map((column) => textOf(row, column))
    .filter((text) => text !== '')
    .join('\n');
  const [column = ''] = columns;
  if (words === '') throw missing(column);
  if (words.length > wordsMax) throw tooLong(column, wordsMax);
  return words;
};

type Seen = Readonly<{ times: Times; found: Found; isPhoneMasked: boolean }>;

const flagsOf = ({ times, found, isPhoneMasked }: Seen, { zone, columns }: Mapping): readonly Flag[] => {
  const { reported, closed, due, isImplausible } = times;
  const is: readonly (readonly [Flag, boolean])[] = [
    ['closed-before-opened', isClosedBeforeOpened(times)],
    ['date-without-time', [reported, closed, due].some((time) => time?.isDateOnly)],
    ['closed-on-due-day', isClosingTooVague(times, (at) => localDate(zone, Date.parse(at)))],
    ['implausible-time', isImplausible],
    ['implausible-place', found.isImplausible],
    ['no-place', columns.lat !== undefined && found.place?.lat === undefined && !found.isImplausible],
    ['masked-phone', isPhoneMasked],
  ];
  return is.filter(([, isSo]) => isSo).map(([flag]) => flag);
};

/** Whoever asked: by their phone, as at the desk, or by the word that the source has for them. */
const personOf = (row: SourceRow, columns: Columns) => {
  const name = nameOf(row, columns.person);
  const { phone, others, isMasked } = phonesOf(row, columns.phone);
  const person = name === '' ? null : name;
  if (phone === null) return { who: { person }, isMasked };
  const called = [name, ...others].filter((it) => it !== '').join(' ');
  return { who: { person, contact: { phone, ...(called === '' ? {} : { name: called }) } }, isMasked };
};

const numbersOf = (row: SourceRow, columns: Columns) => {
  const [sourceId, sourceNumber] = [needed(row, columns.id), nameOf(row, columns.sourceNumber)];
  return sourceNumber === '' || sourceNumber === sourceId ? { sourceId } : { sourceId, sourceNumber };
};

/** `now`: what is later has not happened yet. */
export const rowReader = (mapping: Mapping, now: Instant) => {
  const { columns, menuItems, channels, claims } = mapping;
  const timesOf = timesReader(mapping, now);
  const called = (row: SourceRow) => ({
    menuItem: meaningOf(menuItems.of, textOf(row, columns.menuItem)) ?? menuItems.default,
    channel: meaningOf(channels.of, textOf(row, columns.channel)) ?? channels.default,
    claim: meaningOf(claims, textOf(row, columns.claim)) ?? null,
  });

  return (row: SourceRow): DemandRow => {
    const times = timesOf(row);
    const found = placeOf(row, columns);
    const { who, isMasked } = personOf(row, columns);
    return {
      ...numbersOf(row, columns),
      ...called(row),
      words: wordsOf(row, columns),
      place: found.place,
      ...who,
      reportedAt: times.reported.at,
      closedAt: times.closed?.at ?? null,
      dueAt: times.due?.at ?? null,
      flags: flagsOf({ times, found, isPhoneMasked: isMasked }, mapping),
    };
  };
};
