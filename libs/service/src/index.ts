export { cached } from './host/cached.js';
export { inBothLanguages, validationErrorsText } from './http/validation-errors.js';
export { isVisible } from './http/read-your-writes.js';
export { Moment } from './http/moment.js';
export { caseIds, CaseName } from './http/case-name.js';
export { answer, type Answer } from './http/response.js';
export { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from './http/declared.js';
export { Answers, type Operation, type Refusals, pageOf, type Tag, TownTime } from './http/operation.js';
export { type Picture, PictureBody, TakesPicture } from './http/picture.js';
export { CommandContext } from './http/command-context.js';
export { ConfigurationError, readConfig, withSecretFiles } from './host/config.js';
export { errorLogFields } from './observability/error-log-fields.js';
export { healthText, type HealthText } from './observability/health-text.js';
export { fileLog, logLevels } from './observability/file-log.js';
export { instrumentedHandler } from './host/instrumented-handler.js';
export { numbering, type TakeNumber } from './host/take-numbers.js';
export { Language } from './http/language.js';
export { type Accounts } from './platform/memory-identity.js';
export { memoryPlatform, type MemoryParts, type MemoryPlatform } from './platform/memory-platform.js';
export { areDeliveriesHeld, holdDeliveries, releaseDeliveries } from './host/held-deliveries.js';
export { acquireInstanceLock } from './host/single-instance-lock.js';
export { beginRestoring, endRestoring, refuseHalfRestored, restoringIn } from './host/restoring.js';
export { type KeptFacts, keptFactsOf } from './platform/facts-in-kurrentdb.js';
export { openService, type AppOptions, type RunningApp } from './host/open-service.js';
export {
  type ServiceDefinition,
  type Grant,
  type Health,
  type RegisteredProjection,
  type Logger,
  type LogLine,
  type Meter,
  type Operations,
  type Platform,
  PLATFORM,
  type Rebuilt,
  type Standing,
} from './platform/platform.js';
export { postgresPlatform, type PostgresParts } from './platform/postgres-platform.js';
export {
  type RecordPack,
  referenceData,
  type ReferenceChange,
  type ReferenceData,
  type ReferenceKind,
} from './host/reference-data.js';
export { townTopics } from './platform/message-bus.js';
export { type RunningService, hostService, topicOf } from './host/service-host.js';
export { forwardedRoute, largestBodyOf, type ServerOptions } from './http/server.js';
export type { Site } from './http/site.js';
export { type InternalAnswer } from './http/internal.controller.js';
export { internalHeader, type InternalRequests } from './http/internal-requests.js';
export { sendErrorOf, sendProblem } from './http/problem.filter.js';
export { serviceUnreachable } from './http/problem.js';
export { type Route, routesOf } from './http/routes.js';
export { queueRoutes } from './http/queue-routes.js';
export { beginOnwards } from './observability/tracing.js';
export { noSuchView } from './platform/operations.js';
export { type NamedItems } from './platform/collect-garbage.js';

export { limitKinds, type LimitKind, type Limits } from './http/limits.js';
export {
  CallerNow,
  CurrentActor,
  RequiresRight,
  assertWithinArea,
  Public,
  refuseCrossSite,
} from './http/auth.guard.js';
export { cookieNameOf, headerOf, type Reply, type Request, sessionSecretOf } from './http/request.js';
export { inTownTime } from './http/town-time.js';
export { kafkaEnvironment } from './process/kafka-variables.js';
export { environment, type TownConfig } from './process/environment.js';
export { exportTraces } from './process/export-traces.js';
export { runInForeground } from './process/foreground.js';
export { readPack } from './process/read-pack.js';
export { runService, sharedDatabase } from './process/run-service.js';
export { limitsOf } from './process/service-grants.js';
export {
  type Opening,
  type ProcessDatabase,
  type RunningProcess,
  startProcess,
  type StartNotice,
} from './process/start-process.js';
