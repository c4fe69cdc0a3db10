/** What whoever has an order does about it, and says of it. */
import {
  Answers,
  Body,
  CaseName,
  CommandContext,
  Controller,
  HttpCode,
  Param,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { change } from '../commands/change-order.js';
import { keepWords } from '../commands/keep-words.js';
import { copiesAmong, mustBeOfWork } from '../commands/photos-of-work.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { noSuchUnit } from '../domain/handling/refusals.js';
import * as Order from '../domain/order/order.js';
import { dutyNames } from '../queries/duty-name.js';
import { isUnit } from '../queries/find-unit.js';
import * as Api from './handling-operations.js';
import {
  claimed,
  FinishOrder,
  HandOverOrder,
  MakeContact,
  ReportProgress,
  TakeOrder,
  VerifyOrder,
} from './order-bodies.js';

@Controller('api/v1/orders')
export class HandlingController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post(':caseId/take')
  @HttpCode(200)
  @RequiresRight('order.take')
  @Answers(Api.taking)
  async take(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: TakeOrder }) body: z.infer<typeof TakeOrder>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const decide = Order.take(request.actor.id, claimed(body), dutyNames(this.deps));
    return change(this.deps, caseId, decide, request);
  }

  @Post(':caseId/contact')
  @HttpCode(200)
  @RequiresRight('order.contact')
  @Answers(Api.contacting)
  async contact(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: MakeContact }) body: z.infer<typeof MakeContact>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    return change(this.deps, caseId, Order.contact(request.actor.id, body.manner, claimed(body)), request);
  }

  @Post(':caseId/progress')
  @HttpCode(200)
  @RequiresRight('order.report')
  @Answers(Api.reporting)
  async report(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ReportProgress }) body: z.infer<typeof ReportProgress>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const said = await this.said(request, caseId, body);
    return change(this.deps, caseId, Order.report(request.actor.id, said, claimed(body)), request);
  }

  @Post(':caseId/finish')
  @HttpCode(200)
  @RequiresRight('order.finish')
  @Answers(Api.finishing)
  async finish(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: FinishOrder }) body: z.infer<typeof FinishOrder>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const said = await this.said(request, caseId, body);
    const { demandedFor } = this.deps.itemRules;
    const copies = await copiesAmong(this.deps, caseId, said.photoIds);
    const demanding = { demandedFor, copies };
    const decide = Order.finish(request.actor.id, body.result, said, { ...claimed(body), ...demanding });
    return change(this.deps, caseId, decide, request);
  }

  @Post(':caseId/verify')
  @HttpCode(200)
  @RequiresRight('order.verify')
  @Answers(Api.verifying)
  async verify(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: VerifyOrder }) { words, ...found }: z.infer<typeof VerifyOrder>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { wordsId } = await keepWords(this.deps, request, caseId, words);
    return change(this.deps, caseId, Order.verify(request.actor, { ...found, wordsId }), request);
  }

  @Post(':caseId/hand-over')
  @HttpCode(200)
  @RequiresRight('order.hand-over')
  @Answers(Api.handingOver)
  async handOver(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: HandOverOrder }) body: z.infer<typeof HandOverOrder>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    if (!isUnit(this.deps, body.to)) throw noSuchUnit();
    return change(this.deps, caseId, Order.handOver(request.actor, body, await this.deps.duty()), request);
  }

  private async said(
    request: CommandContext,
    caseId: string,
    { words, photoIds }: z.infer<typeof ReportProgress>,
  ) {
    await mustBeOfWork(this.deps, request.actor.id, caseId, photoIds);
    return { ...(await keepWords(this.deps, request, caseId, words)), photoIds };
  }
}
