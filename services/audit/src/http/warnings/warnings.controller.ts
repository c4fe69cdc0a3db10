import { type Actor, instant } from '@mulin/kernel';
import {
  Answers,
  Controller,
  CurrentActor,
  Get,
  Language,
  Moment,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { mustBeKnown } from '../../queries/known-filters.js';
import { earlyWarnings, monthlyTopics } from '../../queries/warnings/early-warnings.js';
import { namesFor } from '../../queries/who-may-see.js';
import * as Api from './warning-operations.js';

const Path = z.string().min(1).max(400);

const AskWarnings = z.strictObject({
  area: Path.optional(),
  /** As things stood then; absent: now. */
  at: Moment.optional(),
});
const AskTopics = z.strictObject({ area: Path.optional(), month: z.string().max(20) });

@Controller('api/v1')
export class WarningsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get('early-warnings')
  @RequiresRight('warning.read')
  @Answers(Api.warning)
  async warn(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: AskWarnings }) { area, at }: z.infer<typeof AskWarnings>,
  ) {
    await mustBeKnown(this.deps, { area });
    const names = namesFor(this.deps, actor);
    const moment = at === undefined ? undefined : instant(at);
    return earlyWarnings({ ...this.deps, names }, { actor, area, language, at: moment });
  }

  @Get('monthly-topics')
  @RequiresRight('warning.read')
  @Answers(Api.listingTopics)
  async topics(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: AskTopics }) { area, month }: z.infer<typeof AskTopics>,
  ) {
    await mustBeKnown(this.deps, { area });
    const names = namesFor(this.deps, actor);
    return monthlyTopics({ ...this.deps, names }, { actor, area, language, month });
  }
}
