import { type Actor, liesIn } from '@mulin/kernel';
import { Asker, May } from '@mulin/service';
import { Controller, Get, Inject } from '@nestjs/common';
import type { Desk } from '../desk.js';
import { DESK } from '../tokens.js';

@Controller('api/v1/areas')
export class AreasController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  /** The areas and micro-grids that lie in one's own, and who is on duty: what an arbiter chooses from. */
  @Get()
  @May(
    'grid-leader',
    'village-committee',
    'community-secretary',
    'town-leader',
    'hotline-clerk',
    'auditor',
    'operator',
  )
  async list(@Asker() { area }: Actor) {
    const { areas, grids, now, duty } = this.desk;
    const [at, { onDuty }] = [now(), await duty()];
    return {
      areas: areas.filter(({ path }) => liesIn(path, area)),
      microGrids: grids()
        .microGrids(at)
        .filter((ground) => liesIn(ground.area, area))
        .map((ground) => ({ ...ground, member: onDuty(ground.microGrid, at) })),
    };
  }
}
