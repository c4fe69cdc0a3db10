/** Who can be asked: those on duty by the rosters whose accounts may still sign in. */
import type { Identity } from '@mulin/kernel';
import type * as Order from '../domain/order/order.js';
import type { Grids } from '../domain/land/land.js';

export const dutyBy = (grids: Grids, disabled: ReadonlySet<string>): Order.Duty => {
  const mayBeAsked = (member: string) => !disabled.has(member);
  return {
    onDuty: (microGrid, at) => grids.onDuty(microGrid, at).find(mayBeAsked) ?? null,
    standIn: (microGrid, instead, at) =>
      grids.standIns(microGrid, at).find((member) => mayBeAsked(member) && !instead.includes(member)) ?? null,
    absence: (member, at, within) => {
      if (!mayBeAsked(member)) return 'account-disabled';
      if (grids.isOnDuty(member, at, within)) return null;
      return grids.isExpected(member, at, within) ? 'off-duty' : 'gone';
    },
  };
};

export type FindDuty = () => Promise<Order.Duty>;

/** As the rosters and accounts are now. */
export const findDuty =
  (grids: () => Grids, identity: Pick<Identity, 'disabled'>): FindDuty =>
  async () =>
    dutyBy(grids(), await identity.disabled());
