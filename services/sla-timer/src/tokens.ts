/** What the town finds this service by. */
export const SLA_TIMER = Symbol('sla-timer');
