import { runService } from '@mulin/service';
import { INTAKE, IntakeModule } from './intake.module.js';

runService(
  {
    name: 'intake',
    token: INTAKE,
    module: ({ pack }) => IntakeModule.with(pack.intake),
  },
  process.env,
);
