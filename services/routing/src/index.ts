export { type Built, buildPack, type Wish } from './pack/build.js';
export { checkPack } from './pack/check.js';
export { parseGrids } from './pack/grids.js';
export { parseRosters, type Rosters } from './pack/rosters.js';
export { type NamedArea, parseTown, type Town } from './pack/town.js';
export { RoutingModule, type RoutingPack } from './routing.module.js';
export { ROUTING } from './tokens.js';
