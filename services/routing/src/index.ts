/** `flatbushGrids` is for measuring: whose land a point is, without the service around it. */
export { flatbushGrids, ROUTING, RoutingModule } from './routing.module.js';
