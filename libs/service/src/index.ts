export { shows } from './after.js';
export { answer, type Answer } from './answer.js';
export { Asked } from './asked.js';
export { Misconfigured, readConfig } from './config.js';
export { traceOfError } from './error-line.js';
export { fileLog, logLevels } from './file-log.js';
export { handleOf } from './handle-of.js';
export { Language } from './language.js';
export { type Accounts } from './memory-identity.js';
export { memoryPlatform, type MemoryParts, type MemoryPlatform } from './memory-platform.js';
export { prometheusMeter } from './meter.js';
export { openService, type Hosting, type Opened } from './open-service.js';
export {
  isMistake,
  lineOf,
  type PackProblem,
  problemsIn,
  readBy,
  refuseMistakes,
  type Severity,
  type Where,
} from './pack-problem.js';
export {
  type AtWork,
  type Grant,
  type Health,
  type KeptView,
  type Log,
  type LogLine,
  type Meter,
  type Platform,
  PLATFORM,
  type Rebuilt,
} from './platform.js';
export { postgresPlatform, type PostgresParts } from './postgres-platform.js';
export { schemaOf } from './schema-of.js';
export { type ServiceAtWork, serviceStrategy, topicOf } from './service-strategy.js';
export { Asker, May, mustLieIn, Open } from './signed-in.js';
export { wrongFieldsSentence } from './wrong-fields.js';
