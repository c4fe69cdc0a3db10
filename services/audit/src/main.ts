import { runService } from '@mulin/service';
import { AUDIT, AuditModule } from './audit.module.js';

runService(
  {
    name: 'audit',
    token: AUDIT,
    module: () => AuditModule.with(),
  },
  process.env,
);
