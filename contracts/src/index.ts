export { anyEvent, contract, type Contract, moment, type PublicEvent } from './contract.js';
export * from './feedback.js';
export * from './intake.js';
export * from './mediation.js';
export * from './mediation-days.js';
export * from './mediation-words.js';
export * from './routing.js';
export * from './sla-timer.js';
export * from './words.js';

import type { Contract } from './contract.js';
import * as feedback from './feedback.js';
import * as intake from './intake.js';
import * as mediation from './mediation.js';
import * as mediationDays from './mediation-days.js';
import * as routing from './routing.js';
import * as slaTimer from './sla-timer.js';

const isContract = (value: object): value is Contract =>
  'type' in value && 'schema' in value && 'data' in value;

/** Every event that a town may still find on its topics. */
export const contracts: readonly Contract[] = [
  intake,
  routing,
  slaTimer,
  mediation,
  mediationDays,
  feedback,
].flatMap((module) =>
  Object.values(module)
    .filter((value) => typeof value === 'object')
    .filter(isContract),
);
