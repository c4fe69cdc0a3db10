/** What the routes of routing are given. */
import type { CommandHandler, Identity, Instant, Vault, ReadModelOf } from '@mulin/kernel';
import type { FindDuty } from './queries/find-duty.js';
import type * as Order from './domain/order/order.js';
import type { NamedArea } from '@mulin/pack';
import type { Grids } from './domain/land/land.js';
import type * as Roster from './domain/land/roster.js';
import type { ItemRules } from './queries/item-rules.js';
import type { Calendar } from '@mulin/working-time';
import type * as Leave from './domain/leave/leave.js';
import type { LoadedGrids } from './reference-data/load-grids.js';
import type { orders } from './views/orders.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('routing dependencies');

export type Dependencies = Readonly<{
  town: string;
  now: () => Instant;
  orders: CommandHandler<Order.State, Order.Event>;
  rows: ReadModelOf<typeof orders>;
  /** The id of a case that is named by its number or its id. */
  caseIdOf: (name: string) => Promise<string>;
  /** What residents said, for whoever must answer. */
  vault: Vault;
  grids: () => Grids;
  /** All that is on record of one order, oldest first. */
  history: (caseId: string) => Promise<readonly Order.Event[]>;
  /** By which calendar work on a menu item is counted, by its id. */
  calendars: ReadonlyMap<string, Calendar>;
  /** Who can be asked now. */
  duty: FindDuty;
  /** What the menu says of how each item is handled. */
  itemRules: ItemRules;
  /** How the areas are called. */
  areas: readonly NamedArea[];
  /** Who is away: one stream, by the id of the town. */
  leave: CommandHandler<Leave.State, Leave.Event>;
  /** Who is on duty in a place, by the place. */
  changeRoster: CommandHandler<Roster.State, Roster.Event>;
  /** An account that may sign in. */
  findAccount: Identity['find'];
}> &
  Pick<LoadedGrids, 'rosters' | 'fitRosters' | 'shifts' | 'absences'>;
