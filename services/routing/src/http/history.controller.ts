/** What became of an order: who had it when, and what those said who worked on it. */
import type { Actor } from '@mulin/kernel';
import {
  Answers,
  CaseName,
  Controller,
  CurrentActor,
  Get,
  Param,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import * as Order from '../domain/order/order.js';
import { mustReach } from '../domain/order/order-access.js';
import { legsShown } from '../queries/order-legs.js';
import { statementsShown } from '../queries/statements.js';
import * as Api from './history-operations.js';
import { Purpose } from './order-bodies.js';

@Controller('api/v1/orders')
export class HistoryController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get(':caseId/legs')
  @RequiresRight('order.read')
  @Answers(Api.readingLegs)
  async legs(@CurrentActor() actor: Actor, @Param('caseId', { schema: CaseName }) name: string) {
    const caseId = await this.deps.caseIdOf(name);
    const { state } = await this.deps.orders.query(caseId);
    mustReach('order.read', state, actor);
    const { number, menuItem } = Order.demandOf(state);
    const calendar = this.deps.calendars.get(menuItem) ?? null;
    const events = await this.deps.history(caseId);
    return { caseId, number, cycles: legsShown(events, { now: this.deps.now(), calendar }) };
  }

  /** For whoever may read what the resident said: what others wrote of it may name them, too. */
  @Get(':caseId/reports')
  @RequiresRight('order.words')
  @Answers(Api.readingReports)
  async reports(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Query({ schema: Purpose }) { purpose }: z.infer<typeof Purpose>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { state } = await this.deps.orders.query(caseId);
    mustReach('order.words', state, actor);
    const events = await this.deps.history(caseId);
    return { items: await statementsShown(this.deps, events, { actor: actor.id, purpose, about: caseId }) };
  }
}
