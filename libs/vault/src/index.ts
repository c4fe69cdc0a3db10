export { type Copies, type ItemLine, type KeyLine } from './copies.js';
export { type Grant } from './grant.js';
export { masterKeyFrom, masterKeyIn, masterKeyText, restoreMasterKey } from './master-key.js';
export { memoryVault, type ReadingNoted } from './memory-vault.js';
export { postgresVault, type TownVault } from './postgres-vault.js';
