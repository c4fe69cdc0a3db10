/** Why somebody is told no on an interview day. */
import { Rejection } from '@mulin/kernel';

const conflict = (code: string, en: string, zh: string) => new Rejection(code, { en, zh });
const unknown = (code: string, en: string, zh: string) => new Rejection(code, { en, zh }, 'unknown');
const forbidden = (code: string, en: string, zh: string) => new Rejection(code, { en, zh }, 'forbidden');

export const unknownDay = () =>
  unknown('interview-day-unknown', 'No such interview day was published.', '没有发布过该接访日。');
export const unknownSlot = () =>
  unknown('slot-unknown', 'This day has no such slot.', '该接访日没有此时段。');
export const unknownBooking = () =>
  unknown('booking-unknown', 'This day has no such booking.', '该接访日没有此预约。');

export const notYourDay = () =>
  forbidden(
    'not-your-interview-day',
    'Who comes to this day is known to whoever holds it and to the desk.',
    '该接访日的来访信息仅对接访人和受理台开放。',
  );
export const notYourBooking = () =>
  forbidden('not-your-booking', 'This booking is somebody else’s.', '这不是您的预约。');

export const noHost = (account: string) =>
  conflict(
    'host-unknown',
    `${account} is no secretary or town leader of this area, and holds no interview day there.`,
    `${account} 不是该辖区的社区书记或镇领导，不能在此接访。`,
  );
export const placePersonal = () =>
  conflict(
    'place-personal',
    'Everybody reads the place: it looks as if it held a phone or an identity number.',
    '地点对外公开，不得含有电话号码或证件号码。',
  );
export const noSlots = () =>
  conflict('no-slots', 'An interview day has a slot at least.', '接访日至少须有一个时段。');
export const slotBackwards = () =>
  conflict('slot-backwards', 'A slot ends before it begins.', '时段的结束时间不晚于开始时间。');
export const slotsOverlap = () =>
  conflict('slots-overlap', 'Two slots of the day overlap.', '接访日的两个时段重叠。');
export const slotsOfTwoDays = () =>
  conflict('slots-of-two-days', 'All slots lie on one day of the town’s calendar.', '各时段须在同一日期内。');
export const slotPast = () =>
  conflict('slot-past', 'This slot has begun, or is over.', '该时段已开始或已结束。');
export const slotHasBookings = () =>
  conflict(
    'slot-has-bookings',
    'Somebody has booked this slot: it stays as it is, with room for them all.',
    '该时段已有预约，须保留其时间和名额。',
  );
export const slotFull = () =>
  conflict('slot-full', 'This slot is full; please choose another one.', '该时段已约满，请另选时段。');

export const dayOver = () =>
  conflict('interview-day-over', 'This interview day is over.', '该接访日已结束。');
export const dayCalledOff = () =>
  conflict('interview-day-called-off', 'This interview day was called off.', '该接访日已取消。');
export const noSuchTarget = () =>
  conflict(
    'target-day-closed',
    'The bookings go to another day, which is still to come and was not called off.',
    '预约只能改到另一个尚未结束且未取消的接访日。',
  );

export const bookedAlready = () =>
  conflict(
    'booked-already',
    'This person comes to this day already: nobody has two bookings of one day.',
    '此人在该接访日已有预约；每人每个接访日限约一次。',
  );
export const bookingOver = () =>
  conflict(
    'booking-over',
    'This booking was cancelled, passed on, or ended already.',
    '该预约已取消、改期或办结。',
  );
export const checkedInAlready = () =>
  conflict('checked-in-already', 'They have checked in, and have a queue number.', '来访人已签到并取号。');
export const notToday = () =>
  conflict('not-today', 'People check in on the day itself.', '请在接访日当天签到。');
export const notCheckedIn = () =>
  conflict('not-checked-in', 'They have not checked in yet.', '来访人尚未签到。');
export const slotNotBegun = () =>
  conflict('slot-not-begun', 'Their slot has not begun yet.', '其预约时段尚未开始。');
export const interviewOver = () =>
  conflict('interview-ended', 'How this interview ended is on record already.', '该次接访的结果已登记。');
export const noPromise = () =>
  conflict(
    'promise-missing',
    'Say what was promised, by whom and until when.',
    '请写明承诺的事项、责任人和期限。',
  );
export const promiseWithoutOutcome = () =>
  conflict(
    'not-promised',
    'Promises belong to an interview that ended with a promise.',
    '只有结果为承诺的接访才能登记承诺事项。',
  );
export const nothingToTell = () =>
  conflict('nothing-to-tell', 'This booking was not passed on.', '该预约没有改期，无须告知。');
