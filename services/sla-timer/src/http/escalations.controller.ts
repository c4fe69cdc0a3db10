import { ladderRoles } from '@mulin/contracts';
import { type Actor, msOf, type Page, type Role, roles, type View } from '@mulin/kernel';
import { Asker, May, type Platform, PLATFORM } from '@mulin/service';
import { localText } from '@mulin/working-time';
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

/** RFC 3339 with the town's offset: as the clocks on its walls show it. */
type Shown = Omit<Escalation, 'dueAt' | 'toldAt'> & Readonly<{ dueAt: string; toldAt: string }>;

const shownIn =
  (zone: string) =>
  (it: Escalation): Shown => ({
    ...it,
    dueAt: localText(zone, msOf(it.dueAt)),
    toldAt: localText(zone, msOf(it.toldAt)),
  });

@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(
    @Inject(LATE) private readonly late: View<Late>,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** Whom a missed deadline waits for, in one's own area: told, not taken back, and nobody has answered. */
  @Get()
  @May(...staff)
  async list(
    @Asker() actor: Actor,
    @Query({ schema: Asked }) asked: z.infer<typeof Asked>,
  ): Promise<Page<Shown>> {
    const { items, next } = await standing(this.late, asked, scopesOf(actor));
    return { items: items.map(shownIn(this.platform.zone)), next };
  }
}
