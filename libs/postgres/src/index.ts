export { type Sql, type SqlOptions } from './session/connection.js';
export { type Database, openDatabase } from './database.js';
export { concernsAll, faultOf, isUniqueViolation, meansDown, sqlState, translated } from './errors.js';
export { type Fault } from './faults.js';
export { type AdvisoryLock as Hold } from './session/advisory-locks.js';
export { longMs } from './session/limits.js';
export { type Migration, MigrationRefused, migrate } from './migrations.js';
export { NotHere } from './embedded/binaries.js';
export { type Embedded, leaveRunning, runningServer, startEmbedded } from './embedded/start.js';
export { type Check, machineChecks } from './machine.js';
export { batcher, type Batching } from './batcher.js';
export { dumpTables, loadRows, tablesNamed } from './tables.js';
export { once } from './once.js';
export {
  type RecurringErrorReport as Trouble,
  recurringErrorReport as troubleOf,
} from './recurring-error-report.js';
export { settledWithin as within } from './settled-within.js';
