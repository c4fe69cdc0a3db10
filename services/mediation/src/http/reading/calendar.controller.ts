import { type Actor, instant, whereFor, type WhereOf } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import type { sessions } from '../../views/sessions.js';
import { ListSessions } from '../disputes/dispute-bodies.js';
import * as Api from '../disputes/session-operations.js';

@Controller('api/v1/mediation-calendar')
export class CalendarController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get()
  @RequiresRight('mediation-calendar.read')
  @Answers(Api.readingCalendar)
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListSessions }) query: z.infer<typeof ListSessions>,
  ) {
    const { mediator, from, to, limit, cursor } = query;
    const own = whereFor<WhereOf<typeof sessions>>('mediation-calendar.read', actor, {
      held: { mediator: actor.id },
    });
    if (own === null) return { items: [], next: null };
    const where = { and: [own], mediator, from: { gte: instant(from), lt: instant(to) } };
    const page = await this.deps.sessions.list({ where, orderBy: [{ by: 'from' }], limit, cursor });
    return { items: page.items.map(({ area: _, ...entry }) => entry), next: page.next };
  }

  /** Where people can meet; elsewhere is named by nobody. */
  @Get('homes')
  @RequiresRight('mediation-calendar.read')
  @Answers(Api.readingHomes)
  homes() {
    return { items: this.deps.rules.homes.map(({ id, name, area }) => ({ id, name, area })) };
  }
}
