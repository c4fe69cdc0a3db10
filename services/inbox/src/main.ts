import { runService } from '@mulin/service';
import { INBOX, InboxModule } from './inbox.module.js';

runService(
  {
    name: 'inbox',
    token: INBOX,
    module: ({ pack, sending }) =>
      InboxModule.with({ ...sending, townName: pack.town.name, workdays: pack.slaTimer.calendars[0] }),
  },
  process.env,
);
