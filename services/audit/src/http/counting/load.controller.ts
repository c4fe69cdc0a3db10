import { type Actor, day, hour, plus } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../../dependencies.js';
import { mustBeKnown } from '../../queries/known-filters.js';
import { loadOf, ways } from '../../queries/load.js';
import { calledOr } from '../../reference-data/follow-names.js';
import { loading } from './load-operations.js';

const Asked = z.strictObject({
  /** Counted is what lies in it; absent: all that the reader may see. */
  area: z.string().min(1).max(400).optional(),
  by: z.enum(ways),
  /** Days of the town: the first one, and the last one. Absent: the last thirty. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const usualDays = 30;

@Controller('api/v1/load')
export class LoadController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** What there is and how much of it is late, by place or by day, of the cases that the reader may see in lists. */
  @Get()
  @RequiresRight('case.list')
  @Answers(loading)
  async count(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Asked }) asked: z.infer<typeof Asked>,
  ) {
    const { town, names } = this.deps;
    const { area = town, by } = asked;
    await mustBeKnown(this.deps, { area });
    const days = this.daysOf(asked);
    const { places, days: counted } = await loadOf(this.deps, actor, { area, by, ...this.momentsOf(days) });
    const nameOf = { area: names.area, grid: names.microGrid, net: () => null, day: () => null }[by];
    return {
      area,
      by,
      ...days,
      places: places.map(({ key, counts }) => ({
        id: key,
        name: key === null ? null : calledOr(key, nameOf(key))[language],
        ...counts,
      })),
      days: counted.flatMap(({ key, counts }) => (key === null ? [] : [{ day: key, ...counts }])),
    };
  }

  private daysOf({ from, to }: z.infer<typeof Asked>) {
    const { clock, now } = this.deps;
    const last = to ?? clock.day(now());
    return { from: from ?? clock.day(plus(this.beginOf(last), -(usualDays - 1) * day)), to: last };
  }

  private momentsOf({ from, to }: Readonly<{ from: string; to: string }>) {
    // A day has 25 hours at most: an hour of the next one is in it whatever the clocks do.
    const next = this.deps.clock.day(plus(this.beginOf(to), day + 2 * hour));
    return { from: this.beginOf(from), to: this.beginOf(next) };
  }

  private beginOf(of: string) {
    const begin = this.deps.clock.beginOf(of);
    if (begin === null) throw new Error('a day of the calendar begins');
    return begin;
  }
}
