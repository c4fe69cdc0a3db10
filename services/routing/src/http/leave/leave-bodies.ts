/** What is sent of a leave. */
import { Moment } from '@mulin/service';
import { z } from 'zod';

const Account = z.string().min(1).max(400);

/** `from` absent: now; `until` absent: until further notice. `nobodyStandsIn`: that it is meant so. */
export const RecordLeave = z.strictObject({
  account: Account,
  from: Moment.optional(),
  until: Moment.optional(),
  standIn: Account.optional(),
  nobodyStandsIn: z.boolean().default(false),
});

/** Which was recorded. */
export const LeaveId = z.uuid();
