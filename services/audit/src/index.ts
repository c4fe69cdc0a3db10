export { AuditModule } from './audit.module.js';
export { AUDIT } from './tokens.js';
