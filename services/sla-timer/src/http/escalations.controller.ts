import { secretaryDecisions } from '@mulin/contracts';
import {
  answer,
  Answers,
  Body,
  CaseName,
  CommandContext,
  Controller,
  HttpCode,
  Param,
  Post,
  RequiresRight,
} from '@mulin/service';
import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { acknowledging } from './operations.js';

const Acknowledge = z.strictObject({ decision: z.enum(secretaryDecisions) });

@Controller('api/v1/escalations')
export class EscalationsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  @Post(':caseId/acknowledge')
  @HttpCode(200)
  @RequiresRight('escalation.acknowledge')
  @Answers(acknowledging)
  async acknowledge(
    @CommandContext() { actor, context, ifRevision }: CommandContext,
    @Param('caseId', { schema: CaseName }) name: string,
    @Body({ schema: Acknowledge }) { decision }: z.infer<typeof Acknowledge>,
  ) {
    const caseId = await this.deps.caseIdOf(name);
    const { id: by, role, area } = actor;
    const options = ifRevision === undefined ? {} : { ifRevision };
    const { position, revision } = await this.deps.acknowledge(
      caseId,
      { by, role, area, decision },
      context,
      options,
    );
    return answer({ caseId, decision }, { position: { service: 'sla-timer', position }, revision });
  }
}
