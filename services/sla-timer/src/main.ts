import { runService } from '@mulin/service';
import { SLA_TIMER, SlaTimerModule } from './sla-timer.module.js';

runService(
  {
    name: 'sla-timer',
    token: SLA_TIMER,
    module: ({ pack }) => SlaTimerModule.with(pack.slaTimer),
  },
  process.env,
);
