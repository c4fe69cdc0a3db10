import { ladderRoles } from '@mulin/contracts';
import { type Actor, type Page, type Role, roles, type View } from '@mulin/kernel';
import { Asker, May } from '@mulin/service';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { LATE } from '../tokens.js';
import { type Escalation, type Late, scopesOf, standing } from '../views/escalations.js';

const Asked = z.strictObject({
  to: z.enum(ladderRoles).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});

const staff: readonly Role[] = roles.filter((role) => role !== 'resident');

@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(@Inject(LATE) private readonly late: View<Late>) {}

  /** Whom a missed deadline waits for, in one's own area: told, not taken back, and nobody has answered. */
  @Get()
  @May(...staff)
  list(
    @Asker() actor: Actor,
    @Query({ schema: Asked }) asked: z.infer<typeof Asked>,
  ): Promise<Page<Escalation>> {
    return standing(this.late, asked, scopesOf(actor));
  }
}
