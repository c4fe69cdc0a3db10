/** What a process that died between two events of two cases has left half-way is brought to its end by a later one. */
import {
  type Instant,
  minute,
  msBetween,
  newCorrelation,
  type ReadModelOf,
  second,
  type Stop,
  unreachable,
} from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import * as Case from '../domain/case/case.js';
import { dropDuplicate, joinDuplicate, separateDuplicate } from '../domain/case/duplicates.js';
import { noteSplit } from '../domain/case/registering.js';
import type { LinkUnderWay, linksUnderWay } from '../views/links-under-way.js';

type Parts = Readonly<{
  deps: Pick<Dependencies, 'cases' | 'town' | 'now' | 'newId'>;
  rows: ReadModelOf<typeof linksUnderWay>;
  every: Platform['every'];
  log: Pick<Platform['log'], 'info'>;
}>;

const roundMs = 20 * second;
/** Longer than any request lasts: what is younger may be under way, and its own request brings it to its end. */
const graceMs = 2 * minute;
/** More are left for the next round. */
const atOnce = 200;

const isLeft = (now: Instant, { since }: LinkUnderWay) => msBetween(since, now) >= graceMs;

const nothing: Case.Decides = () => [];

/** What the case hears, by what became of the duplicate or the part. Twice is as once. */
const endOf = (state: Case.State, { kind, caseId, other }: LinkUnderWay): Case.Decides => {
  const it = { caseId: other, number: Case.known(state).number };
  const isJoined = state.status === 'closed' && state.duplicateOf?.caseId === caseId;
  switch (kind) {
    case 'merger':
      return isJoined ? joinDuplicate(it) : dropDuplicate(other);
    case 'undoing':
      return isJoined ? nothing : separateDuplicate(it);
    case 'split':
      return noteSplit(it);
    default:
      return unreachable(kind);
  }
};

export const settleLinks = ({ deps, rows, every, log }: Parts) => {
  const { cases, town, now, newId } = deps;

  const settle = async (row: LinkUnderWay): Promise<void> => {
    const { state } = await cases.query(row.other);
    const context = newCorrelation({ town, actor: 'intake', id: newId() });
    const { events } = await cases(row.caseId, endOf(state, row), context);
    for (const { type } of events)
      log.info(
        { service: 'intake', case: row.caseId, type },
        'what was left half-way between two cases is settled',
      );
  };

  const sweep = async (): Promise<void> => {
    const { items } = await rows.list({ orderBy: [{ by: 'since' }], limit: atOnce });
    for (const row of items.filter((it) => isLeft(now(), it))) await settle(row);
  };

  return { look: sweep, start: async (): Promise<Stop> => every(roundMs, sweep) };
};
