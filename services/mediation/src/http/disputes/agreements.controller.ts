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
import { agree } from '../../commands/draft-agreement.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { extend, sign } from '../../domain/dispute/agreeing.js';
import {
  adviseCourt,
  decideConfirmation,
  perform,
  seekConfirmation,
} from '../../domain/dispute/performing.js';
import { findDispute } from '../../queries/find-dispute.js';
import { refuseOwnPerformance, signerOf } from '../../queries/who-signs.js';
import * as Sent from './dispute-bodies.js';
import * as Api from './agreement-operations.js';

@Controller('api/v1/disputes/:dispute')
export class AgreementsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post('agreement')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.drafting)
  async draft(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.DraftAgreement }) body: z.infer<typeof Sent.DraftAgreement>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    return agree(this.deps, request, found, body);
  }

  @Post('signatures')
  @HttpCode(200)
  @RequiresRight('dispute.sign')
  @Answers(Api.signing)
  async sign(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.SignAgreement }) body: z.infer<typeof Sent.SignAgreement>,
  ) {
    const { actor } = request;
    const found = await findDispute(this.deps, name, actor, 'dispute.sign');
    const { as, isByRepresentative, version } = body;
    const at = body.at === undefined ? undefined : instant(body.at);
    const decide = sign(signerOf(found, actor, body), as, { isByRepresentative, version, at });
    return change(this.deps, found.disputeId, decide, request);
  }

  @Post('extension')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.extending)
  async extend(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.ExtendSettling }) { until, agreed }: z.infer<typeof Sent.ExtendSettling>,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    return change(this.deps, disputeId, extend(instant(until), agreed), request);
  }

  @Post('performance')
  @HttpCode(200)
  @RequiresRight('dispute.answer')
  @Answers(Api.performing)
  async perform(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.PerformTerm }) { term, isWhole, at }: z.infer<typeof Sent.PerformTerm>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.answer');
    refuseOwnPerformance(found, term);
    const decide = perform(term, isWhole, at === undefined ? null : instant(at));
    return change(this.deps, found.disputeId, decide, request);
  }

  @Post('court-advice')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.advising)
  async advise(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.AdviseCourt }) { term }: z.infer<typeof Sent.AdviseCourt>,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    return change(this.deps, disputeId, adviseCourt(term), request);
  }

  @Post('confirmation')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.seeking)
  async seek(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.SeekConfirmation }) { parties, at }: z.infer<typeof Sent.SeekConfirmation>,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const soughtAt = at === undefined ? null : instant(at);
    const decide = seekConfirmation(parties, this.deps.windowEnds, soughtAt);
    return change(this.deps, disputeId, decide, request);
  }

  @Post('confirmation-decision')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.decidingConfirmation)
  async decide(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.DecideConfirmation }) { outcome }: z.infer<typeof Sent.DecideConfirmation>,
  ) {
    const { disputeId } = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    return change(this.deps, disputeId, decideConfirmation(outcome), request);
  }
}
