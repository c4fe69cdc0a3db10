/** One order, as the specs of the work on it begin: offered to Li, who takes it. */
import { instant } from '@mulin/kernel';
import type * as Order from '../order/order.js';

/** A moment of the second of May 2026 at this hour and minute (UTC). */
export const at = (hour: number, minute = 0) =>
  instant(`2026-05-02T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`);

export const demand: Order.Demand = {
  number: 'mu-2026-000001',
  cycle: 1,
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
};
export const li = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };
export const leg = { cycle: 1, leg: 1, member: 'li-wei' };

export const offeredToLi: Extract<Order.Event, { type: 'OrderOffered' }> = {
  type: 'OrderOffered',
  data: { ...demand, ...li, leg: 1, final: false, by: null, because: 'registered', offeredAt: at(1) },
};
export const takenByLi: Order.Event = { type: 'OrderTaken', data: { ...leg, takenAt: at(2) } };
export const inHands = [offeredToLi, takenByLi];
export const over: Order.Event = {
  type: 'OrderOver',
  data: { cycle: 1, because: 'closed', overAt: at(20) },
};
