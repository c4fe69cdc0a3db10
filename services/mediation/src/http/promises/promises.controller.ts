import { type Actor, whereFor, type WhereOf } from '@mulin/kernel';
import {
  answer,
  Answers,
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
import { changePromise, keepWordsOf } from '../../commands/change-promise.js';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { drop, handOver, keep } from '../../domain/promise/promise.js';
import { findPromise, refuseUnknownOwner } from '../../queries/find-promise.js';
import { promiseOf, whereStanding } from '../../queries/show-promise.js';
import type { promises } from '../../views/promises.js';
import * as Sent from './promise-bodies.js';
import * as Api from './promise-operations.js';

@Controller('api/v1/promises')
export class PromisesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get()
  @RequiresRight('promise.list')
  @Answers(Api.listing)
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: Sent.ListPromises }) query: z.infer<typeof Sent.ListPromises>,
  ) {
    const { state, area, owner, limit, cursor } = query;
    const now = this.deps.now();
    const own = whereFor<WhereOf<typeof promises>>('promise.list', actor, { held: { owner: actor.id } });
    if (own === null) return { items: [], next: null };
    const where = {
      and: state === undefined ? [own] : [own, whereStanding(state, now)],
      owner,
      ...(area === undefined ? {} : { area: { within: area } }),
    };
    const page = await this.deps.promiseRows.list({ where, orderBy: [{ by: 'dueAt' }], limit, cursor });
    const items = page.items.flatMap((row) =>
      row.state === null ? [] : [promiseOf(row.caseId, row.state, now)],
    );
    return { items, next: page.next };
  }

  @Get(':promise')
  @RequiresRight('promise.list')
  @Answers(Api.reading)
  async read(@CurrentActor() actor: Actor, @Param('promise', { schema: Sent.PromiseName }) name: string) {
    const { promiseId, state, revision } = await findPromise(this.deps, name, actor, 'promise.list');
    return answer(promiseOf(promiseId, state, this.deps.now()), { revision });
  }

  @Get(':promise/words')
  @RequiresRight('promise.words')
  @Answers(Api.readingWords)
  async words(@CurrentActor() actor: Actor, @Param('promise', { schema: Sent.PromiseName }) name: string) {
    const { promiseId, state } = await findPromise(this.deps, name, actor, 'promise.words');
    const { textId, publicText, kept, dropped } = state;
    const open = async (id: string | null) => {
      const reading = { actor: actor.id, purpose: 'interview', about: promiseId };
      const text = id === null ? null : await this.deps.vault.read(id, reading);
      return typeof text === 'string' ? text : null;
    };
    return {
      text: await open(textId),
      publicText,
      done: await open(kept?.doneId ?? null),
      reason: await open(dropped?.reasonId ?? null),
    };
  }

  @Post(':promise/keeping')
  @HttpCode(200)
  @RequiresRight('promise.keep')
  @Answers(Api.keeping)
  async keep(
    @CommandContext() request: CommandContext,
    @Param('promise', { schema: Sent.PromiseName }) name: string,
    @Body({ schema: Sent.KeepPromise }) { done }: z.infer<typeof Sent.KeepPromise>,
  ) {
    const found = await findPromise(this.deps, name, request.actor, 'promise.keep');
    const doneId = await keepWordsOf(this.deps, request, found, done);
    return changePromise(this.deps, request, found, keep(doneId));
  }

  @Post(':promise/dropping')
  @HttpCode(200)
  @RequiresRight('promise.give-up')
  @Answers(Api.dropping)
  async drop(
    @CommandContext() request: CommandContext,
    @Param('promise', { schema: Sent.PromiseName }) name: string,
    @Body({ schema: Sent.DropPromise }) { reason }: z.infer<typeof Sent.DropPromise>,
  ) {
    const found = await findPromise(this.deps, name, request.actor, 'promise.give-up');
    const reasonId = await keepWordsOf(this.deps, request, found, reason);
    return changePromise(this.deps, request, found, drop(reasonId));
  }

  @Post(':promise/owner')
  @HttpCode(200)
  @RequiresRight('promise.give-up')
  @Answers(Api.handingOver)
  async handOver(
    @CommandContext() request: CommandContext,
    @Param('promise', { schema: Sent.PromiseName }) name: string,
    @Body({ schema: Sent.HandOver }) { owner }: z.infer<typeof Sent.HandOver>,
  ) {
    const found = await findPromise(this.deps, name, request.actor, 'promise.give-up');
    await refuseUnknownOwner(this.deps.identity, owner);
    return changePromise(this.deps, request, found, handOver(owner));
  }
}
