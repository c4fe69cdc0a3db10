export { MEDIATION, MediationModule } from './mediation.module.js';
