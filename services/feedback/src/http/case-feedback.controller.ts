import { type Actor, type Decision, instant } from '@mulin/kernel';
import {
  answer,
  Answers,
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
import type { z } from 'zod';
import { concluding } from '../commands/concluding.js';
import { letterFor } from '../commands/keep-merged-letter.js';
import { wordOf } from '../commands/keep-words.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { callBack, decide, rate } from '../domain/asking.js';
import type { Event } from '../domain/rating-events.js';
import { type State, wordsIn } from '../domain/rating-state.js';
import { noLetter } from '../domain/refusals.js';
import { findCase, wasAsked } from '../queries/find-case.js';
import { feedbackOf } from '../queries/show-feedback.js';
import { DecideConclusion, GiveRating, MakeCallBack, Purpose } from './feedback-bodies.js';
import * as Api from './feedback-operations.js';

@Controller('api/v1/cases')
export class CaseFeedbackController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post(':caseId/call-backs')
  @HttpCode(200)
  @RequiresRight('call-back.make')
  @Answers(Api.calling)
  async callBack(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: MakeCallBack }) { outcome, rating, at }: MakeCallBack,
  ) {
    const { actor } = request;
    const found = await findCase(this.deps, { name, actor, right: 'call-back.make', isEnough: wasAsked });
    const word = rating && (await wordOf(this.deps, request, found, rating));
    const call = { caller: actor.id, outcome, word, at: at === undefined ? undefined : instant(at) };
    return this.change(found.caseId, callBack(call), request);
  }

  /** Whoever asked, in their own case; the desk for them, after a call that reached them. */
  @Post(':caseId/ratings')
  @HttpCode(200)
  @RequiresRight('rating.give')
  @Answers(Api.givingRating)
  async rate(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: GiveRating }) body: GiveRating,
  ) {
    const { actor } = request;
    const found = await findCase(this.deps, { name, actor, right: 'rating.give', isEnough: wasAsked });
    const word = await wordOf(this.deps, request, found, body);
    return this.change(found.caseId, rate(actor.id, word), request);
  }

  @Post(':caseId/conclusion')
  @HttpCode(200)
  @RequiresRight('conclusion.decide')
  @Answers(Api.deciding)
  async conclude(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: DecideConclusion }) { decision }: z.infer<typeof DecideConclusion>,
  ) {
    const { actor } = request;
    const found = await findCase(this.deps, { name, actor, right: 'conclusion.decide', isEnough: wasAsked });
    return this.change(found.caseId, decide(actor.id, decision), request);
  }

  @Get(':caseId/letter')
  @RequiresRight('letter.read')
  @Answers(Api.readingLetter)
  async letter(@CurrentActor() actor: Actor, @Param('caseId', { schema: CaseName }) name: string) {
    const found = await findCase(this.deps, { name, actor, right: 'letter.read' });
    const { caseId } = found;
    const { number, cycle, letterId } = await letterFor(this.deps, found, actor);
    const letter = await this.open(actor, { id: letterId, about: caseId, purpose: 'answering' });
    // Whoever asked was erased, and the letter with them.
    if (letter === null) throw noLetter();
    return { number, cycle, letter };
  }

  @Get(':caseId/rating-words')
  @RequiresRight('rating.words')
  @Answers(Api.readingWords)
  async words(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Query({ schema: Purpose }) { purpose }: z.infer<typeof Purpose>,
  ) {
    const { caseId, state } = await findCase(this.deps, { name, actor, right: 'rating.words' });
    const said = wordsIn(state).map(async ({ wordsId, cycle, ratedAt }) => {
      const words = await this.open(actor, { id: wordsId, about: caseId, purpose });
      // They were erased.
      return typeof words === 'string' ? [{ cycle, ratedAt, words }] : [];
    });
    const all = (await Promise.all(said)).flat();
    return { words: all.at(-1)?.words ?? null, all };
  }

  /** On record is who read it; a resident as their pseudonym. */
  private async open(
    actor: Actor,
    { id, about, purpose }: Readonly<{ id: string; about: string; purpose: string }>,
  ): Promise<unknown> {
    const { town, vault, pseudonyms } = this.deps;
    const reader = actor.role === 'resident' ? pseudonyms.of(town, actor.id) : actor.id;
    return vault.read(id, { actor: reader, purpose, about });
  }

  private async change(caseId: string, decision: Decision<State, Event>, request: CommandContext) {
    const { context, ifRevision } = request;
    const options = ifRevision === undefined ? {} : { ifRevision };
    const conclude = concluding(this.deps);
    const { state, position, revision } = await conclude({ caseId, decide: decision, context, options });
    return answer(feedbackOf(caseId, state), { position: { service: 'feedback', position }, revision });
  }
}
