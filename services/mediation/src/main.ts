import { runService } from '@mulin/service';
import { MEDIATION, MediationModule } from './mediation.module.js';

runService(
  {
    name: 'mediation',
    token: MEDIATION,
    module: ({ pack }) => MediationModule.with(pack.mediation),
  },
  process.env,
);
