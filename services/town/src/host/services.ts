/** Who keeps events in a town. */
export const services = ['intake', 'routing', 'sla-timer', 'feedback', 'audit', 'inbox'] as const;
