/** Who can be asked, as the rosters and accounts are now. */
import type { Identity } from '@mulin/kernel';
import type { Grids } from '../domain/land/land.js';
import { dutyBy } from '../domain/order/duty.js';
import type { Duty } from '../domain/order/order.js';

export type FindDuty = () => Promise<Duty>;

export const findDuty =
  (grids: () => Grids, identity: Pick<Identity, 'disabled'>): FindDuty =>
  async () =>
    dutyBy(grids(), await identity.disabled());
