import { Answers, Body, Controller, HttpCode, Post, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { summaryOf } from '../queries/import-summary.js';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { summingUp } from './operations.js';

const Imported = z.strictObject({ caseIds: z.array(z.uuid()).min(1).max(1_000) });

@Controller('api/v1/imports')
export class ImportsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** A question too long for a URL: nothing is changed by it, so it needs no Idempotency-Key. */
  @Post('summary')
  @HttpCode(200)
  @RequiresRight('import.summary')
  @Answers(summingUp)
  async summary(@Body({ schema: Imported }) { caseIds }: z.infer<typeof Imported>) {
    return summaryOf(await this.deps.cases.getMany(caseIds));
  }
}
