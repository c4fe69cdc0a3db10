import { commitmentAddressees } from '@mulin/contracts';
import type { Actor } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { escalationsFor } from '../queries/escalations/escalations.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { addressees } from '../views/notices.js';
import { listingEscalations } from './operations.js';
import { namesFor } from '../queries/who-may-see.js';

const Asked = z.strictObject({
  to: z.enum([...new Set([...addressees, ...commitmentAddressees])]).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1_000).optional(),
});

@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

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
    @Query({ schema: Asked }) request: z.infer<typeof Asked>,
  ) {
    const names = namesFor(this.deps, actor);
    return escalationsFor({ ...this.deps, names }, actor, request, language);
  }
}
