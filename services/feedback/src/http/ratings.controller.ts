import { type Actor, hasTie, instant, whereFor, type WhereOf } from '@mulin/kernel';
import {
  Answers,
  assertWithinArea,
  Controller,
  CurrentActor,
  Get,
  Query,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { findCase } from '../queries/find-case.js';
import type { ratings } from '../views/ratings.js';
import { ListRatings } from './feedback-bodies.js';
import * as Api from './feedback-operations.js';

type Where = WhereOf<typeof ratings>;
type Wanted = z.infer<typeof ListRatings>;

const nothing = { items: [], next: null };

@Controller('api/v1/ratings')
export class RatingsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** Newest first; everything that is given must hold. What was written beside a rating is not in it. */
  @Get()
  @RequiresRight('rating.list')
  @Answers(Api.listingRatings)
  async list(@CurrentActor() actor: Actor, @Query({ schema: ListRatings }) wanted: Wanted) {
    const { caseId: name, area, from, to, limit, cursor } = wanted;
    if (this.deps.terms === null) return nothing;
    if (area !== undefined) assertWithinArea(actor, area);
    const caseId = name === undefined ? undefined : await this.idOf(actor, name);
    const own = scopeOf(actor, caseId);
    if (own === null) return nothing;
    const where: Where = { and: [own, inArea(area), since(from), before(to)], caseId };
    return this.deps.ratings.list({ where, orderBy: [{ by: 'ratedAt', descending: true }], limit, cursor });
  }

  private async idOf(actor: Actor, name: string): Promise<string> {
    return (await findCase(this.deps, { name, actor, right: 'rating.list' })).caseId;
  }
}

const inArea = (area: string | undefined): Where => (area === undefined ? {} : { area: { within: area } });
const since = (from: string | undefined): Where =>
  from === undefined ? {} : { ratedAt: { gte: instant(from) } };
const before = (to: string | undefined): Where => (to === undefined ? {} : { ratedAt: { lt: instant(to) } });

/** Whoever asked sees the ratings of the case they name, which was found to be theirs. */
const scopeOf = (actor: Actor, caseId: string | undefined): Where | null => {
  if (hasTie('rating.list', actor.role, 'own')) return caseId === undefined ? null : { caseId };
  return whereFor<Where>('rating.list', actor);
};
