import type { Actor } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { myCase } from '../queries/my-case.js';
import { readingMyCase } from './my-case-operations.js';

const Which = z.strictObject({
  /** The case, by its id or its number; whoever showed the code of a case leaves it out. */
  caseId: z.string().min(1).max(100).optional(),
});

@Controller('api/v1/my-case')
export class MyCaseController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** How their own case stands, for whoever asked: by account, or by the code of the case. */
  @Get()
  @RequiresRight('my-case.read')
  @Answers(readingMyCase)
  read(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: Which }) { caseId }: z.infer<typeof Which>,
  ) {
    return myCase(this.deps, { actor, caseId, language });
  }
}
