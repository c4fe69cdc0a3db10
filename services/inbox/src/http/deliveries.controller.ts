import type { Actor } from '@mulin/kernel';
import { Answers, Controller, CurrentActor, Get, Language, Query, RequiresRight } from '@mulin/service';
import { Inject } from '@nestjs/common';
import type { z } from 'zod';
import { DEPENDENCIES, type Dependencies } from '../dependencies.js';
import { mailCheckText } from '../domain/texts/mail-check.js';
import { ledgerOf } from '../queries/ledger-of.js';
import { ListDeliveries } from './preferences-bodies.js';
import * as Api from './preferences-operations.js';

@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: Dependencies) {}

  /** What was sent to oneself; operators and auditors see all of it. */
  @Get()
  @RequiresRight('delivery.list')
  @Answers(Api.listingDeliveries)
  list(
    @CurrentActor() actor: Actor,
    @Language() language: Language,
    @Query({ schema: ListDeliveries }) request: z.infer<typeof ListDeliveries>,
  ) {
    return ledgerOf(this.deps, actor, request, language);
  }

  /** Asked anew each time: it connects, signs in, and sends nothing. */
  @Get('mail-server')
  @RequiresRight('delivery.check')
  @Answers(Api.checkingMail)
  async mailServer(@Language() language: Language) {
    const code = await this.deps.mail.check();
    const ok = code === 'answers' || code === 'mail-not-configured';
    return { ok, code, text: mailCheckText(code)[language] };
  }
}
