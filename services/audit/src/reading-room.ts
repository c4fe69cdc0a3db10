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
  type ReadModel,
} from '@mulin/kernel';
import { isShownTo } from './escalations.js';
import { dutiesAlone, type Names } from './names.js';
import type { TownClock } from './town-clock.js';
import { type CaseRow, holderOf } from './views/cases.js';
import type { NoticesRow } from './views/notices.js';

export type ReadingRoom = Readonly<{
  town: string;
  store: Pick<EventStore, 'readStream'>;
  cases: ReadModel<CaseRow>;
  notices: ReadModel<NoticesRow>;
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

/** How things and people are called for this reader. */
export const namesFor = ({ names }: Pick<ReadingRoom, 'names'>, actor: Actor): Names =>
  hasRight('person.name', actor) ? names : dutiesAlone(names);

type Room = Pick<ReadingRoom, 'town' | 'notices'>;

/** Where it lies, as far as anybody has said; of what lies nowhere, whether it is in their list of what is late. */
const placeOf = async ({ notices }: Room, actor: Actor, { area, caseId }: CaseRow) => {
  if (area !== null) return { area, isListed: false };
  const told = await notices.get(caseId);
  if (told === null || told.area !== null) return { area: told?.area ?? null, isListed: false };
  return { area: null, isListed: told.notices.some(isShownTo(actor)) };
};

/**
 * A case whose place is not known yet is the town's: those who see only a part of it do not see this case, unless it
 * is in their list of what is late.
 */
export const mustSee = async (room: Room, actor: Actor, row: CaseRow): Promise<void> => {
  const { area, isListed } = await placeOf(room, actor, row);
  const ties: readonly Tie[] = [
    ...(holderOf(row) === actor.id ? (['held'] as const) : []),
    ...(isListed ? (['unplaced'] as const) : []),
  ];
  if (!mayReach('timeline.read', actor, { area: area ?? room.town, ties })) throw notYours();
};
