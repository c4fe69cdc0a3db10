import { type Actor, whereFor, type WhereOf } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { askedLast } from '../domain/standing.js';
import { feedbackOf } from '../queries/show-feedback.js';
import type { AskingRow, askings } from '../views/askings.js';
import { ListCallBacks } from './feedback-bodies.js';
import * as Api from './feedback-operations.js';

const isHandledBy =
  ({ id }: Actor) =>
  ({ state }: AskingRow): boolean =>
    askedLast(state)?.question.handlers.includes(id) ?? false;

@Controller('api/v1/call-backs')
export class CallBacksController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** What waits longest comes first. What the one who asks handled is left out, so that a page may have fewer items. */
  @Get()
  @RequiresRight('call-back.list')
  @Answers(Api.listing)
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListCallBacks }) { state, limit, cursor }: z.infer<typeof ListCallBacks>,
  ) {
    const own = whereFor<WhereOf<typeof askings>>('call-back.list', actor);
    if (own === null) return { items: [], next: null };
    const where = { and: [own], stage: state };
    const page = await this.deps.askings.list({ where, orderBy: [{ by: 'since' }], limit, cursor });
    const isTheirs = isHandledBy(actor);
    const items = page.items.filter((row) => !isTheirs(row)).map((row) => feedbackOf(row.caseId, row.state));
    return { items, next: page.next };
  }
}
