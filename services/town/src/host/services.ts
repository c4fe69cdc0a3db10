/** Who keeps facts in a town. */
export const services = ['intake', 'routing', 'sla-timer', 'audit', 'inbox'] as const;
