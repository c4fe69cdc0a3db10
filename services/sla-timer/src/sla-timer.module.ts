import { type Platform, PLATFORM } from '@mulin/service';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Rules } from './reference-data/load-rules.js';
import { openSlaTimer } from './open-sla-timer.js';

/** What a town finds this service by. */
export const SLA_TIMER = Symbol('sla-timer');

@Module({})
export class SlaTimerModule {
  static with(pack: Rules): DynamicModule {
    const open = (platform: Platform) => openSlaTimer(platform, pack);
    return {
      module: SlaTimerModule,
      providers: [{ provide: SLA_TIMER, useFactory: open, inject: [PLATFORM] }],
    };
  }
}
