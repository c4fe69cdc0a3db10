/** Brings all disputes of a file, one after the other, and keeps count of what became of each. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import { type Line, RowRefused, type SourceRow } from '@mulin/imports';
import { type TownClient, TownRefused } from '../../town-client.js';
import type { DisputeMapping } from './dispute-mapping.js';
import type { DisputeRow } from './dispute-row.js';
import { dueAtOf } from './dues.js';
import { bringDispute, type Refused } from './send-dispute.js';

export type Tally = {
  read: number;
  registered: number;
  known: number;
  rejected: number;
  /** Of those that were registered or known: something of them could not be taken over. */
  flagged: number;
  agreements: { recorded: number; performed: number; refused: number };
  /** By its code, how often something was refused. */
  reasons: Record<string, number>;
};

/** Told of each row that was rejected, and of each agreement that was refused; `reason` of `null`: the code says it. */
export type NotTaken = Readonly<{
  line: number;
  column: string;
  value: string;
  code: string;
  reason: string | null;
}>;
type Noted = Readonly<{ line: number; dispute: string; codes: readonly string[] }>;

type Book = Readonly<{
  mapping: DisputeMapping;
  language: keyof LocalizedText;
  onNotTaken: (it: NotTaken) => void;
  onNoted: (it: Noted) => void;
  onProgress: (read: number) => void;
}>;

type Parts = Book &
  Readonly<{
    /** `null`: a trial, in which nothing is sent. */
    town: TownClient | null;
    area: string;
    now: () => Instant;
    read: (row: SourceRow) => DisputeRow;
  }>;

const bookOf = ({ mapping, language, onNotTaken, onNoted, onProgress }: Book) => {
  const tally: Tally = {
    read: 0,
    registered: 0,
    known: 0,
    rejected: 0,
    flagged: 0,
    agreements: { recorded: 0, performed: 0, refused: 0 },
    reasons: {},
  };
  const refuse = (it: NotTaken) => {
    tally.reasons[it.code] = (tally.reasons[it.code] ?? 0) + 1;
    onNotTaken(it);
  };
  return {
    tally,
    next: () => onProgress(++tally.read),
    reject: (it: Omit<NotTaken, 'reason'> & Readonly<{ reason: LocalizedText | string }>) => {
      tally.rejected++;
      refuse({ ...it, reason: typeof it.reason === 'string' ? it.reason : it.reason[language] });
    },
    refuseAgreement: (line: number, { code, reason }: Refused) => {
      tally.agreements.refused++;
      refuse({ line, column: mapping.columns.dialogue ?? '', value: '', code, reason });
    },
    note: (it: Noted) => {
      if (it.codes.length === 0) return;
      tally.flagged++;
      onNoted(it);
    },
  };
};

/** A row by its place in the file, or why it is none. */
const rowOf = (line: Line, read: Parts['read']): DisputeRow | RowRefused => {
  if ('broken' in line) return new RowRefused('', line.broken.code, line.broken.reason);
  try {
    return read(line.row);
  } catch (error) {
    if (error instanceof RowRefused) return error;
    throw error;
  }
};

/** What the town would refuse, as it can be seen from the file; the town decides. */
const foreseen = ({ agreement, parties, present }: DisputeRow, { mapping, now }: Parts): Refused | null => {
  if (agreement === null) return null;
  const { terms, agreed, unclear } = agreement;
  const dues = terms.map(({ due }) => due && dueAtOf(due, now(), mapping.zone));
  const isSo: readonly (readonly [string, boolean])[] = [
    ['term-unclear', unclear > 0],
    ['consent-missing', present.length < parties.length],
    ['not-everybody-agreed', agreed.length < parties.length],
    ['no-terms', terms.length === 0],
    ['term-without-due', dues.includes(null)],
    ['term-due-past', dues.some((due) => due !== null && due < now())],
  ];
  const code = isSo.find(([, is]) => is)?.[0];
  return code === undefined ? null : { code, reason: null };
};

type Counting = ReturnType<typeof bookOf>;

const flagsOf = ({ unknownSpeakers }: DisputeRow, isRefused: boolean): readonly string[] => [
  ...(isRefused ? ['agreement-refused'] : []),
  ...(unknownSpeakers > 0 ? ['speaker-unknown'] : []),
];

const tryRow = (line: number, row: DisputeRow, parts: Parts, book: Counting): void => {
  const refused = foreseen(row, parts);
  if (refused !== null) book.refuseAgreement(line, refused);
  book.note({ line, dispute: '', codes: flagsOf(row, refused !== null) });
};

/** A row for which the town says no; another refusal is one of the caller, who may not do this at all. */
const isOfRow = (error: unknown): error is TownRefused =>
  error instanceof TownRefused &&
  [400, 409, 413, 422].includes(error.status) &&
  error.code !== 'not-a-mediator';

/** Disputes that were there before, and those of earlier rows: the same again is known. */
const knownTo = async (town: TownClient): Promise<Set<string>> => {
  const known = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Readonly<{ items: readonly { disputeId: string }[]; next: string | null }> = await town.get(
      `/api/v1/disputes?limit=200${after}`,
    );
    for (const { disputeId } of page.items) known.add(disputeId);
    cursor = page.next;
  }
  return known;
};

const bring = async (line: number, row: DisputeRow, parts: Parts & { town: TownClient }, book: Counting) => {
  const { disputeId, number, agreement } = await bringDispute(row, parts);
  if (agreement?.outcome === 'refused') book.refuseAgreement(line, agreement);
  else if (agreement !== null) book.tally.agreements[agreement.outcome]++;
  book.note({ line, dispute: number, codes: flagsOf(row, agreement?.outcome === 'refused') });
  return disputeId;
};

/** All rows, in their order; a trial where no town is given. Throws what the town refuses to whoever brings the file. */
export const importDisputes = async (lines: AsyncIterable<Line>, parts: Parts): Promise<Tally> => {
  const book = bookOf(parts);
  const { town } = parts;
  const known = town === null ? new Set<string>() : await knownTo(town);
  for await (const it of lines) {
    const { line } = it;
    book.next();
    const row = rowOf(it, parts.read);
    if (row instanceof RowRefused) {
      const { column, value, code, reason } = row;
      book.reject({ line, column, value, code, reason });
      continue;
    }
    if (town === null) {
      tryRow(line, row, parts, book);
      continue;
    }
    try {
      const disputeId = await bring(line, row, { ...parts, town }, book);
      book.tally[known.has(disputeId) ? 'known' : 'registered']++;
      known.add(disputeId);
    } catch (error) {
      if (!isOfRow(error)) throw error;
      book.reject({ line, column: '', value: '', code: error.code, reason: error.message });
    }
  }
  return book.tally;
};
