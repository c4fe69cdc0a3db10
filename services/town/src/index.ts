export {
  memoryPlatform,
  type MemoryPlatform,
  ConfigurationError,
  type RunningApp,
  type Platform,
} from '@mulin/service';
export { environment, type TownConfig } from './config.js';
export { openTown } from './open-town.js';
export { prepareTables } from './prepare-tables.js';
export { readPack } from './read-pack.js';
