export {
  memoryPlatform,
  type MemoryPlatform,
  ConfigurationError,
  type RunningApp,
  type Platform,
} from '@mulin/service';
export { environment, type TownConfig } from './host/config.js';
export { openTown } from './host/open-town.js';
export { prepareTables } from './host/prepare-tables.js';
export { readPack } from './host/read-pack.js';
export { tellStory } from './story/tell-story.js';
