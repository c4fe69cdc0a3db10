export { isVisible as shows } from './after.js';
export { answer, type Answer } from './answer.js';
export { CommandContext as Asked } from './asked.js';
export { ConfigurationError as Misconfigured, readConfig } from './config.js';
export { errorLogFields as traceOfError } from './error-line.js';
export { fileLog, logLevels } from './file-log.js';
export { instrumentedHandler as handleOf } from './handle-of.js';
export { Language } from './language.js';
export { type Accounts } from './memory-identity.js';
export { memoryPlatform, type MemoryParts, type MemoryPlatform } from './memory-platform.js';
export { prometheusMeter } from './meter.js';
export { openService, type AppOptions as Hosting, type RunningApp as Opened } from './open-service.js';
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
  type ServiceDefinition as AtWork,
  type Grant,
  type Health,
  type RegisteredProjection as KeptView,
  type Logger as Log,
  type LogLine,
  type Meter,
  type Platform,
  PLATFORM,
  type Rebuilt,
} from './platform.js';
export { postgresPlatform, type PostgresParts } from './postgres-platform.js';
export { pgSchemaOf as schemaOf } from './schema-of.js';
export {
  type RunningService as ServiceAtWork,
  hostService as serviceStrategy,
  topicOf,
} from './service-strategy.js';
export {
  CurrentActor as Asker,
  RequiresRight as May,
  assertWithinArea as mustLieIn,
  Public as Open,
} from './signed-in.js';
export { validationErrorsText as wrongFieldsSentence } from './wrong-fields.js';
