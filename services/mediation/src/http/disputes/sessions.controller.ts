import { instant } from '@mulin/kernel';
import {
  Answers,
  Body,
  CommandContext,
  Controller,
  HttpCode,
  Param,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { change } from '../../commands/change-dispute.js';
import { keepText } from '../../commands/keep-text.js';
import { plan } from '../../commands/plan-session.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { callOff, holdSession, propose } from '../../domain/dispute/meetings.js';
import { findDispute, speaksFor } from '../../queries/find-dispute.js';
import * as Sent from './dispute-bodies.js';
import * as Api from './session-operations.js';

@Controller('api/v1/disputes/:dispute')
export class SessionsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post('sessions')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.planning)
  async plan(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.PlanSession }) body: z.infer<typeof Sent.PlanSession>,
  ) {
    return this.planned(name, request, body, null);
  }

  @Post('sessions/:session/time')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.planning)
  async move(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('session', { schema: Sent.Ordinal }) session: number,
    @Body({ schema: Sent.PlanSession }) body: z.infer<typeof Sent.PlanSession>,
  ) {
    return this.planned(name, request, body, session);
  }

  @Post('sessions/:session/call-off')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.callingOff)
  async callOff(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('session', { schema: Sent.Ordinal }) session: number,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    return change(this.deps, disputeId, callOff(session), request);
  }

  @Post('sessions/:session/minutes')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.holding)
  async hold(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('session', { schema: Sent.Ordinal }) session: number,
    @Body({ schema: Sent.HoldSession }) { present, minutes }: z.infer<typeof Sent.HoldSession>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const about = { party: null, kind: 'minutes', name: 'minutes', content: minutes } as const;
    const { id: minutesId, hash: minutesHash } = await keepText(this.deps, request, found, about);
    const held = holdSession(session, present, { minutesId, minutesHash });
    return change(this.deps, found.disputeId, held, request);
  }

  /** By the mediator, or by a party for itself. */
  @Post('proposals')
  @HttpCode(200)
  @RequiresRight('dispute.answer')
  @Answers(Api.proposing)
  async propose(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.Propose }) { text, party }: z.infer<typeof Sent.Propose>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.answer');
    const from = party ?? found.own;
    const about = {
      party: from && speaksFor(found, from),
      kind: 'dispute-text',
      name: 'proposal',
      content: text,
    } as const;
    const { id } = await keepText(this.deps, request, found, about);
    return change(this.deps, found.disputeId, propose(from ?? 'mediator', id), request);
  }

  private async planned(
    name: string,
    request: CommandContext,
    { from, until, place }: z.infer<typeof Sent.PlanSession>,
    session: number | null,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const meeting = { from: instant(from), until: instant(until), place };
    return plan(this.deps, found, request, { meeting, session });
  }
}
