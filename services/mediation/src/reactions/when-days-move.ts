/** What follows outside of an interview day from what happened on it: people go to another day, and promises are made. */
import { on, type Reaction } from '@mulin/bus';
import { InterviewDayCalledOffV1, InterviewEndedV1 } from '@mulin/contracts';
import { causedBy } from '@mulin/kernel';
import { makePromises } from '../commands/make-promises.js';
import { passOnBookings } from '../commands/pass-on-bookings.js';
import type { Dependencies } from '../dependencies.js';

const actor = 'mediation';

/** It hears itself by the bus, so that what a crash interrupted is done when the message comes again. */
export const whenDaysMove = (
  parts: Pick<Dependencies, 'days' | 'promises' | 'dateOf'>,
): readonly Reaction[] => [
  on(InterviewDayCalledOffV1, (event) => passOnBookings(parts, event.subject, causedBy(event, actor))),
  on(InterviewEndedV1, async (event) => {
    const dayId = event.subject;
    const { state } = await parts.days.query(dayId);
    if (state === null) return;
    await makePromises(parts, { dayId, state }, event.data.booking, causedBy(event, actor));
  }),
];
