export { type Sql, type SqlOptions } from './session/connection.js';
export { type Database, openDatabase, type Owner } from './database.js';
export { type Access, grantsIn, type Limits } from './grants.js';
export { applyServiceRoles, NoRoleMaker } from './service-roles.js';
export { prepareRoles, type RoleUrls } from './embedded/roles.js';
export { concernsAll, faultOf, meansDown, sqlState, translated } from './errors.js';
export { type Fault } from './faults.js';
export { type AdvisoryLock } from './session/advisory-locks.js';
export { oneOwner, type OwnedWork } from './session/one-owner.js';
export { longMs } from './session/limits.js';
export { type Migration, MigrationRefused, migrate } from './migrations.js';
export { NotHere } from './embedded/binaries.js';
export { type Embedded, hasData, leaveRunning, runningServer, startEmbedded } from './embedded/start.js';
export { closeHome } from './embedded/home.js';
export { isHomeHeld, releaseHome } from './embedded/home-marks.js';
export { type Check, machineChecks } from './machine.js';
export { batcher, type Batching } from './batcher.js';
export {
  dumpTables,
  isTableThere,
  loadJson,
  loadRows,
  tablesNamed,
  unreadableOf,
  walkTable,
} from './tables.js';
export { once } from './once.js';
export { type RecurringErrorReport, recurringErrorReport } from './recurring-error-report.js';
