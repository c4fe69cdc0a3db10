export { memoryPlatform, type MemoryPlatform, type Opened, type Platform } from '@mulin/service';
export { openTown } from './open-town.js';
export { type Pack, problemsOfPack, readPack } from './read-pack.js';
