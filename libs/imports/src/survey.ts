/** One reading of all of a file before its first row is sent: what is there, what is not, and what is odd. */
import { channelWords, counted, type LocalizedText } from '@mulin/kernel';
import { columnsNamed, type Mapping } from './mapping.js';
import type { Opened } from './read-file.js';
import { checkHead } from './read-file.js';
import { type Item, onlyHead } from './refused.js';
import { type DemandRow, RowRefused, type SourceRow } from './row.js';
import type { Line } from './table.js';

/** Something about the whole file. `isWrong`: not as it should be, so that the import ends with exit 1. */
export type Remark = Readonly<{ code: string; text: LocalizedText; isWrong: boolean }>;

/** A row that is refused: where it stands, and why. */
export type Rejected = Readonly<{
  line: number;
  column: string;
  value: string;
  code: string;
  reason: LocalizedText;
}>;

/** The columns of a table of them. */
export const rejectedHead = ['line', 'column', 'value', 'code', 'reason'] as const;

/** What one reading of all of a file has found. */
export type Survey = Readonly<{
  read: number;
  rejected: number;
  flagged: number;
  undecided: number;
  withoutPlace: number;
  remarks: readonly Remark[];
  /** Under which items of the menu the rows would be registered, and how many under each. */
  menuItems: ReadonlyMap<string, number>;
}>;

/** A row as a demand, or why it is none. */
export const demandOf = (line: Line, read: (row: SourceRow) => DemandRow): DemandRow | Rejected => {
  const { line: number } = line;
  if ('broken' in line) return { line: number, column: '', value: '', ...line.broken };
  try {
    return read(line.row);
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    const { column, value, code, reason } = error;
    return { line: number, column, value, code, reason };
  }
};

/** Whether a row is none that can be registered. */
export const isRejected = (it: DemandRow | Rejected): it is Rejected => 'reason' in it;

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');

const shownWords = 10;
/** A column of free text has as many words as rows. */
const countedWords = 10_000;

const countIn = (words: Map<string, number>, word: string): void => {
  const rows = words.get(word);
  if (rows !== undefined || words.size < countedWords) words.set(word, (rows ?? 0) + 1);
};

/** Each with the rows that have it, the most frequent first. */
const listed = (words: ReadonlyMap<string, number>, language: 'en' | 'zh'): string => {
  const most = [...words].sort(([, one], [, other]) => other - one).slice(0, shownWords);
  const more = words.size - most.length;
  if (language === 'zh')
    return `${most.map(([word, rows]) => `“${word}”${rows} 行`).join('、')}${more > 0 ? `，另有 ${more} 种` : ''}`;
  return `${most.map(([word, rows]) => `“${word}” ${rows}`).join(', ')}${more > 0 ? `, and ${more} others` : ''}`;
};

const takenAs = ({ en, zh }: LocalizedText): LocalizedText => ({ en: `as “${en}”`, zh: `按“${zh}”` });

/** The words of a column of which the mapping does not know what they mean. */
const wordsUnknown = (mapping: Mapping, items: readonly Item[]) => {
  const { columns, claims, channels, menuItems } = mapping;
  const item = items.find(({ id }) => id === menuItems.default)?.name;
  const kinds = [
    { column: columns.claim, known: claims, instead: { en: 'as saying nothing', zh: '视为未说明' } },
    {
      column: columns.channel,
      known: channels.of,
      instead: takenAs(channelWords[channels.default]),
    },
    {
      column: columns.menuItem,
      known: menuItems.of,
      instead: takenAs(item ?? { en: menuItems.default, zh: menuItems.default }),
    },
  ].map((it) => ({ ...it, rows: 0, words: new Map<string, number>() }));
  return {
    look: (row: SourceRow) => {
      for (const kind of kinds) {
        const value = kind.column === undefined ? undefined : row[kind.column];
        const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
        if (word === '' || Object.hasOwn(kind.known, word)) continue;
        kind.rows++;
        countIn(kind.words, word.slice(0, 40));
      }
    },
    remarks: (): readonly Remark[] =>
      kinds
        .filter(({ rows }) => rows > 0)
        .map(({ column = '', rows, words, instead }) => ({
          code: 'unknown-words',
          isWrong: false,
          text: {
            en: `${counted(rows, 'row')} ${rows === 1 ? 'has' : 'have'} a word in “${column}” that the mapping does not know (${listed(words, 'en')}); ${rows === 1 ? 'it is' : 'they are'} taken ${instead.en}.`,
            zh: `“${column}”列有 ${rows} 行的值不在映射中（${listed(words, 'zh')}），${instead.zh}处理。`,
          },
        })),
  };
};

const neverFills = (column: string): Remark => ({
  code: 'empty-column',
  isWrong: true,
  text: {
    en: `The column “${column}”, which the mapping names, is empty in every row.`,
    zh: `映射所指的列“${column}”在所有行中均为空。`,
  },
});

