export type { MenuItem } from './domain/menu.js';
export { IntakeModule, type IntakePack } from './intake.module.js';
export { parseMenu, problemsOfMenu } from './parse-menu.js';
export { INTAKE } from './tokens.js';
