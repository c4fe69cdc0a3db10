export { type Grant } from './grant.js';
export { masterKeyFrom, masterKeyIn } from './master-key.js';
export { memoryVault, type ReadingNoted } from './memory-vault.js';
export { postgresVault, type TownVault } from './postgres-vault.js';
