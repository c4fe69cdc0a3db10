import type { Actor } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { escalationsFor } from '../queries/escalations.js';
import { namesFor, type ReadingRoom } from '../dependencies.js';
import { READING_ROOM } from '../tokens.js';
import { addressees } from '../views/notices.js';
import { listingEscalations } from './operations.js';

const Asked = z.strictObject({
  to: z.enum(addressees).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1_000).optional(),
});

@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  /**
   * Whom a missed deadline waits for, in one's own area: told, not taken back, and nobody has answered. With them the
   * warnings that one was given oneself, or that were given to whom one asks for (`to`).
   */
  @Get()
  @RequiresRight('escalation.list')
  @Answers(listingEscalations)
  list(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Asked }) asked: z.infer<typeof Asked>,
  ) {
    const names = namesFor(this.room, actor);
    return escalationsFor({ ...this.room, names }, actor, asked, language);
  }
}
