/** What the town finds this service by. */
export const SLA_TIMER = Symbol('sla-timer');
/** The view of what waits for whom. */
export const LATE = Symbol('late');
