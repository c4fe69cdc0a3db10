export type { MenuItem } from './domain/menu.js';
export { IntakeModule, type IntakePack } from './intake.module.js';
export { INTAKE } from './tokens.js';
