import { type Platform, PLATFORM } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { EscalationsController } from './http/escalations.controller.js';
import type { Rules } from './keep-rules.js';
import { name, openSlaTimer } from './open-sla-timer.js';
import { LATE, SLA_TIMER } from './tokens.js';
import { escalations } from './views/escalations.js';

@Module({})
export class SlaTimerModule {
  static with(pack: Rules): DynamicModule {
    const open = (platform: Platform) => openSlaTimer(platform, pack);
    const late = (platform: Platform) => platform.view(name, escalations);
    return {
      module: SlaTimerModule,
      controllers: [EscalationsController],
      providers: [
        { provide: LATE, useFactory: late, inject: [PLATFORM] },
        { provide: SLA_TIMER, useFactory: open, inject: [PLATFORM] },
      ],
    };
  }
}
