import type { Actor } from '@mulin/kernel';
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
  type Picture,
  PictureBody,
  Post,
  Query,
  RequiresRight,
  TakesPicture,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { addToCase } from '../commands/add-to-case.js';
import { keepPhoto, photoIn } from '../commands/keep-photo.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { photoNeedsCase, photoUnknown } from '../domain/photo.js';
import { answerOf, readCase, mustBeOwn, mustReach } from '../queries/case-at-hand.js';
import { AddToCase, KeepPhoto, ReadAdditions } from './case-bodies.js';
import * as Api from './change-operations.js';

/** With what a resident opens what is their own. */
const ownPurpose = 'own-case';

/** What is added to a case, and the photos of it. */
@Controller('api/v1')
export class AdditionsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post('cases/:caseId/additions')
  @HttpCode(200)
  @RequiresRight('addition.write')
  @Answers(Api.adding)
  async add(
    @CommandContext() request: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: AddToCase }) body: z.infer<typeof AddToCase>,
  ) {
    const { caseId, state } = await this.seen('addition.write', request.actor, name);
    const { demand } = state;
    return answerOf(this.deps, caseId, await addToCase(this.deps, { ...request, caseId, demand }, body));
  }

  /** A resident sees what is theirs; whoever may read the words sees all. Each reading is on record. */
  @Get('cases/:caseId/additions')
  @RequiresRight('addition.read')
  @Answers(Api.readingAdditions)
  async additions(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Query({ schema: ReadAdditions }) query: z.infer<typeof ReadAdditions>,
  ) {
    const { caseId, state } = await this.seen('addition.read', actor, name);
    const reading = this.readingOf(actor, caseId, query);
    const theirs = state.additions.filter((it) => actor.role !== 'resident' || it.isForResident);
    const items = theirs.map(async ({ kind, item, isForResident, cycle, addedAt }) => ({
      id: item.id,
      kind,
      cycle,
      addedAt,
      isForResident,
      words: kind === 'photo' ? null : await this.deps.vault.read(item.id, reading),
    }));
    return { items: await Promise.all(items), next: null };
  }

  /** Staff send a photo for a case; a resident may say later for which. It is kept a day until something refers to it. */
  @Post('photos')
  @HttpCode(201)
  @RequiresRight('addition.write')
  @TakesPicture()
  @Answers(Api.keepingPhoto)
  async keep(
    @CommandContext() request: CommandContext,
    @PictureBody() picture: Picture,
    @Query({ schema: KeepPhoto }) { caseId: name }: z.infer<typeof KeepPhoto>,
  ) {
    return keepPhoto(this.deps, request, picture, () => this.ownerOf(request.actor, name));
  }

  @Get('cases/:caseId/photos/:photoId')
  @RequiresRight('addition.read')
  @Answers(Api.readingPhoto)
  async photo(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: CaseName }) name: string,
    @Param('photoId', { schema: z.uuid() }) photoId: string,
    @Query({ schema: ReadAdditions }) query: z.infer<typeof ReadAdditions>,
  ) {
    const { caseId, state } = await this.seen('addition.read', actor, name);
    const reading = this.readingOf(actor, caseId, query);
    const added = state.additions.find(({ item }) => item.id === photoId);
    // Of what staff photographed a resident sees what they are told of.
    if (actor.role === 'resident' && added?.isForResident !== true) throw photoUnknown();
    const photo = await photoIn(this.deps, photoId, reading);
    if (photo === null || (added === undefined && photo.caseId !== caseId)) throw photoUnknown();
    return answer(Buffer.from(photo.jpeg, 'base64'), { media: 'image/jpeg' });
  }

  /** The case, if it is theirs to add to or to read of. */
  private async seen(right: 'addition.read' | 'addition.write', actor: Actor, name: string) {
    const caseId = await this.deps.caseIdOf(name);
    const { state } = await readCase(this.deps, caseId);
    if (actor.role === 'resident') await mustBeOwn(this.deps, actor, { caseId, state });
    else await mustReach(this.deps, right, actor, { caseId, state });
    return { caseId, state };
  }

  private async ownerOf(actor: Actor, said: string | undefined) {
    const name = said ?? actor.caseId;
    const { pseudonyms, town } = this.deps;
    if (name === undefined && actor.role !== 'resident') throw photoNeedsCase();
    if (name === undefined) return { person: pseudonyms.of(town, actor.id), caseId: null };
    const { caseId, state } = await this.seen('addition.write', actor, name);
    return { person: state.demand.person, caseId };
  }

  private readingOf(
    { id, role }: Actor,
    about: string,
    { purpose = 'answering' }: z.infer<typeof ReadAdditions>,
  ) {
    if (role !== 'resident') return { actor: id, purpose, about };
    const { pseudonyms, town } = this.deps;
    return { actor: pseudonyms.of(town, id), purpose: ownPurpose, about };
  }
}
