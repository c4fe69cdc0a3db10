import { type Actor, mayReach } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { unitsShown } from '../queries/units-shown.js';
import { listingAreas, listingUnits } from './area-operations.js';

@Controller('api/v1')
export class AreasController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** The areas and micro-grids that lie in one's own, and who is on duty: what an arbiter chooses from. */
  @Get('areas')
  @RequiresRight('area.list')
  @Answers(listingAreas)
  async list(@CurrentActor() actor: Actor) {
    const { areas, grids, now, duty } = this.deps;
    const [at, { onDuty }] = [now(), await duty()];
    const isSeen = (area: string) => mayReach('area.list', actor, { area });
    return {
      areas: areas.filter(({ path }) => isSeen(path)),
      microGrids: grids()
        .microGrids(at)
        .filter(({ area }) => isSeen(area))
        .map((ground) => ({ ...ground, member: onDuty(ground.microGrid, at) })),
    };
  }

  /** What whoever has an order chooses from; names of units, and of nobody who serves there. */
  @Get('units')
  @RequiresRight('order.call-in')
  @Answers(listingUnits)
  units() {
    const { areas, grids, now } = this.deps;
    return { items: unitsShown(grids(), areas, now()) };
  }
}
