/**
 * No order stays with somebody who can be asked no more, and none waits for such a helper: at every round, what they
 * have goes on to others.
 */
import {
  newCorrelation,
  type CommandHandler,
  type Decision,
  type Instant,
  type Stop,
  type ReadModelOf,
  type WhereOf,
} from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import type { FindDuty } from '../queries/find-duty.js';
import { type OrderRow, type orders, unitPrefix } from '../views/orders.js';

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

/** Read before the first is handed on: that moves the rows. */
const allRows = async (rows: Parts['rows'], where: WhereOf<typeof orders>): Promise<readonly OrderRow[]> => {
  const found: OrderRow[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await rows.list({ where, orderBy: [{ by: 'since' }], limit: pageSize, cursor });
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = page.next;
  }
};

export const handOnOrders = ({ town, now, newId, every, orders, rows, duty }: Parts) => {
  const decide = (caseId: string, decision: Decision<Order.State, Order.Event>) =>
    orders(caseId, decision, newCorrelation({ town, actor: 'routing', id: newId() }));

  const handOnAll = async (post: string, state: State, known: Order.Duty): Promise<void> => {
    for (const { caseId } of await allRows(rows, { post, state })) await decide(caseId, Order.handOn(known));
  };

  const replaceHelpers = async (known: Order.Duty): Promise<void> => {
    for (const { caseId, helpers } of await allRows(rows, { hasHelpers: true }))
      if (helpers.some((helper) => Order.isToReplace(helper, known, now())))
        await decide(caseId, Order.replaceHelpers(known));
  };

  const sweep = async (): Promise<void> => {
    const known = await duty();
    await replaceHelpers(known);
    for (const state of ['offered', 'taken'] as const) {
      for (const post of (await rows.count('post', { state })).keys()) {
        if (post === null) continue;
        const { area, member } = postOf(post);
        const absentAt = (at: Instant) =>
          area.startsWith(unitPrefix)
            ? known.absenceFrom(area.slice(unitPrefix.length), member, at)
            : known.absence(member, at, area);
        if (Order.whyItGoesOn(state, absentAt, now(), known.awayHours) !== null)
          await handOnAll(post, state, known);
      }
    }
  };

  return { look: sweep, start: async (): Promise<Stop> => every(roundMs, sweep) };
};
