export { type Rules as SlaTimerPack } from './keep-rules.js';
export { SlaTimerModule } from './sla-timer.module.js';
export { SLA_TIMER } from './tokens.js';
