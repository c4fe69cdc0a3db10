/** What every door of audit needs: the histories, the view of all cases, the town's clock, and who may look. */
import { type Actor, type EventStore, liesIn, Rejection, type Role, type View } from '@mulin/kernel';
import type { TownClock } from './town-clock.js';
import { type CaseRow, columnOfArea } from './views/cases.js';

export type ReadingRoom = Readonly<{
  town: string;
  store: Pick<EventStore, 'readStream'>;
  cases: View<CaseRow>;
  clock: TownClock;
}>;

/** These see every case of the town; all others see those of their own area. */
const wholeTown: ReadonlySet<Role> = new Set<Role>(['operator', 'auditor', 'hotline-clerk']);

/** Who may read cases at all. Residents follow their own case by other doors. */
export const readers = [
  'hotline-clerk',
  'grid-member',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
  'mediator',
  'auditor',
  'operator',
] as const satisfies readonly Role[];

const notYours = () =>
  new Rejection(
    'not-your-area',
    { en: 'This case lies outside your area.', zh: '该案件不在您的辖区内。' },
    'forbidden',
  );

/** A case whose place is not known yet is the town's: those who see only a part of it do not see this case. */
export const mustSee = (actor: Actor, { area }: CaseRow, town: string): void => {
  if (!wholeTown.has(actor.role) && !liesIn(area ?? town, actor.area)) throw notYours();
};

/** Which cases of the list an actor may see, as a condition of the view's query. */
export const seenBy = ({ role, area }: Actor): Readonly<Record<string, string>> => {
  const column = wholeTown.has(role) ? null : columnOfArea(area);
  return column === null ? {} : { [column]: area };
};
