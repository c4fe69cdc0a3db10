/** What a process that died while it closed a duplicate has left half-way is brought to its end by a later one. */
import {
  type Instant,
  minute,
  msBetween,
  newCorrelation,
  type ReadModelOf,
  second,
  type Stop,
} from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type * as Case from '../domain/case/case.js';
import { dropDuplicate, joinDuplicate } from '../domain/case/duplicates.js';
import type { DuplicateUnderWay, duplicatesUnderWay } from '../views/duplicates-under-way.js';

type Parts = Readonly<{
  deps: Pick<Dependencies, 'cases' | 'town' | 'now' | 'newId'>;
  rows: ReadModelOf<typeof duplicatesUnderWay>;
  every: Platform['every'];
  log: Pick<Platform['log'], 'info'>;
}>;

const roundMs = 20 * second;
/** Longer than any request lasts: what is younger may be under way, and its own request brings it to its end. */
const graceMs = 2 * minute;
/** More are left for the next round. */
const atOnce = 200;

const isLeft = (now: Instant, { expectedAt }: DuplicateUnderWay) => msBetween(expectedAt, now) >= graceMs;

/** Closed as its duplicate by now: the other case hears so. Not closed so: it is free again. Twice is as once. */
const endOf = (state: Case.State, { caseId, other }: DuplicateUnderWay): Case.Decides => {
  const isJoined = state.status === 'closed' && state.duplicateOf?.caseId === caseId;
  return isJoined ? joinDuplicate(other) : dropDuplicate(other.caseId);
};

export const settleDuplicates = ({ deps, rows, every, log }: Parts) => {
  const { cases, town, now, newId } = deps;

  const settle = async (row: DuplicateUnderWay): Promise<void> => {
    const { state } = await cases.query(row.other.caseId);
    const context = newCorrelation({ town, actor: 'intake', id: newId() });
    const { events } = await cases(row.caseId, endOf(state, row), context);
    for (const { type } of events)
      log.info(
        { service: 'intake', case: row.caseId, type },
        'a duplicate that was left half-way is settled',
      );
  };

  const look = async (): Promise<void> => {
    const { items } = await rows.list({ orderBy: [{ by: 'expectedAt' }], limit: atOnce });
    for (const row of items.filter((it) => isLeft(now(), it))) await settle(row);
  };

  return { look, start: async (): Promise<Stop> => every(roundMs, look) };
};
