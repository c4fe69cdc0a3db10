export { type Sql } from './connection.js';
export { type Database, openDatabase } from './database.js';
export { isUniqueViolation, meansDown, sqlState, translated } from './errors.js';
export { type Hold } from './holding.js';
export { type Migration, MigrationRefused, migrate } from './migrations.js';
export { NotHere } from './embedded/binaries.js';
export { type Embedded, leaveRunning, startEmbedded } from './embedded/start.js';
export { type Check, machineChecks } from './machine.js';
export { gathered } from './gather.js';
