export { type Rules as SlaTimerPack } from './keep-rules.js';
export { policyOfUrgency, warningsOfRules } from './check/check-rules.js';
export { ladderRolesIn } from './check/ladders.js';
export { ownCalendarsIn, parseRules, problemsOfRules } from './parse-rules.js';
export { SlaTimerModule } from './sla-timer.module.js';
export { SLA_TIMER } from './tokens.js';
