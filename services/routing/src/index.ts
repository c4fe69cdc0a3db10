export { RoutingModule, type RoutingPack } from './routing.module.js';
export { ROUTING } from './tokens.js';
