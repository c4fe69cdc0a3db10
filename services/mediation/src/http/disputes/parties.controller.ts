import type { Actor } from '@mulin/kernel';
import {
  Answers,
  Body,
  CommandContext,
  Controller,
  CurrentActor,
  Get,
  HttpCode,
  Param,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { change, refusedEarly } from '../../commands/change-dispute.js';
import { keepText } from '../../commands/keep-text.js';
import { partyOf } from '../../commands/open-dispute.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { assign, type Candidate, challenge, decideChallenge } from '../../domain/dispute/mediators.js';
import { noteCaucus } from '../../domain/dispute/meetings.js';
import {
  declareRelation,
  join,
  makeStatement,
  represent,
  stateConsent,
} from '../../domain/dispute/opening.js';
import { notAMediator } from '../../domain/dispute/refusals.js';
import { candidatesFor, rosterFor } from '../../queries/candidates.js';
import { findDispute, speaksFor } from '../../queries/find-dispute.js';
import * as Sent from './dispute-bodies.js';
import * as Api from './party-operations.js';

@Controller('api/v1/disputes/:dispute')
export class PartiesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post('parties')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.joining)
  async join(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.JoinParty }) body: z.infer<typeof Sent.JoinParty>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const { party, item } = await partyOf(this.deps, request, body, 0);
    const early = await refusedEarly(this.deps, found, join(party), request);
    if (early !== null) return early;
    await this.deps.vault.keep([item]);
    return change(this.deps, found.disputeId, join(party), request);
  }

  @Post('parties/:party/representatives')
  @HttpCode(200)
  @RequiresRight('dispute.answer')
  @Answers(Api.representing)
  async represent(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('party', { schema: Sent.PartyId }) party: string,
    @Body({ schema: Sent.NameRepresentative }) body: z.infer<typeof Sent.NameRepresentative>,
  ) {
    const { authority, ...details } = body;
    const found = await findDispute(this.deps, name, request.actor, 'dispute.answer');
    const about = {
      party: speaksFor(found, party),
      kind: 'party',
      name: 'representative',
      content: details,
    } as const;
    const { id } = await keepText(this.deps, request, found, about);
    return change(this.deps, found.disputeId, represent(party, id, authority), request);
  }

  @Post('parties/:party/relations')
  @HttpCode(200)
  @RequiresRight('dispute.relate')
  @Answers(Api.relating)
  async relate(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('party', { schema: Sent.PartyId }) party: string,
    @Body({ schema: Sent.DeclareRelation }) { mediator, relation }: z.infer<typeof Sent.DeclareRelation>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.relate');
    const decide = declareRelation(speaksFor(found, party), mediator, relation);
    return change(this.deps, found.disputeId, decide, request);
  }

  @Post('parties/:party/consent')
  @HttpCode(200)
  @RequiresRight('dispute.answer')
  @Answers(Api.consenting)
  async consent(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('party', { schema: Sent.PartyId }) party: string,
    @Body({ schema: Sent.StateConsent }) { isGiven }: z.infer<typeof Sent.StateConsent>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.answer');
    return change(this.deps, found.disputeId, stateConsent(speaksFor(found, party), isGiven), request);
  }

  @Post('parties/:party/statements')
  @HttpCode(200)
  @RequiresRight('dispute.answer')
  @Answers(Api.stating)
  async state(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('party', { schema: Sent.PartyId }) party: string,
    @Body({ schema: Sent.MakeStatement }) { text, isForAll }: z.infer<typeof Sent.MakeStatement>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.answer');
    const about = {
      party: speaksFor(found, party),
      kind: 'statement',
      name: 'statement',
      content: text,
    } as const;
    const { id } = await keepText(this.deps, request, found, about);
    return change(this.deps, found.disputeId, makeStatement(party, id, isForAll), request);
  }

  @Post('parties/:party/caucus-notes')
  @HttpCode(200)
  @RequiresRight('dispute.mediate')
  @Answers(Api.caucusing)
  async caucus(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Param('party', { schema: Sent.PartyId }) party: string,
    @Body({ schema: Sent.NoteCaucus }) { text }: z.infer<typeof Sent.NoteCaucus>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.mediate');
    const about = { party, kind: 'caucus-note', name: 'caucus', content: text } as const;
    const { id } = await keepText(this.deps, request, found, about);
    return change(this.deps, found.disputeId, noteCaucus(party, id, request.actor.id), request);
  }

  @Get('mediators')
  @RequiresRight('dispute.lead')
  @Answers(Api.listingMediators)
  async mediators(
    @CurrentActor() actor: Actor,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
  ) {
    const { state } = await findDispute(this.deps, name, actor, 'dispute.lead');
    return { items: await rosterFor(this.deps, state) };
  }

  @Post('mediator')
  @HttpCode(200)
  @RequiresRight('dispute.lead')
  @Answers(Api.assigning)
  async assign(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.AssignMediator }) { mediator }: z.infer<typeof Sent.AssignMediator>,
  ) {
    const { disputeId, state } = await findDispute(this.deps, name, request.actor, 'dispute.lead');
    const candidates = await this.candidates(state.area, mediator);
    return change(this.deps, disputeId, assign(mediator ?? null, candidates), request);
  }

  @Post('challenges')
  @HttpCode(200)
  @RequiresRight('dispute.answer')
  @Answers(Api.challenging)
  async challenge(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.ChallengeMediator }) { party, because }: z.infer<typeof Sent.ChallengeMediator>,
  ) {
    const found = await findDispute(this.deps, name, request.actor, 'dispute.answer');
    return change(this.deps, found.disputeId, challenge(speaksFor(found, party), because), request);
  }

  @Post('challenge-decision')
  @HttpCode(200)
  @RequiresRight('dispute.lead')
  @Answers(Api.decidingChallenge)
  async decideChallenge(
    @CommandContext() request: CommandContext,
    @Param('dispute', { schema: Sent.DisputeName }) name: string,
    @Body({ schema: Sent.DecideChallenge }) body: z.infer<typeof Sent.DecideChallenge>,
  ) {
    const { isUpheld, mediator } = body;
    const { disputeId, state } = await findDispute(this.deps, name, request.actor, 'dispute.lead');
    const candidates = await this.candidates(state.area, mediator);
    return change(this.deps, disputeId, decideChallenge(isUpheld, mediator ?? null, candidates), request);
  }

  /** Of the roster; refused (`not-a-mediator`) where somebody is named who is not on it. */
  private async candidates(area: string, named: string | undefined): Promise<readonly Candidate[]> {
    const candidates = await candidatesFor(this.deps, area);
    if (named !== undefined && !candidates.some(({ mediator }) => mediator === named))
      throw notAMediator(named);
    return candidates;
  }
}
