import { Answers, Controller, Get, Public, Query } from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { publicPromiseOf, whereStanding } from '../../queries/show-promise.js';
import * as Sent from './promise-bodies.js';
import { listingPublic } from './promise-operations.js';

/** Promises kept and broken, for everybody. */
@Controller('api/v1/promises/public')
export class PublicPromisesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Get()
  @Public()
  @Answers(listingPublic)
  async list(@Query({ schema: Sent.ListPublic }) query: z.infer<typeof Sent.ListPublic>) {
    const { state, area, limit, cursor } = query;
    const { promiseRows } = this.deps;
    const now = this.deps.now();
    const within = area === undefined ? {} : { area: { within: area } };
    const where = state === undefined ? within : { ...within, and: [whereStanding(state, now)] };
    const orderBy = [{ by: 'madeAt', descending: true }] as const;
    const [page, ends, open] = await Promise.all([
      promiseRows.list({ where, orderBy, limit, cursor }),
      promiseRows.count('end', within),
      promiseRows.count('end', { ...within, and: [whereStanding('open', now)] }),
    ]);
    const items = page.items.flatMap((row) => (row.state === null ? [] : [publicPromiseOf(row.state, now)]));
    const all = (end: string | null) => ends.get(end) ?? 0;
    const openNow = open.get(null) ?? 0;
    const broken = all('dropped') + all(null) - openNow;
    return {
      items,
      next: page.next,
      totals: { open: openNow, kept: all('kept'), late: all('late'), broken },
    };
  }
}
