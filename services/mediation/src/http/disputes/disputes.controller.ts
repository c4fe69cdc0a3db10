import { type Actor, whereFor, type WhereOf } from '@mulin/kernel';
import {
  answer,
  Answers,
  assertWithinArea,
  Body,
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
import type { z } from 'zod';
import { change } from '../../commands/change-dispute.js';
import { keepText } from '../../commands/keep-text.js';
import { openDispute } from '../../commands/open-dispute.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { acknowledgeDanger, callBack, end, reopen, reportDanger } from '../../domain/dispute/ending.js';
import { recolour } from '../../domain/dispute/opening.js';
import { disputeOver, joinedToItself } from '../../domain/dispute/refusals.js';
import { findDispute, insideOf } from '../../queries/find-dispute.js';
import { refuseOfOthers } from '../../queries/who-opens.js';
import { disputeOf, summaryOf } from '../../queries/show-dispute.js';
import type { disputes } from '../../views/disputes.js';
import * as Sent from './dispute-bodies.js';
import * as Api from './dispute-operations.js';

@Controller('api/v1/disputes')
export class DisputesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** A resident opens one of their own; whoever works for the town, within their area. */
  @Post()
  @HttpCode(201)
  @RequiresRight('dispute.open')
  @Answers(Api.opening)
  async open(
    @CommandContext() request: CommandContext,
    @Body({ schema: Sent.OpenDispute }) body: z.infer<typeof Sent.OpenDispute>,
  ) {
    const isResident = request.actor.role === 'resident';
    if (!isResident) assertWithinArea(request.actor, body.area);
    if (isResident) refuseOfOthers(body);
    const { disputeId, state, position, revision } = await openDispute(this.deps, request, body);
    if (state === null) throw new Error('a dispute that was opened is known');
    // A code opens what its party said: whoever is none has it of nobody, and whoever mediates hands it out.
    const codes = state.parties
      .filter(({ account }) => isResident && account !== undefined)
      .map(({ party }) => ({ party, code: this.deps.codes.of(party) }));
    return answer(
      { ...disputeOf(disputeId, state, insideOf(this.deps, request.actor, state)), codes },
      { position: { service: 'mediation', position }, revision },
    );
  }

  @Get()
  @RequiresRight('dispute.list')
  @Answers(Api.listing)
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: Sent.ListDisputes }) query: z.infer<typeof Sent.ListDisputes>,
  ) {
    const { state, colour, mediator, area, limit, cursor } = query;
    const own = whereFor<WhereOf<typeof disputes>>('dispute.list', actor, {
      held: { mediator: actor.id },
    });
    if (own === null) return { items: [], next: null };
    const where = {
      and: [own],
      stage: state,
      colour,
      mediator,
      ...(area === undefined ? {} : { area: { within: area } }),
    };
    const page = await this.deps.rows.list({ where, orderBy: [{ by: 'since' }], limit, cursor });
    const items = page.items.flatMap((row) => (row.state === null ? [] : [summaryOf(row.caseId, row.state)]));
    return { items, next: page.next };
  }

  @Get(':dispute')
  @RequiresRight('dispute.read')
  @Answers(Api.reading)
  async read(@CurrentActor() actor: Actor, @Param('dispute', { schema: Sent.DisputeName }) name: string) {
    const { disputeId, state, revision } = await findDispute(this.deps, name, actor, 'dispute.read');
    return answer(disputeOf(disputeId, state, insideOf(this.deps, actor, state)), { revision });
  }

  @Post(':dispute/colour')
  @HttpCode(200)
  @RequiresRight('dispute.grade')
  @Answers(Api.recolouring)
  async recolour(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.Recolour }) { colour }: z.infer<typeof Sent.Recolour>,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.grade');
    return change(this.deps, disputeId, recolour(colour), request);
  }

  /** Whoever hears of it reports it, also somebody who does not mediate. */
  @Post(':dispute/dangers')
  @HttpCode(200)
  @RequiresRight('danger.report')
  @Answers(Api.reportingDanger)
  async reportDanger(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.ReportDanger }) { text }: z.infer<typeof Sent.ReportDanger>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'danger.report');
    const about = { party: null, kind: 'dispute-text', name: 'danger', content: text } as const;
    const { id } = await keepText(this.deps, request, found, about);
    return change(this.deps, found.disputeId, reportDanger(id), request);
  }

  @Post(':dispute/danger-acknowledgements')
  @HttpCode(200)
  @RequiresRight('danger.acknowledge')
  @Answers(Api.acknowledgingDanger)
  async acknowledgeDanger(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.AcknowledgeDanger }) { danger }: z.infer<typeof Sent.AcknowledgeDanger>,
  ) {
    const { actor } = request;
    const { disputeId } = await findDispute(this.deps, name, actor, 'danger.acknowledge');
    return change(this.deps, disputeId, acknowledgeDanger(danger, actor.id), request);
  }

  @Post(':dispute/end')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.ending)
  async end(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.EndDispute }) { outcome, otherWays, into }: z.infer<typeof Sent.EndDispute>,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const other = into === undefined ? undefined : await this.otherThan(disputeId, into, request.actor);
    const wanted = { outcome, otherWays, ...(other === undefined ? {} : { into: other }) };
    return change(this.deps, disputeId, end(wanted), request);
  }

  @Post(':dispute/reopening')
  @HttpCode(200)
  @RequiresRight('dispute.reopen')
  @Answers(Api.reopening)
  async reopen(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.reopen');
    return change(this.deps, disputeId, reopen, request);
  }

  @Post(':dispute/call-backs')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.callingBack)
  async callBack(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.CallBack }) { party, isKept, words }: z.infer<typeof Sent.CallBack>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const about = { party, kind: 'dispute-text', name: 'call-back', content: words } as const;
    const kept = words === undefined ? undefined : await keepText(this.deps, request, found, about);
    return change(this.deps, found.disputeId, callBack(party, isKept, kept?.id), request);
  }

  /** Refused (`joined-to-itself`) where it is the same one, and as reading it is. */
  private async otherThan(disputeId: string, name: string, actor: Actor): Promise<string> {
    const other = await findDispute(this.deps, name, actor, 'dispute.mediate');
    if (other.disputeId === disputeId) throw joinedToItself();
    if (other.state.end !== null) throw disputeOver();
    return other.disputeId;
  }
}
