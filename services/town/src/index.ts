export {
  memoryPlatform,
  type MemoryPlatform,
  ConfigurationError,
  type RunningApp,
  type Platform,
  environment,
  readPack,
  type TownConfig,
} from '@mulin/service';
export { openTown } from './host/open-town.js';
export { prepareTables } from './host/prepare-tables.js';
export { tellStory } from './story/tell-story.js';
