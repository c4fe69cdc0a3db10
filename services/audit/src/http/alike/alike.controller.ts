import type { Actor } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { type Alike, casesAlike } from '../../queries/alike.js';
import { mustBeKnown } from '../../queries/known-filters.js';
import { orNull } from '../../queries/town-clock.js';
import { calledOr } from '../../reference-data/follow-names.js';
import { findingAlike } from './alike-operations.js';

const Asked = z.strictObject({
  menuItem: z.string().min(1).max(200),
  /** A micro-grid, by its id. */
  grid: z.string().min(1).max(200).optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
  lon: z.coerce.number().min(-180).max(180).optional(),
  /** Reported within so many days. */
  days: z.coerce.number().int().min(1).max(90).default(14),
});

@Controller('api/v1/cases/alike')
export class AlikeController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** For whoever is about to register something: open cases that may be the same. */
  @Get()
  @RequiresRight('case.list')
  @Answers(findingAlike)
  async find(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Asked }) { menuItem, grid, lat, lon, days }: z.infer<typeof Asked>,
  ) {
    await mustBeKnown(this.deps, { menuItem, grid });
    const point = lat === undefined || lon === undefined ? undefined : { lat, lon };
    const found = await casesAlike(this.deps, actor, { menuItem, microGrid: grid, point, days });
    return { items: found.map((it) => this.shown(it, language)), next: null };
  }

  private shown({ row, metres, because }: Alike, language: Language) {
    const { caseId, number, state, reportedAt, microGrid } = row;
    const { names, clock } = this.deps;
    const called = microGrid === null ? null : calledOr(microGrid, names.microGrid(microGrid))[language];
    return {
      ...{ caseId, number, state, microGrid, microGridName: called },
      ...{ reportedAt: orNull(clock.stamp, reportedAt), metres, because },
    };
  }
}
