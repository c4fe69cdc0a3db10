export { SLA_TIMER, SlaTimerModule } from './sla-timer.module.js';
