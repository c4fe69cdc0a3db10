/** Rows of files of other systems: history, open cases that move in, and what a later file says of both. */
import { type Instant, reused } from '@mulin/kernel';
import type { Archive, Decides, Demand, Event, Flag, Origin, Registration, RowTime, State } from './case.js';
import * as refusals from './refusals.js';

/** A row as its source tells it. */
export type Row = Readonly<{
  batch: string;
  sourceId: string;
  dueAt: Instant | null;
  closedAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
  /** Which of its times are only days; absent: none. */
  days?: readonly RowTime[];
}>;

type Source = Extract<Event, { type: 'CaseClosed' }>['data']['source'];

const closing = (closedAt: Instant, source?: Source): Event => ({
  type: 'CaseClosed',
  data: { cycle: 1, outcome: 'done', closedAt, ...(source ? { source } : {}) },
});

/** History is taken as it is: no time in it is refused, and what is odd about it is flagged. */
export const file =
  (registration: Registration, archive: Archive): Decides =>
  (state, now) => {
    if (state.status !== 'unknown')
      return importAgain(toldIn(registration), archive, archive.asOf)(state, now);
    const registered: Event = {
      type: 'CaseRegistered',
      data: { ...registration, registeredAt: now, archive },
    };
    return archive.closedAt === null ? [registered] : [registered, closing(archive.closedAt)];
  };

/**
 * A row of a live file. What its source has closed is history, and nobody is asked to answer it again; what is open
 * moves in, however old it is, with the deadline that it had.
 */
export const moveIn =
  (registration: Registration, row: Row): Decides =>
  (state, now) => {
    if (state.status !== 'unknown') return importAgain(toldIn(registration), row, null)(state, now);
    if (row.closedAt !== null) return file(registration, { ...row, asOf: now })(state, now);
    if (registration.reportedAt > now) throw refusals.reportedInFuture();
    const { batch, sourceId, dueAt, flags, days } = row;
    const movedIn = { batch, sourceId, dueAt, flags, ...(days ? { days } : {}) };
    return [{ type: 'CaseRegistered', data: { ...registration, registeredAt: now, movedIn } }];
  };

/** That only the day of the closing is known, where that is so. */
const closingDayOf = ({ days = [] }: Row): { days?: readonly RowTime[] } =>
  days.includes('closedAt') ? { days: ['closedAt'] } : {};

/** What is odd about the row that was not odd about it before. */
const newFlags = ({ archive, movedIn }: Origin, row: Row): { flags?: readonly Flag[] } => {
  const before = (archive ?? movedIn)?.flags ?? [];
  const flags = row.flags.filter((flag) => !before.includes(flag));
  return flags.length === 0 ? {} : { flags };
};

type StatedDemand = Pick<Demand, 'person' | 'words' | 'menuItem' | 'channel' | 'place' | 'contact'> &
  Readonly<{ reportedAt: Instant }>;

const toldIn = ({ demand, reportedAt }: Registration): StatedDemand => ({ ...demand, reportedAt });

/** Of each kind of content a row has one, whose words the vault itself compares. */
const isSame = (a: Origin['place'], b: Origin['place']): boolean => a?.id === b?.id;

const isOtherPast = (origin: Origin, reportedAt: Instant, told: StatedDemand, { dueAt }: Row): boolean => {
  const from = origin.archive ?? origin.movedIn;
  return (
    reportedAt !== told.reportedAt ||
    (['person', 'menuItem', 'channel'] as const).some((name) => origin[name] !== told[name]) ||
    (['words', 'place', 'contact'] as const).some((name) => !isSame(origin[name], told[name])) ||
    // An open case that came before this was noted has no deadline of its source.
    (from !== null && from.dueAt !== dueAt)
  );
};

const otherPast = () => reused({ en: 'The id of this row', zh: '该行的编号' });

/**
 * The same row in a later file: what has been closed since brings its closing, which the source decides about its own
 * case; as of when the file was made changes nothing. A past that is told otherwise is refused.
 */
export const importAgain =
  (told: StatedDemand, row: Row, asOf: Instant | null): Decides =>
  (state, now) => {
    if (state.status === 'unknown') return [];
    if (isOtherPast(state.origin, state.reportedAt, told, row)) throw otherPast();
    if (isOtherClosing(state, row)) throw otherPast();
    if (state.status !== 'registered' || row.closedAt === null) return [];
    // What this town has reopened it closes itself.
    if (state.cycle > 1) return [];
    const source = {
      asOf: asOf ?? now,
      claim: row.claim,
      ...closingDayOf(row),
      ...newFlags(state.origin, row),
    };
    return [closing(row.closedAt, source)];
  };

/** What this town's own desk has closed, declined or heard withdrawn stays so, whatever its source goes on to say. */
const isOtherClosing = (state: State, { closedAt }: Row): boolean =>
  state.status === 'closed' && (state.isArchive || state.isClosedBySource) && state.closedAt !== closedAt;
