export { answer, type Answer } from './answer.js';
export { Asked } from './asked.js';
export { handleOf } from './handle-of.js';
export { Language } from './language.js';
export {
  type AtWork,
  type Health,
  type Grant,
  type KeptView,
  type Log,
  type LogLine,
  type Meter,
  type Platform,
  PLATFORM,
  type Rebuilt,
} from './platform.js';
export { type ServiceAtWork, serviceStrategy, topicOf } from './service-strategy.js';
export { Asker, May, mustLieIn, Open } from './signed-in.js';
