export { AUDIT, AuditModule } from './audit.module.js';
