/** A person's decision about an order, and the order as it stands after it. */
import type { Decision } from '@mulin/kernel';
import { answer, type CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type * as Order from '../domain/order/order.js';
import { summary } from '../queries/order-summary.js';

export const change = async (
  { orders, itemRules }: Pick<Dependencies, 'orders' | 'itemRules'>,
  caseId: string,
  decide: Decision<Order.State, Order.Event>,
  request: CommandContext,
) => {
  const options = request.ifRevision === undefined ? {} : { ifRevision: request.ifRevision };
  const { state, position, revision } = await orders(caseId, decide, request.context, options);
  return answer(summary(caseId, state, itemRules), { position: { service: 'routing', position }, revision });
};
