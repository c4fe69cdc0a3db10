/** What every door of audit needs: the histories, the view of all cases, the town's clock, and who may look. */
import {
  type Actor,
  type EventStore,
  type Instant,
  liesIn,
  Rejection,
  type Role,
  type View,
} from '@mulin/kernel';
import type { Names } from './names.js';
import type { TownClock } from './town-clock.js';
import { type CaseRow, columnOfArea, holderOf } from './views/cases.js';
import type { NoticesRow } from './views/notices.js';

export type ReadingRoom = Readonly<{
  town: string;
  store: Pick<EventStore, 'readStream'>;
  cases: View<CaseRow>;
  notices: View<NoticesRow>;
  names: Names;
  clock: TownClock;
  now: () => Instant;
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

/**
 * A case whose place is not known yet is the town's: those who see only a part of it do not see this case. Whoever
 * holds it sees it wherever it lies, for as long as they hold it.
 */
export const mustSee = (actor: Actor, row: CaseRow, town: string): void => {
  if (wholeTown.has(actor.role) || liesIn(row.area ?? town, actor.area)) return;
  if (holderOf(row) !== actor.id) throw notYours();
};

/** Which cases of the list an actor may see by their area, as a condition of the view's query. */
export const seenBy = ({ role, area }: Actor): Readonly<Record<string, string>> => {
  const column = wholeTown.has(role) ? null : columnOfArea(area);
  return column === null ? {} : { [column]: area };
};

/** The cases in somebody's own hands, wherever they lie; `null`: nobody of that role holds any. */
export const heldBy = ({ id, role }: Actor): Readonly<Record<string, string>> | null =>
  role === 'grid-member' ? { holder: id } : null;

/** Who may know which person did what: those who lead or examine, and the desk. Others see duties. */
const knowing: ReadonlySet<Role> = new Set<Role>([
  'hotline-clerk',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
  'auditor',
  'operator',
]);

export const seesWho = ({ role }: Pick<Actor, 'role'>): boolean => knowing.has(role);
