/** No order stays with somebody who can be asked no more: at every round, what they have goes on to others. */
import { begin, type Handle, type Instant, type Stop, type View } from '@mulin/kernel';
import * as Order from './domain/order.js';
import type { FindDuty } from './duty.js';
import type { OrderRow } from './views/orders.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
  orders: Handle<Order.State, Order.Event>;
  rows: View<OrderRow>;
  duty: FindDuty;
}>;

/** How long an order may lie with somebody whose duty has ended. */
const roundMs = 20_000;
const pageSize = 200;

type State = 'offered' | 'taken';

export const keepInHands = ({ town, now, newId, every, orders, rows, duty }: Parts) => {
  const casesOf = async (member: string, state: State): Promise<readonly string[]> => {
    const cases: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await rows.list({ where: { member, state }, orderBy: 'since', limit: pageSize, cursor });
      cases.push(...page.items.map(({ caseId }) => caseId));
      if (page.next === null) return cases;
      cursor = page.next;
    }
  };

  /** Read before the first is handed on: that moves the rows. */
  const handOnAll = async (member: string, state: State, known: Order.Duty): Promise<void> => {
    for (const caseId of await casesOf(member, state))
      await orders(caseId, Order.handOn(known), begin({ town, actor: 'routing', id: newId() }));
  };

  const look = async (): Promise<void> => {
    const known = await duty();
    for (const state of ['offered', 'taken'] as const) {
      for (const member of (await rows.count('member', { state })).keys()) {
        const absence = known.absence(member, now());
        const staysTheirs = absence === null || (absence === 'off-duty' && state === 'taken');
        if (!staysTheirs) await handOnAll(member, state, known);
      }
    }
  };

  return { look, start: async (): Promise<Stop> => every(roundMs, look) };
};
