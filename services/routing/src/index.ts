export { RoutingModule } from './routing.module.js';
export { ROUTING } from './tokens.js';
