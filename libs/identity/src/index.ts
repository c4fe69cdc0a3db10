export { type Accounts } from './accounts.js';
export { identityOf } from './identity.js';
export { checkKeys, type Keys, openKeys } from './keys.js';
export { postgresAccounts } from './postgres-accounts.js';
export { signLocally } from './tokens.js';
