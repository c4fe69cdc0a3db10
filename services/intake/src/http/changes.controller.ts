import { type Actor, type Right } from '@mulin/kernel';
import {
  answer,
  Answers,
  Body,
  CaseName,
  CommandContext,
  Controller,
  HttpCode,
  Param,
  type Platform,
  PLATFORM,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { caseCalled, closeAsDuplicate } from '../commands/close-as-duplicate.js';
import { splitCase } from '../commands/split-case.js';
import { unmergeCase } from '../commands/unmerge-case.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { reopen } from '../domain/case/reopening.js';
import {
  answerOf,
  handlingOf,
  readCase,
  mustBeOwn,
  mustLieNear,
  optionsOf,
  summaryOf,
} from '../queries/case-at-hand.js';
import * as Handling from '../domain/handling.js';
import { MergeCase, ReopenCase, SplitCase, UnmergeCase } from './case-bodies.js';
import * as Api from './change-operations.js';

/** Days after the closing within which whoever asked may ask again, where the town says nothing of feedback. */
const usualReopenDays = 15;

/** A case that was over is taken up again; one is two, or two are one. */
@Controller('api/v1/cases')
export class ChangesController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: Dependencies,
    @Inject(PLATFORM) private readonly platform: Pick<Platform, 'caseCodes'>,
  ) {}

  @Post(':caseId/reopen')
  @HttpCode(200)
  @RequiresRight('case.reopen')
  @Answers(Api.reopening)
  async reopen(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ReopenCase }) { because = 'asked-again' }: z.infer<typeof ReopenCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const by = request.actor.role === 'resident' ? 'resident' : 'desk';
    await this.mustBeTheirs('case.reopen', request.actor, caseId);
    const days = this.deps.feedback?.reopen.days ?? usualReopenDays;
    const decide = reopen({ because, by, days });
    const reopened = await this.deps.cases(caseId, decide, request.context, optionsOf(request));
    return answerOf(this.deps, caseId, reopened);
  }

  /** The part is answered with; the whole hears of it. */
  @Post(':caseId/split')
  @HttpCode(201)
  @RequiresRight('case.split')
  @Answers(Api.splitting)
  async split(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: SplitCase }) body: z.infer<typeof SplitCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    await this.mustBeTheirs('case.split', request.actor, caseId);
    const { state, position, revision } = await splitCase(this.deps, { ...request, caseId }, body);
    // Nothing was heard of it yet; sent again, it is answered as before.
    const queryCode = this.platform.caseCodes.of(request.id);
    return answer(
      { ...summaryOf(request.id, state, Handling.initial), queryCode },
      {
        position: { service: 'intake', position },
        revision,
        status: 201,
      },
    );
  }

  /** As closing it as a duplicate. */
  @Post(':caseId/merge')
  @HttpCode(200)
  @RequiresRight('case.merge')
  @Answers(Api.merging)
  async merge(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: MergeCase }) { into }: z.infer<typeof MergeCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const handling = await this.mustBeTheirs('case.merge', request.actor, caseId);
    const duplicateOf = await caseCalled(this.deps, into);
    const closing = { outcome: 'duplicate', by: request.actor.id, handling, duplicateOf } as const;
    const closed = await closeAsDuplicate(this.deps, request, {
      caseId,
      closing,
      options: optionsOf(request),
    });
    return answerOf(this.deps, caseId, closed);
  }

  /** A merge that was a mistake is undone by a new event, which both cases hear. */
  @Post(':caseId/unmerge')
  @HttpCode(200)
  @RequiresRight('case.merge')
  @Answers(Api.unmerging)
  async unmerge(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: UnmergeCase }) _: z.infer<typeof UnmergeCase>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    await this.mustBeTheirs('case.merge', request.actor, caseId);
    return answerOf(this.deps, caseId, await unmergeCase(this.deps, request, caseId));
  }

  /** A resident acts on their own, the desk on what lies in its part of the town. */
  private async mustBeTheirs(right: Right, actor: Actor, caseId: string): Promise<Handling.State> {
    const { state } = await readCase(this.deps, caseId);
    const handling = await handlingOf(this.deps, caseId, state.cycle);
    if (actor.role === 'resident') await mustBeOwn(this.deps, actor, { caseId, state });
    else mustLieNear(right, actor, handling);
    return handling;
  }
}
