import { runService } from '@mulin/service';
import { ROUTING, RoutingModule } from './routing.module.js';

runService(
  {
    name: 'routing',
    token: ROUTING,
    module: ({ pack }) => RoutingModule.with(pack.routing),
  },
  process.env,
);
