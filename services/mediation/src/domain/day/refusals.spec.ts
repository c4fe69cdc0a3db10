import { pinsRefusals } from '@mulin/testing';
import * as refusals from './refusals.js';

/** Those that name something. */
const named = {
  noHost: () => refusals.noHost('somebody'),
};

pinsRefusals({ ...refusals, ...named }, [
  ['unknownDay', 'interview-day-unknown', 'unknown'],
  ['unknownSlot', 'slot-unknown', 'unknown'],
  ['unknownBooking', 'booking-unknown', 'unknown'],
  ['notYourDay', 'not-your-interview-day', 'forbidden'],
  ['notYourBooking', 'not-your-booking', 'forbidden'],
  ['noHost', 'host-unknown', 'refused'],
  ['placePersonal', 'place-personal', 'refused'],
  ['noSlots', 'no-slots', 'refused'],
  ['slotBackwards', 'slot-backwards', 'refused'],
  ['slotsOverlap', 'slots-overlap', 'refused'],
  ['slotsOfTwoDays', 'slots-of-two-days', 'refused'],
  ['slotPast', 'slot-past', 'refused'],
  ['slotHasBookings', 'slot-has-bookings', 'refused'],
  ['slotFull', 'slot-full', 'refused'],
  ['dayOver', 'interview-day-over', 'refused'],
  ['dayCalledOff', 'interview-day-called-off', 'refused'],
  ['noSuchTarget', 'target-day-closed', 'refused'],
  ['bookedAlready', 'booked-already', 'refused'],
  ['bookingOver', 'booking-over', 'refused'],
  ['checkedInAlready', 'checked-in-already', 'refused'],
  ['notToday', 'not-today', 'refused'],
  ['notCheckedIn', 'not-checked-in', 'refused'],
  ['slotNotBegun', 'slot-not-begun', 'refused'],
  ['interviewOver', 'interview-ended', 'refused'],
  ['noPromise', 'promise-missing', 'refused'],
  ['promiseWithoutOutcome', 'not-promised', 'refused'],
  ['nothingToTell', 'nothing-to-tell', 'refused'],
]);
