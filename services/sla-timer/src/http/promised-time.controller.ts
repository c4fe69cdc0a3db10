import { urgencies } from '@mulin/contracts';
import { clockWords, instant } from '@mulin/kernel';
import { Answers, Controller, Get, Moment, Public, Query } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { promisedTime } from '../queries/promised-time.js';
import { promising } from './operations.js';

const Asked = z.strictObject({
  menuItem: z.string().min(1).max(200),
  urgency: z.enum(urgencies).optional(),
  at: Moment.optional(),
});

@Controller('api/v1/promised-time')
export class PromisedTimeController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** What somebody is promised before they send anything, for everybody to see. */
  @Get()
  @Public()
  @Answers(promising)
  ask(@Query({ schema: Asked }) { menuItem, urgency, at }: z.infer<typeof Asked>) {
    const { menu, calculate, now } = this.deps;
    const moment = at === undefined ? now() : instant(at);
    const { promised, ...asked } = promisedTime(menu, calculate, { menuItem, urgency, at: moment });
    return { ...asked, promised: promised.map((it) => ({ ...it, name: clockWords[it.clock] })) };
  }
}
