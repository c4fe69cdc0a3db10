export { INBOX, InboxModule } from './inbox.module.js';
