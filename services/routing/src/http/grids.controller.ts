import { answer, Answers, Controller, Get, Public } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { landShown } from '../queries/land-shown.js';
import { showingLand } from './area-operations.js';

/** So many seconds a map may be old: borders change a few times in a year. */
const hour = 3_600;

@Controller('api/v1/grids')
export class GridsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** The map of the town, for everybody: places are no secret, and who serves there is not in it. */
  @Get()
  @Public()
  @Answers(showingLand)
  show() {
    const { areas, grids, now } = this.deps;
    return answer(landShown(grids().drawn(now()), areas), { cachedFor: hour });
  }
}
