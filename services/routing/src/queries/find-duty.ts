/** Who can be asked, as the rosters and accounts are now. */
import type { Identity } from '@mulin/kernel';
import type { Grids } from '../domain/land/land.js';
import { dutyBy } from '../domain/order/duty.js';
import type { Duty } from '../domain/order/order.js';

export type FindDuty = () => Promise<Duty>;

/** `awayHours`: as in `Duty`, by the pack; default 24. */
export const findDuty =
  (grids: () => Grids, identity: Pick<Identity, 'disabled'>, awayHours?: number): FindDuty =>
  async () =>
    dutyBy(grids(), await identity.disabled(), awayHours);
