/** No order stays with somebody who can be asked no more: at every round, what they have goes on to others. */
import {
  newCorrelation,
  type CommandHandler,
  type Instant,
  type Stop,
  type ReadModelOf,
} from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import type { FindDuty } from '../queries/find-duty.js';
import { type orders, unitPrefix } from '../views/orders.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
  orders: CommandHandler<Order.State, Order.Event>;
  rows: ReadModelOf<typeof orders>;
  duty: FindDuty;
}>;

/** How long an order may lie with somebody whose duty has ended. */
const roundMs = 20_000;
const pageSize = 200;

type State = 'offered' | 'taken';

/** Who has an order, and where their duty must reach for them to keep it; as the view's column `post` has it. */
const postOf = (post: string): Readonly<{ area: string; member: string }> => {
  const place = post.indexOf(' ');
  return { area: post.slice(0, place), member: post.slice(place + 1) };
};

export const handOnOrders = ({ town, now, newId, every, orders, rows, duty }: Parts) => {
  const casesAt = async (post: string, state: State): Promise<readonly string[]> => {
    const cases: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await rows.list({
        where: { post, state },
        orderBy: [{ by: 'since' }],
        limit: pageSize,
        cursor,
      });
      cases.push(...page.items.map(({ caseId }) => caseId));
      if (page.next === null) return cases;
      cursor = page.next;
    }
  };

  /** Read before the first is handed on: that moves the rows. */
  const handOnAll = async (post: string, state: State, known: Order.Duty): Promise<void> => {
    for (const caseId of await casesAt(post, state))
      await orders(caseId, Order.handOn(known), newCorrelation({ town, actor: 'routing', id: newId() }));
  };

  const sweep = async (): Promise<void> => {
    const known = await duty();
    for (const state of ['offered', 'taken'] as const) {
      for (const post of (await rows.count('post', { state })).keys()) {
        if (post === null) continue;
        const { area, member } = postOf(post);
        const absentAt = (at: Instant) =>
          area.startsWith(unitPrefix)
            ? known.absenceFrom(area.slice(unitPrefix.length), member, at)
            : known.absence(member, at, area);
        if (Order.whyItGoesOn(state, absentAt, now()) !== null) await handOnAll(post, state, known);
      }
    }
  };

  return { look: sweep, start: async (): Promise<Stop> => every(roundMs, sweep) };
};
