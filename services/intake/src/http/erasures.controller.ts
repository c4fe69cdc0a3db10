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
import type { Actor } from '@mulin/kernel';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { erasureReasons } from '../domain/person.js';
import { eraseAsker, type ErasureDependencies } from '../commands/erase-person.js';
import { ERASURE_DEPENDENCIES } from '../dependencies.js';
import { erasing, listingErasures } from './operations.js';

const ErasePerson = z.strictObject({ reason: z.enum(erasureReasons) });
const ListErasures = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** A resident's right to be forgotten: their words, place and contact open to nobody any more; the events stand. */
@Controller('api/v1')
export class ErasuresController {
  constructor(@Inject(ERASURE_DEPENDENCIES) private readonly deps: ErasureDependencies) {}

  /**
   * Erases the person who asked in this case, in all of their cases, for ever. `erased: false`: they had been
   * erased before, at `erasedAt` and for `reason`.
   */
  @Post('cases/:caseId/erase-person')
  @HttpCode(200)
  @RequiresRight('person.erase')
  @Answers(erasing)
  async erase(
    @CurrentActor() actor: Actor,
    @CommandContext() { context }: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: ErasePerson }) { reason: wanted }: z.infer<typeof ErasePerson>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const request = { actor, context, caseId, reason: wanted };
    const { number, isNew, erasure, position } = await eraseAsker(this.deps, request);
    const { erasedAt, reason } = erasure;
    const body = { caseId, number, erased: isNew, erasedAt, reason };
    return answer(body, { position: { service: 'intake', position } });
  }

  /** Who erased, when, why and by which case: the newest first. */
  @Get('erasures')
  @RequiresRight('erasure.list')
  @Answers(listingErasures)
  list(@Query({ schema: ListErasures }) { limit, cursor }: z.infer<typeof ListErasures>) {
    return this.deps.rows.list({ orderBy: [{ by: 'erasedAt', descending: true }], limit, cursor });
  }
}
