/** What every door of audit needs: the histories, the view of all cases, the town's clock, and who may look. */
import {
  type Actor,
  type EventStore,
  hasRight,
  type Instant,
  mayReach,
  type Readings,
  Rejection,
  type Tie,
  type Vault,
} from '@mulin/kernel';
import { isShownTo } from './queries/escalations.js';
import { dutiesAlone, type Names } from './reference-data/follow-names.js';
import type { TownClock } from './queries/town-clock.js';
import { areaOf, type CaseRow, type Cases, holderOf } from './views/cases.js';

export type ReadingRoom = Readonly<{
  town: string;
  store: Pick<EventStore, 'readStream'>;
  cases: Cases;
  readings: Readings;
  /** To find who asked by their phone: nothing is opened in it. */
  vault: Vault;
  names: Names;
  clock: TownClock;
  now: () => Instant;
}>;

const notYours = () =>
  new Rejection(
    'not-your-area',
    { en: 'This case lies outside your area.', zh: '该案件不在您的辖区内。' },
    'forbidden',
  );

/** How things and people are called for this reader. */
export const namesFor = ({ names }: Pick<ReadingRoom, 'names'>, actor: Actor): Names =>
  hasRight('person.name', actor) ? names : dutiesAlone(names);

/**
 * A case whose place is not known yet is the town's: those who see only a part of it do not see this case, unless it
 * is in their list of what is late.
 */
export const mustSee = ({ town }: Pick<ReadingRoom, 'town'>, actor: Actor, row: CaseRow): void => {
  const area = areaOf(row);
  const isListed = area === null && row.told.notices.some(isShownTo(actor));
  const ties: readonly Tie[] = [
    ...(holderOf(row) === actor.id ? (['held'] as const) : []),
    ...(isListed ? (['unplaced'] as const) : []),
  ];
  if (!mayReach('timeline.read', actor, { area: area ?? town, ties })) throw notYours();
};
