/** What every door of audit needs: the histories, the view of all cases, the town's clock, and who may look. */
import {
  type Actor,
  type EventStore,
  type Instant,
  mayReach,
  type Readings,
  Rejection,
  type Tie,
  type View,
} from '@mulin/kernel';
import type { Names } from './names.js';
import type { TownClock } from './town-clock.js';
import { type CaseRow, holderOf } from './views/cases.js';
import type { NoticesRow } from './views/notices.js';

export type ReadingRoom = Readonly<{
  town: string;
  store: Pick<EventStore, 'readStream'>;
  cases: View<CaseRow>;
  notices: View<NoticesRow>;
  readings: Readings;
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

/** A case whose place is not known yet is the town's: those who see only a part of it do not see this case. */
export const mustSee = (actor: Actor, row: CaseRow, town: string): void => {
  const ties: readonly Tie[] = holderOf(row) === actor.id ? ['held'] : [];
  if (!mayReach('timeline.read', actor, { area: row.area ?? town, ties })) throw notYours();
};
