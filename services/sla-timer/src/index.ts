export { SlaTimerModule } from './sla-timer.module.js';
export { SLA_TIMER } from './tokens.js';
