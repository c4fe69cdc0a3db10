/** Who keeps events in a town. */
export const services = [
  'intake',
  'routing',
  'sla-timer',
  'mediation',
  'feedback',
  'audit',
  'inbox',
] as const;
