export { isVisible as shows } from './http/read-your-writes.js';
export { answer, type Answer } from './http/response.js';
export { CommandContext as Asked } from './http/command-context.js';
export { ConfigurationError as Misconfigured, readConfig } from './host/config.js';
export { errorLogFields as traceOfError } from './observability/error-log-fields.js';
export { fileLog, logLevels } from './observability/file-log.js';
export { instrumentedHandler as handleOf } from './host/instrumented-handler.js';
export { Language } from './http/language.js';
export { type Accounts } from './platform/memory-identity.js';
export { memoryPlatform, type MemoryParts, type MemoryPlatform } from './platform/memory-platform.js';
export { prometheusMeter } from './observability/meter.js';
export { openService, type AppOptions as Hosting, type RunningApp as Opened } from './host/open-service.js';
export {
  isMistake,
  lineOf,
  type PackProblem,
  problemsIn,
  readBy,
  refuseMistakes,
  type Severity,
  type Where,
} from './host/pack-problem.js';
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
} from './platform/platform.js';
export { postgresPlatform, type PostgresParts } from './platform/postgres-platform.js';
export { pgSchemaOf as schemaOf } from './host/pg-schema.js';
export {
  type RunningService as ServiceAtWork,
  hostService as serviceStrategy,
  topicOf,
} from './host/service-host.js';
export {
  CurrentActor as Asker,
  RequiresRight as May,
  assertWithinArea as mustLieIn,
  Public as Open,
} from './http/auth.guard.js';
export { validationErrorsText as wrongFieldsSentence } from './http/validation-errors.js';
