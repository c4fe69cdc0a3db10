export { type Grant } from './grant.js';
export type { ErasureNoted, ReadingNoted } from './memory-readings.js';
export { memoryVault } from './memory-vault.js';
export { checkMasterKey } from './master-key.js';
export { masterKeyFor } from './opening.js';
export { postgresVault, type TownVault } from './postgres-vault.js';
export { type Pseudonyms, pseudonymsOf } from './pseudonyms.js';
export { type RequestHash, requestHashOf } from './request-hash.js';
export { type NamedIn } from './sweeping.js';
