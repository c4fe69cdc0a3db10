export type { DeliverySettings } from './dependencies.js';
export { INBOX, InboxModule } from './inbox.module.js';
