import type { Actor } from '@mulin/kernel';
import {
  answer,
  Answers,
  Controller,
  CurrentActor,
  Get,
  Language,
  Param,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { findDispute } from '../../queries/find-dispute.js';
import { printAgreement, printFile } from '../../queries/print-paper.js';
import { caucusNotes, codeFor, dangersFor, fileFor } from '../../queries/read-file.js';
import { DisputeName, PartyId } from '../disputes/dispute-bodies.js';
import * as Api from './file-operations.js';

@Controller('api/v1/disputes/:dispute')
export class FilesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get('file')
  @RequiresRight('dispute.words')
  @Answers(Api.readingFile)
  async file(@CurrentActor() actor: Actor, @Param('dispute', { schema: DisputeName }) name: string) {
    const found = await findDispute(this.deps, name, actor, 'dispute.words');
    return fileFor(this.deps, found, actor);
  }

  @Get('file.pdf')
  @RequiresRight('dispute.words')
  @Answers(Api.printingFile)
  async printFile(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Param('dispute', { schema: DisputeName }) name: string,
  ) {
    const found = await findDispute(this.deps, name, actor, 'dispute.words');
    return answer(await printFile(this.deps, { found, actor, language }), { media: 'application/pdf' });
  }

  @Get('agreement.pdf')
  @RequiresRight('dispute.words')
  @Answers(Api.printingAgreement)
  async printAgreement(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Param('dispute', { schema: DisputeName }) name: string,
  ) {
    const found = await findDispute(this.deps, name, actor, 'dispute.words');
    return answer(await printAgreement(this.deps, { found, actor, language }), { media: 'application/pdf' });
  }

  /** What a party comes to its own side by; whoever mediates hands it to that party, and is on record. */
  @Get('parties/:party/code')
  @RequiresRight('dispute.code')
  @Answers(Api.readingCode)
  async code(
    @CurrentActor() actor: Actor,
    @Param('dispute', { schema: DisputeName }) name: string,
    @Param('party', { schema: PartyId }) party: string,
  ) {
    const found = await findDispute(this.deps, name, actor, 'dispute.code');
    return codeFor(this.deps, found, actor, party);
  }

  /** What was reported, for whoever has to take it up. */
  @Get('dangers')
  @RequiresRight('danger.words')
  @Answers(Api.readingDangers)
  async dangers(@CurrentActor() actor: Actor, @Param('dispute', { schema: DisputeName }) name: string) {
    const found = await findDispute(this.deps, name, actor, 'danger.words');
    return { items: await dangersFor(this.deps, found, actor) };
  }

  @Get('caucus-notes')
  @RequiresRight('caucus.read')
  @Answers(Api.readingCaucus)
  async caucus(@CurrentActor() actor: Actor, @Param('dispute', { schema: DisputeName }) name: string) {
    const found = await findDispute(this.deps, name, actor, 'caucus.read');
    return { items: await caucusNotes(this.deps, found, actor) };
  }
}