const oddities: Readonly<Record<string, (rows: number) => LocalizedText>> = {
  'implausible-time': (rows) => ({
    en: `Rows with a closing or a deadline that cannot be (before 1971, a closing in the future, or a deadline in more than twenty years), which was left out, so that they are not judged: ${rows}.`,
    zh: `${rows} 行的办结时间或期限不可能成立（早于1971年、办结晚于当前时间，或期限在20年以后），已不采用，也不作判定。`,
  }),
  'implausible-place': (rows) => ({
    en: `Rows at latitude 0, longitude 0, which is nowhere, so that the point was left out: ${rows}.`,
    zh: `${rows} 行的经纬度均为 0，并非实际地点，已不采用。`,
  }),
  'closed-on-due-day': (rows) => ({
    en: `Rows closed on the day of their deadline, of which nobody noted the hour, so that they are not judged: ${rows}.`,
    zh: `${rows} 行在到期当日办结但没有时刻，不作判定。`,
  }),
  'due-before-reported': (rows) => ({
    en: `${rows} rows have a deadline that lies before their report: nobody could keep it.`,
    zh: `${rows} 行的期限早于反映时间，无人能够按时办理。`,
  }),
  'masked-phone': (rows) => ({
    en: `Rows with a phone of which the source covers digits, by which nobody can be called back: ${rows}.`,
    zh: `${rows} 行的电话已被来源系统遮盖，无法回访。`,
  }),
};

/** Whether our verdict on a row of history can be compared with its source's. */
export const isUndecided = ({ dueAt, claim, flags }: DemandRow): boolean =>
  dueAt === null ||
  claim === null ||
  flags.some((flag) => flag.startsWith('implausible') || flag === 'closed-on-due-day');

const oddRemarks = (counts: ReadonlyMap<string, number>): readonly Remark[] =>
  Object.entries(oddities).flatMap(([code, text]): readonly Remark[] => {
    const rows = counts.get(code) ?? 0;
    return rows > 0 ? [{ code, text: text(rows), isWrong: code.startsWith('implausible') }] : [];
  });

const countsOf = (mapping: Mapping, items: readonly Item[]) => ({
  tally: { read: 0, rejected: 0, flagged: 0, undecided: 0, withoutPlace: 0 },
  names: new Set<string>(),
  empty: new Set(columnsNamed(mapping)),
  odd: new Map<string, number>(),
  menuItems: new Map<string, number>(),
  unknown: wordsUnknown(mapping, items),
  legible: { rows: 0 },
});

/** Notes which columns are there and filled, and which words nobody has explained. */
const looking = (opened: Opened, { names, empty, unknown, legible }: ReturnType<typeof countsOf>) => {
  return (row: SourceRow) => {
    legible.rows++;
    if (!opened.head) for (const name of Object.keys(row)) names.add(name);
    for (const name of empty) if (isFilled(row[name])) empty.delete(name);
    unknown.look(row);
  };
};

/** Keeps count of each row that is a demand. */
const counting =
  (mapping: Mapping, { tally, odd, menuItems }: ReturnType<typeof countsOf>) =>
  (row: DemandRow): void => {
    if (row.flags.length > 0) tally.flagged++;
    if (mapping.mode === 'live' || isUndecided(row)) tally.undecided++;
    if (row.place === null) tally.withoutPlace++;
    menuItems.set(row.menuItem, (menuItems.get(row.menuItem) ?? 0) + 1);
    for (const flag of row.flags) odd.set(flag, (odd.get(flag) ?? 0) + 1);
  };

type Surveying = Readonly<{
  onRejected?: (rejected: Rejected) => void;
  /** Told of each row that is a demand. */
  onDemand?: (row: SourceRow, demand: DemandRow) => void;
  /** Of the town's menu, so that they are called by their names; by their ids where it is not at hand. */
  items?: readonly Item[];
}>;

const nothingMore: Required<Surveying> = {
  onRejected: () => undefined,
  onDemand: () => undefined,
  items: [],
};

/**
 * Reads all of a file and sends nothing. Refused where a column that the mapping names is not there or stands twice,
 * and where there is no row.
 */
export const survey = async (
  opened: Opened,
  mapping: Mapping,
  read: (row: SourceRow) => DemandRow,
  more: Surveying = {},
): Promise<Survey> => {
  if (opened.head) checkHead(opened.head.names, mapping, opened.otherSheets);
  const { onRejected, onDemand, items } = { ...nothingMore, ...more };
  const counts = countsOf(mapping, items);
  const { tally, names, empty, odd, menuItems, unknown, legible } = counts;
  const look = looking(opened, counts);
  const count = counting(mapping, counts);

  const take = (line: Line) => {
    tally.read++;
    if ('row' in line) look(line.row);
    const demand = demandOf(line, read);
    if (!isRejected(demand)) {
      if ('row' in line) onDemand(line.row, demand);
      return count(demand);
    }
    tally.rejected++;
    return onRejected(demand);
  };

  for await (const line of opened.lines()) take(line);
  if (tally.read === 0) throw onlyHead();
  if (!opened.head && names.size > 0) checkHead([...names], mapping);
  return {
    ...tally,
    menuItems,
    remarks: [
      ...(legible.rows > 0 ? [...empty].map(neverFills) : []),
      ...oddRemarks(odd),
      ...unknown.remarks(),
    ],
  };
};
