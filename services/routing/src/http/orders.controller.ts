import { returnReasons } from '@mulin/contracts';
import { type Actor, whereFor, type WhereOf } from '@mulin/kernel';
import {
  answer,
  Answers,
  assertWithinArea,
  Body,
  CaseName,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { change } from '../commands/change-order.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import * as Order from '../domain/order/order.js';
import { mustReach, referencesFor } from '../domain/order/order-access.js';
import { answererOf } from '../queries/chosen-answerer.js';
import { summary } from '../queries/order-summary.js';
import type { OrderRow, orders } from '../views/orders.js';
import * as Api from './operations.js';
import { Purpose } from './order-bodies.js';

const ListOrders = z.strictObject({
  state: z.enum(['offered', 'taken', 'with-arbiter', 'finished', 'verified', 'over']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
const ReturnOrder = z.strictObject({ reason: z.enum(returnReasons) });
const ArbitrateOrder = z.strictObject({
  /** Where it lies, and who answers there. */
  microGrid: z.string().min(1).max(64),
  /** `office:` and the id of an office, or the path of an area that leads there; absent: that micro-grid. */
  unit: z.string().min(1).max(400).optional(),
  /** Somebody on duty there, in the area of who decides, or in that grid; absent: who is on duty there. */
  member: z.string().min(1).max(400).optional(),
});

@Controller('api/v1/orders')
export class OrdersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /**
   * A grid member sees what is offered to them or taken, or their own of one state; a secretary what waits for a
   * decision; whoever leads, their own area.
   */
  @Get()
  @RequiresRight('order.list')
  @Answers(Api.listing)
  list(@CurrentActor() actor: Actor, @Query({ schema: ListOrders }) query: z.infer<typeof ListOrders>) {
    const { state, limit, cursor } = query;
    const where = scopeOf(actor, state);
    return where === null
      ? { items: [], next: null }
      : this.deps.rows.list({ where, orderBy: [{ by: 'since' }], limit, cursor });
  }

  @Get(':caseId')
  @RequiresRight('order.read')
  @Answers(Api.reading)
  async read(@CurrentActor() actor: Actor, @Param('caseId', { schema: CaseName }) name: string) {
    const caseId = await this.deps.caseIdOf(name);
    const { state, revision } = await this.readOrder(caseId);
    mustReach('order.read', state, actor);
    return answer(summary(caseId, state, this.deps.itemRules), { revision });
  }

  /**
   * What was said, where it is and how to reach whoever asked: for the present holder, for the arbiter while they are
   * asked, and for whoever was told of a deadline of it. Each reading is on record with its purpose.
   */
  @Get(':caseId/words')
  @RequiresRight('order.words')
  @Answers(Api.readingWords)
  async words(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Query({ schema: Purpose }) { purpose }: z.infer<typeof Purpose>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { state } = await this.readOrder(caseId);
    const { wordsId, placeId, contactId } = referencesFor(state, actor);
    const open = async (id: string | null = null) =>
      id === null ? null : this.deps.vault.read(id, { actor: actor.id, purpose, about: caseId });
    const [words, place, contact] = await Promise.all([open(wordsId), open(placeId), open(contactId)]);
    return { words, place, contact };
  }

  @Post(':caseId/return')
  @HttpCode(200)
  @RequiresRight('order.return')
  @Answers(Api.returning)
  async giveBack(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ReturnOrder }) { reason }: z.infer<typeof ReturnOrder>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const duty = await this.deps.duty();
    return change(
      this.deps,
      caseId,
      Order.giveBack(request.actor.id, reason, duty, this.deps.itemRules.officeFor),
      request,
    );
  }

  /**
   * The arbiter decides who answers; whoever was told of a lateness gives it to somebody else. Both the order and
   * whoever is to answer must lie in their own area; what a correction leads elsewhere the arbiter may send there.
   */
  @Post(':caseId/arbitrate')
  @HttpCode(200)
  @RequiresRight('order.arbitrate')
  @Answers(Api.arbitrating)
  async arbitrate(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ArbitrateOrder }) body: z.infer<typeof ArbitrateOrder>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    assertWithinArea(request.actor, Order.areaOf((await this.readOrder(caseId)).state));
    const answerer = await answererOf(this.deps, request.actor, body);
    return change(this.deps, caseId, Order.arbitrate(request.actor, answerer), request);
  }

  private readOrder(caseId: string) {
    return this.deps.orders.query(caseId);
  }
}

type OrdersWhere = WhereOf<typeof orders>;
type State = OrderRow['state'];

/** Without a state: what somebody has to do now. */
const scopeOf = (actor: Actor, state: State | undefined): OrdersWhere | null => {
  const request: OrdersWhere = { alsoAsked: { hasAny: [actor.id] } };
  const hands: OrdersWhere =
    state === undefined
      ? { or: [{ inHandsOf: actor.id }, request] }
      : { or: [{ member: actor.id }, request] };
  const helps: OrdersWhere = { helping: { hasAny: [actor.id] } };
  const by = state === undefined ? { held: hands, helps } : { had: hands, helps };
  const own = whereFor<OrdersWhere>('order.list', actor, by);
  if (own === null) return null;
  if (state !== undefined) return { and: [own], state };
  if (actor.role !== 'community-secretary') return own;
  return { or: [{ and: [own], forArbiter: true }, hands, helps] };
};
