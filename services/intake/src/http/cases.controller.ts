import {
  type Actor,
  type CommandResult,
  type Decision,
  hasTie,
  isWholeTown,
  mayReach,
  Rejection,
  type Right,
} from '@mulin/kernel';
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
import { correctionOf } from '../commands/correct-case.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import * as Case from '../domain/case/case.js';
import { reclassify } from '../domain/case/correcting.js';
import * as Handling from '../domain/handling.js';
import { standingOf } from '../domain/standing.js';
import { caseCalled, closeAsDuplicate } from '../commands/close-as-duplicate.js';
import { type Demanded, registrationOf, isResidentsOwn } from '../commands/register-demand.js';
import {
  CloseCase,
  DeclineCase,
  Purpose,
  ReclassifyCase,
  RegisterDemand,
  WithdrawCase,
} from './case-bodies.js';
import * as Api from './case-operations.js';
import { isOverNow, notYours } from '../domain/case-refusals.js';

/** How often, and how many milliseconds apart, one looks for what may be on its way: half a second in all. */
const looks = 10;
const lookMs = 50;

@Controller('api/v1/cases')
export class CasesController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: Dependencies,
    @Inject(PLATFORM) private readonly platform: Pick<Platform, 'caseCodes'>,
  ) {}

  /** What is personal goes to the vault before the fact that refers to it: no case without its words. */
  @Post()
  @HttpCode(201)
  @RequiresRight('case.register')
  @Answers(Api.registering)
  async register(@CommandContext() asked: CommandContext, @Body({ schema: RegisterDemand }) body: Demanded) {
    const { cases } = this.deps;
    const { context } = asked;
    const register = await registrationOf(this.deps, asked, body).catch(async (error: unknown) => {
      // Sent again after the town has changed its mind about such demands, it is still the case it became.
      if (error instanceof Rejection && (await cases.query(asked.id)).revision >= 0) return null;
      throw error;
    });
    const decide = register ? Case.register(register) : () => [];
    const { state, position, revision } = await cases(asked.id, decide, context);
    // Nothing was heard of it yet; sent again, it is answered as before.
    const queryCode = this.platform.caseCodes.of(asked.id);
    return answer(
      { ...summary(asked.id, state, Handling.initial), queryCode },
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
    const { state, revision } = await this.look(caseId);
    await this.mustReach('case.read', actor, caseId, state);
    return answer(summary(caseId, state, await this.handlingOf(caseId)), { revision });
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
    const { state } = await this.look(caseId);
    await this.mustReach('case.words', actor, caseId, state);
    const { demand } = Case.known(state);
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
    @CommandContext() asked: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: DeclineCase }) { reason, door }: z.infer<typeof DeclineCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const handling = await this.handlingOf(caseId);
    this.mustLieNear('case.decline', asked.actor, handling);
    return this.change(caseId, Case.decline(reason, door, handling), asked);
  }

  @Post(':caseId/reclassify')
  @HttpCode(200)
  @RequiresRight('case.reclassify')
  @Answers(Api.reclassifying)
  async reclassify(
    @CommandContext() asked: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ReclassifyCase }) body: z.infer<typeof ReclassifyCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    this.mustLieNear('case.reclassify', asked.actor, await this.handlingOf(caseId));
    const { demand } = Case.known((await this.look(caseId)).state);
    const { itemOf } = await this.deps.menu();
    const decide = await correctionOf(this.deps, { ...asked, caseId }, demand, body).then(
      (change) => reclassify(change, body.reason, itemOf),
      refusing,
    );
    return this.change(caseId, decide, asked);
  }

  /** The resident's own word: theirs, or what they said to the desk. */
  @Post(':caseId/withdraw')
  @HttpCode(200)
  @RequiresRight('case.withdraw')
  @Answers(Api.withdrawing)
  async withdraw(
    @CurrentActor() actor: Actor,
    @CommandContext() asked: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: WithdrawCase }) _: z.infer<typeof WithdrawCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const isResident = actor.role === 'resident';
    if (isResident) await this.refuseOthers(actor, caseId);
    else this.mustLieNear('case.withdraw', actor, await this.handlingOf(caseId));
    return this.change(caseId, Case.withdraw(isResident ? 'resident' : 'desk'), asked);
  }

  /** Until call-backs close cases, the desk does; the one who handled it never may. */
  @Post(':caseId/close')
  @HttpCode(200)
  @RequiresRight('case.close')
  @Answers(Api.closing)
  async close(
    @CommandContext() asked: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: CloseCase }) { outcome, duplicateOf }: z.infer<typeof CloseCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    // What a holder has finished a moment ago may still be on its way.
    const handling = await this.handlingOf(
      caseId,
      ({ finishedBy }) => outcome !== 'done' || finishedBy !== null,
    );
    this.mustLieNear('case.close', asked.actor, handling);
    const other = duplicateOf === undefined ? {} : { duplicateOf: await caseCalled(this.deps, duplicateOf) };
    const closing = { outcome, by: asked.actor.id, handling, ...other };
    const closed = await closeAsDuplicate(this.deps, asked, { caseId, closing, options: optionsOf(asked) });
    return this.answerOf(caseId, closed);
  }

  /** As far as it was heard; waits a moment for what is `enough`. */
  private async handlingOf(
    caseId: string,
    isEnough: (handling: Handling.State) => boolean = () => true,
  ): Promise<Handling.State> {
    for (let left = looks; ; left--) {
      const { state } = await this.deps.handling.query(caseId);
      if (left === 0 || isEnough(state)) return state;
      await this.deps.sleep(lookMs);
    }
  }

  /** Whoever may read it only because they were told of it, or decide, must have been, and it must be open. */
  private async mustReach(right: Right, actor: Actor, caseId: string, state: Case.State): Promise<void> {
    if (hasTie(right, actor.role, 'town') && isWholeTown(actor.area)) return;
    const handling = await this.handlingOf(caseId);
    const { area } = handling;
    const reaches = (isOver: boolean) =>
      mayReach(right, actor, { area, ties: Handling.tiesOf(handling, actor, { isOver }) });
    if (reaches(Case.known(state).status !== 'registered')) return;
    throw reaches(false) ? isOverNow() : notYours();
  }

  /** A desk that is bound to a part of the town acts on what lies there, and on nothing whose place is not known. */
  private mustLieNear(right: Right, actor: Actor, { area }: Handling.State): void {
    if (!mayReach(right, actor, { area })) throw notYours();
  }

  private async change(caseId: string, decide: Decision<Case.State, Case.Event>, asked: CommandContext) {
    return this.answerOf(caseId, await this.deps.cases(caseId, decide, asked.context, optionsOf(asked)));
  }

  private async answerOf(
    caseId: string,
    { state, position, revision }: CommandResult<Case.State, Case.Event>,
  ) {
    const handling = await this.handlingOf(caseId);
    return answer(summary(caseId, state, handling), { position: { service: 'intake', position }, revision });
  }

  private async look(caseId: string) {
    const { state, revision } = await this.deps.cases.query(caseId);
    Case.known(state);
    return { state, revision };
  }

  private async refuseOthers(actor: Actor, caseId: string) {
    const { demand } = Case.known((await this.look(caseId)).state);
    if (actor.caseId === caseId) return;
    if (!(await isResidentsOwn(this.deps, actor, demand.person)))
      throw new Rejection(
        'not-your-case',
        { en: 'Only the resident who asked may withdraw it.', zh: '只有诉求人本人可以撤回。' },
        'forbidden',
      );
  }
}

const optionsOf = ({ ifRevision }: CommandContext) => (ifRevision === undefined ? {} : { ifRevision });

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

const summary = (caseId: string, it: Case.State, handling: Handling.State) => {
  const known = Case.known(it);
  const { number, cycle, reportedAt, reportedBy, registeredAt, demand } = known;
  const state = standingOf(known, handling);
  const { menuItem, net, urgency, wishedUrgency = null, channel } = demand;
  const about = { menuItem, net, urgency, wishedUrgency, channel };
  return { caseId, number, state, cycle, ...about, reportedAt, reportedBy, registeredAt };
};
