import { type Town, nets } from '@mulin/pack';
import { answer, Answers, Controller, Get, Public } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { BOUNDS, TOWN } from '../dependencies.js';
import type { Bounds } from './bounds.js';
import { describingTown } from './town-operations.js';

/** So many seconds it may be old: a pack changes when a town is started. */
const hour = 3_600;

@Controller('api/v1/town')
export class TownController {
  constructor(
    @Inject(TOWN) private readonly town: Town,
    @Inject(BOUNDS) private readonly bounds: Bounds,
  ) {}

  /** What a page must know of a town before anybody has signed in. */
  @Get()
  @Public()
  @Answers(describingTown)
  describe() {
    const { town, name, zone, map } = this.town;
    return answer(
      { town, name, zone, languages: ['zh', 'en'], nets, bounds: this.bounds, map },
      { cachedFor: hour },
    );
  }
}
