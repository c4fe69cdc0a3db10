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
export { seedAccounts, tellPasswords } from './host/seed-accounts.js';
export { services } from './host/services.js';
export { consoleOf } from './host/console-site.js';
export { TownModule } from './town.module.js';
export { openTown } from './host/open-town.js';
export { prepareTables, prepareTablesOf } from './host/prepare-tables.js';
export { tellStory } from './story/tell-story.js';
