import { type Actor, type Decision, Rejection, type Right } from '@mulin/kernel';
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
  type Platform,
  PLATFORM,
  Post,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { caseCalled, closeAsDuplicate } from '../commands/close-as-duplicate.js';
import { correctionOf } from '../commands/correct-case.js';
import { type Demanded, registrationOf } from '../commands/register-demand.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import * as Case from '../domain/case/case.js';
import { reclassify } from '../domain/case/correcting.js';
import * as Handling from '../domain/handling.js';
import {
  afterHandling,
  answerOf,
  handlingOf,
  readCase,
  mustBeOwn,
  mustLieNear,
  mustReach,
  optionsOf,
  summaryOf,
} from '../queries/case-at-hand.js';
import {
  CloseCase,
  DeclineCase,
  Purpose,
  ReclassifyCase,
  RegisterDemand,
  WithdrawCase,
} from './case-bodies.js';
import * as Api from './case-operations.js';

/**
 * Who is told the code by which a resident comes to the case: the resident, and who talks to them. Whoever may be asked
 * to handle it is not, or they could rate it themselves.
 */
const mayHandOn = ({ role }: Actor): boolean => ['resident', 'hotline-clerk', 'integrator'].includes(role);

@Controller('api/v1/cases')
export class CasesController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: Dependencies,
    @Inject(PLATFORM) private readonly platform: Pick<Platform, 'caseCodes'>,
  ) {}

  /** What is personal goes to the vault before the event that refers to it: no case without its words. */
  @Post()
  @HttpCode(201)
  @RequiresRight('case.register')
  @Answers(Api.registering)
  async register(
    @CommandContext() request: CommandContext,
    @Body({ schema: RegisterDemand }) body: Demanded,
  ) {
    const { cases } = this.deps;
    const { context } = request;
    const register = await registrationOf(this.deps, request, body).catch(async (error: unknown) => {
      // Sent again after the town has changed its mind about such demands, it is still the case it became.
      if (error instanceof Rejection && (await cases.query(request.id)).revision >= 0) return null;
      throw error;
    });
    const decide = register ? Case.register(register) : () => [];
    const { state, position, revision } = await cases(request.id, decide, context);
    // Nothing was heard of it yet; sent again, it is answered as before.
    const code = mayHandOn(request.actor) ? { queryCode: this.platform.caseCodes.of(request.id) } : {};
    return answer(
      { ...summaryOf(request.id, state, Handling.initial), ...code },
      {
        position: { service: 'intake', position },
        revision,
        status: 201,
      },
    );
  }

  /**
   * As intake knows it; the whole history is at `/api/v1/timelines`. Whoever was told of a deadline of it, or decides
   * what happens next, reads it in their own area until it is over.
   */
  @Get(':caseId')
  @RequiresRight('case.read')
  @Answers(Api.readingCase)
  async read(@CurrentActor() actor: Actor, @Param('caseId', { schema: CaseName }) name: string) {
    const caseId = await this.deps.caseIdOf(name);
    const { state, revision } = await readCase(this.deps, caseId);
    await mustReach(this.deps, 'case.read', actor, { caseId, state });
    const handling = await handlingOf(this.deps, caseId, state.cycle);
    return answer(summaryOf(caseId, state, handling), { revision });
  }

  /** The resident's own words, where it is and how to reach them. Each reading is on record with its purpose. */
  @Get(':caseId/words')
  @RequiresRight('case.words')
  @Answers(Api.readingWords)
  async words(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Query({ schema: Purpose }) { purpose }: z.infer<typeof Purpose>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { state } = await readCase(this.deps, caseId);
    await mustReach(this.deps, 'case.words', actor, { caseId, state });
    const { demand } = state;
    const reading = { actor: actor.id, purpose, about: caseId };
    const { vault } = this.deps;
    const [words, place, contact] = await Promise.all([
      vault.read(demand.words.id, reading),
      demand.place && vault.read(demand.place.id, reading),
      demand.contact && vault.read(demand.contact.id, reading),
    ]);
    return { words, place, contact };
  }

  @Post(':caseId/decline')
  @HttpCode(200)
  @RequiresRight('case.decline')
  @Answers(Api.declining)
  async decline(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: DeclineCase }) { reason, door }: z.infer<typeof DeclineCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { handling } = await this.near('case.decline', request, caseId);
    return this.change(caseId, Case.decline(reason, door, handling), request);
  }

  @Post(':caseId/reclassify')
  @HttpCode(200)
  @RequiresRight('case.reclassify')
  @Answers(Api.reclassifying)
  async reclassify(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ReclassifyCase }) body: z.infer<typeof ReclassifyCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { state } = await this.near('case.reclassify', request, caseId);
    const { itemOf } = await this.deps.menu();
    const decide = await correctionOf(this.deps, { ...request, caseId }, state, body).then(
      (change) => reclassify(change, body.reason, itemOf),
      refusing,
    );
    return this.change(caseId, decide, request);
  }

  /** The resident's own word: theirs, or what they said to the desk. */
  @Post(':caseId/withdraw')
  @HttpCode(200)
  @RequiresRight('case.withdraw')
  @Answers(Api.withdrawing)
  async withdraw(
    @CurrentActor() actor: Actor,
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: WithdrawCase }) _: z.infer<typeof WithdrawCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const isResident = actor.role === 'resident';
    if (isResident) await mustBeOwn(this.deps, actor, { caseId, ...(await readCase(this.deps, caseId)) });
    else await this.near('case.withdraw', request, caseId);
    return this.change(caseId, Case.withdraw(isResident ? 'resident' : 'desk'), request);
  }

  /**
   * Where the town asks for feedback, that closes what was answered, and the desk only what is answered elsewhere; else
   * the desk closes. The one who handled it never may.
   */
  @Post(':caseId/close')
  @HttpCode(200)
  @RequiresRight('case.close')
  @Answers(Api.closing)
  async close(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: CloseCase }) { outcome, duplicateOf }: z.infer<typeof CloseCase>,
  ) {
    const { feedback } = this.deps;
    const caseId = await this.deps.caseIdOf(name);
    // What a holder has finished a moment ago may still be on its way.
    const isEnough = ({ finishedBy }: Handling.State) =>
      feedback !== null || outcome !== 'done' || finishedBy !== null;
    const { handling } = await this.near('case.close', request, caseId, isEnough);
    const other = duplicateOf === undefined ? {} : { duplicateOf: await caseCalled(this.deps, duplicateOf) };
    const closing = { outcome, by: request.actor.id, handling, isByFeedback: feedback !== null, ...other };
    const closed = await closeAsDuplicate(this.deps, request, {
      caseId,
      closing,
      options: optionsOf(request),
    });
    return answerOf(this.deps, caseId, closed);
  }

  /** The case and its handling, as whoever acts for the desk may act on it. */
  private async near(
    right: Right,
    { actor }: CommandContext,
    caseId: string,
    isEnough?: (handling: Handling.State) => boolean,
  ) {
    const { state } = await readCase(this.deps, caseId);
    const handling = await handlingOf(this.deps, caseId, state.cycle, isEnough);
    mustLieNear(right, actor, handling);
    return { state, handling };
  }

  private async change(caseId: string, decide: Decision<Case.State, Case.Event>, request: CommandContext) {
    const context = await afterHandling(this.deps, request, caseId);
    const changed = await this.deps.cases(caseId, decide, context, optionsOf(request));
    return answerOf(this.deps, caseId, changed);
  }
}

/**
 * Refuses what cannot be prepared, unless the same request was decided before: sent again, it is answered as before,
 * also when what it takes is not there any more.
 */
const refusing = (error: unknown): Decision<Case.State, Case.Event> => {
  if (!(error instanceof Rejection)) throw error;
  return () => {
    throw error;
  };
};
