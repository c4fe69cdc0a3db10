/** One line of somebody else's file, read as a demand of this town, or refused with the column that is wrong. */
import type { flags as knownFlags, rowTimes } from '@mulin/contracts';
import { type Instant, shownValue } from '@mulin/kernel';
import { localDate } from '@mulin/working-time';
import { missing, nameOf, needed, RowRefused, type SourceRow, textOf, tooLong } from './cells.js';
import type { Mapping } from './mapping.js';
import { isClosedBeforeOpened, isClosingTooVague, type Times, timesReader } from './moments.js';
import { phonesOf } from './phones.js';
import { type Found, type Place, placeReader } from './places.js';

export { RowRefused, type SourceRow } from './cells.js';
type Flag = (typeof knownFlags)[number];
/** A time of which the file knows only the day. */
type RowTime = (typeof rowTimes)[number];

/** A row as the town takes it. */
export type DemandRow = Readonly<{
  sourceId: string;
  /** The number that people at the source know it by, where it is not its id. */
  sourceNumber?: string;
  menuItem: string;
  words: string;
  place: Place | null;
  channel: string;
  person: string | null;
  contact?: Readonly<{ phone: string; name?: string }>;
  reportedAt: Instant;
  closedAt: Instant | null;
  dueAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
  /** Which of the times above are only days; absent: none. */
  days?: readonly RowTime[];
}>;

type Columns = Mapping['columns'];

const wordsMax = 20_000;

/** What a word of the source is called here; words of the source may be any. */
const meaningOf = <Meaning>(
  meanings: Readonly<Record<string, Meaning>>,
  word: string,
): Meaning | undefined => (Object.hasOwn(meanings, word) ? meanings[word] : undefined);

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

const daysOf = ({ reported, closed, due }: Times): readonly RowTime[] => {
  const times = { reportedAt: reported, dueAt: due, closedAt: closed };
  return (Object.keys(times) as RowTime[]).filter((name) => times[name]?.isDateOnly === true);
};

type Seen = Readonly<{ times: Times; found: Found; isPhoneMasked: boolean }>;

const flagsOf = ({ times, found, isPhoneMasked }: Seen, { zone, columns }: Mapping): readonly Flag[] => {
  const { reported, due, isImplausible } = times;
  const is: readonly (readonly [Flag, boolean])[] = [
    ['closed-before-opened', isClosedBeforeOpened(times)],
    ['date-without-time', daysOf(times).length > 0],
    ['due-before-reported', due !== null && due.at < reported.at],
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

/** Opened, it would be answered twice; closed, it would be answered never. */
const neitherOpenNorClosed = (row: SourceRow, { closedAt = '' }: Columns): RowRefused =>
  new RowRefused(
    closedAt,
    'implausible-time',
    {
      en: 'It cannot have been closed then, so nobody can say whether it is open: leave it empty, or write when it was closed.',
      zh: '办结时间不可能成立，无法判断是否仍在办：未办结请留空，已办结请填写实际时间。',
    },
    shownValue(textOf(row, closedAt)),
  );

const numbersOf = (row: SourceRow, columns: Columns) => {
  const [sourceId, sourceNumber] = [needed(row, columns.id), nameOf(row, columns.sourceNumber)];
  return sourceNumber === '' || sourceNumber === sourceId ? { sourceId } : { sourceId, sourceNumber };
};

/** `now`: what is later has not happened yet. `is1904`: from when the file counts days, as it was opened. */
export const rowReader = (mapping: Mapping, now: Instant, { is1904 = false }: { is1904?: boolean } = {}) => {
  const { columns, menuItems, channels, claims } = mapping;
  const timesOf = timesReader({ ...mapping, is1904 }, now);
  const placeOf = placeReader(mapping);
  const called = (row: SourceRow) => ({
    menuItem: meaningOf(menuItems.of, textOf(row, columns.menuItem)) ?? menuItems.default,
    channel: meaningOf(channels.of, textOf(row, columns.channel)) ?? channels.default,
    claim: meaningOf(claims, textOf(row, columns.claim)) ?? null,
  });

  return (row: SourceRow): DemandRow => {
    const times = timesOf(row);
    if (mapping.mode === 'live' && times.isClosingOdd) throw neitherOpenNorClosed(row, columns);
    const found = placeOf(row);
    const { who, isMasked } = personOf(row, columns);
    const days = daysOf(times);
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
      ...(days.length === 0 ? {} : { days }),
    };
  };
};
