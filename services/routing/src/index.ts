export { ROUTING, RoutingModule } from './routing.module.js';
