/** Who is called in beside the holder of an order, comes, and has done their part. */
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
import { z } from 'zod';
import { change } from '../commands/change-order.js';
import { keepWords } from '../commands/keep-words.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { noSuchUnit } from '../domain/handling/refusals.js';
import * as Order from '../domain/order/order.js';
import { isUnit, isUnitOfHelpers } from '../queries/find-unit.js';
import * as Api from './helping-operations.js';
import { CallHelper, claimed, HelpDone, ReleaseHelper } from './order-bodies.js';

/** No order has more helpers than a number of three digits says. */
const Call = z.coerce.number().int().min(1).max(999);

@Controller('api/v1/orders')
export class HelpersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post(':caseId/helpers')
  @HttpCode(200)
  @RequiresRight('order.call-in')
  @Answers(Api.callingIn)
  async callIn(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: CallHelper }) { unit, task }: z.infer<typeof CallHelper>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    if (!isUnit(this.deps, unit) && !isUnitOfHelpers(this.deps, unit)) throw noSuchUnit();
    const { wordsId } = await keepWords(this.deps, request, caseId, task);
    const duty = await this.deps.duty();
    return change(this.deps, caseId, Order.callIn(request.actor, { unit, wordsId }, duty), request);
  }

  @Post(':caseId/helpers/:call/join')
  @HttpCode(200)
  @RequiresRight('order.help')
  @Answers(Api.joining)
  async join(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Param('call', { schema: Call }) call: number,
    @Body({ schema: HelpDone }) body: z.infer<typeof HelpDone>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const duty = await this.deps.duty();
    return change(this.deps, caseId, Order.join(request.actor.id, call, duty, claimed(body)), request);
  }

  @Post(':caseId/helpers/:call/finish')
  @HttpCode(200)
  @RequiresRight('order.help')
  @Answers(Api.finishingHelp)
  async finish(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Param('call', { schema: Call }) call: number,
    @Body({ schema: HelpDone }) body: z.infer<typeof HelpDone>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const duty = await this.deps.duty();
    return change(this.deps, caseId, Order.finishHelp(request.actor.id, call, duty, claimed(body)), request);
  }

  @Post(':caseId/helpers/:call/release')
  @HttpCode(200)
  @RequiresRight('order.call-in')
  @Answers(Api.releasing)
  async release(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Param('call', { schema: Call }) call: number,
    @Body({ schema: ReleaseHelper }) { because }: z.infer<typeof ReleaseHelper>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    return change(this.deps, caseId, Order.release(request.actor, call, because), request);
  }
}
