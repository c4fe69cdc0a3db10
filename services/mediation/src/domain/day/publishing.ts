/** A day is published, and published again when it changes. */
import { type Decision, type Instant, looksPersonal } from '@mulin/kernel';
import type { Event, HostRole, Slot } from './day-events.js';
import { type Known, roomIn, type State } from './day-state.js';
import {
  dayCalledOff,
  dayOver,
  noSlots,
  placePersonal,
  slotBackwards,
  slotHasBookings,
  slotPast,
  slotsOfTwoDays,
  slotsOverlap,
  unknownDay,
} from './refusals.js';

export type Decides = Decision<State, Event>;

/** The day of the town's calendar on which a moment lies, such as `2026-03-09`. */
export type DateOf = (at: Instant) => string;

/** A slot as it is asked for. */
export type WantedSlot = Omit<Slot, 'slot'>;

/** A day that was published, whatever became of it. Refused: `interview-day-unknown`. */
export const knownDay = (state: State): Known => {
  if (state === null) throw unknownDay();
  return state;
};

/** A day on which people can still come. Refused: `interview-day-unknown`, `-called-off`, `-over`. */
export const openDay = (state: State, now: Instant, dateOf: DateOf): Known => {
  const it = knownDay(state);
  if (it.calledOff !== null) throw dayCalledOff();
  if (dateOf(now) > it.date) throw dayOver();
  return it;
};

const inOrder = (slots: readonly WantedSlot[]): readonly WantedSlot[] =>
  [...slots].sort((one, other) => (one.from < other.from ? -1 : 1));

/** In order of time. Refused: `no-slots`, `slot-backwards`, `slots-overlap`, `slots-of-two-days`. */
const soundSlots = (wanted: readonly WantedSlot[], dateOf: DateOf): readonly WantedSlot[] => {
  const slots = inOrder(wanted);
  if (slots.length === 0) throw noSlots();
  if (slots.some(({ from, until }) => until <= from)) throw slotBackwards();
  if (slots.some(({ from }, nth) => nth > 0 && from < (slots[nth - 1]?.until ?? from))) throw slotsOverlap();
  if (new Set(slots.map(({ from }) => dateOf(from))).size > 1) throw slotsOfTwoDays();
  return slots;
};

type Wanted = Readonly<{
  area: string;
  host: string;
  hostRole: HostRole;
  place: string;
  slots: readonly WantedSlot[];
}>;

/**
 * People can book it from now on.
 *
 * Refused: `no-slots`, `slot-backwards`, `slots-overlap`, `slots-of-two-days`, `slot-past`, `place-personal`.
 */
export const publishDay =
  ({ slots: wanted, ...details }: Wanted, dateOf: DateOf): Decides =>
  (state, now) => {
    if (state !== null) return [];
    if (looksPersonal(details.place)) throw placePersonal();
    const slots = soundSlots(wanted, dateOf);
    const [first] = slots;
    if (first === undefined || first.from <= now) throw slotPast();
    const numbered = slots.map((slot, nth) => ({ slot: nth + 1, ...slot }));
    const data = { ...details, date: dateOf(first.from), version: 1, slots: numbered, publishedAt: now };
    return [{ type: 'DayPublished', data }];
  };

const isAsBefore = (one: Slot, other: Slot): boolean =>
  one.slot === other.slot && one.until === other.until && one.capacity === other.capacity;

/** The slots that are wanted from now on; what begins when one did before is that one. */
const renumbered = (it: Known, slots: readonly WantedSlot[], now: Instant): readonly Slot[] => {
  let { lastSlot } = it;
  return slots.map((slot) => {
    const known = it.slots.find(({ from }) => from === slot.from);
    if (known !== undefined) return { ...slot, slot: known.slot };
    if (slot.from <= now) throw slotPast();
    return { ...slot, slot: ++lastSlot };
  });
};

const refuseLoss = (it: Known, slots: readonly Slot[]): void => {
  const isLost = it.slots.some((before) => {
    const after = slots.find(({ slot }) => slot === before.slot);
    const isBooked = roomIn(it, before) < before.capacity;
    return isBooked && (after === undefined || roomIn(it, after) < 0);
  });
  if (isLost) throw slotHasBookings();
};

/**
 * Published again, with another place or other slots; date, area and whose day it is stay. A slot that somebody has
 * booked begins when it did, and has room for them all.
 *
 * Refused as `publishDay` and `openDay` say, and: `slot-has-bookings`.
 */
export const changeDay =
  (
    { place, slots: wanted }: Readonly<{ place: string; slots: readonly WantedSlot[] }>,
    dateOf: DateOf,
  ): Decides =>
  (state, now) => {
    const it = openDay(state, now, dateOf);
    if (looksPersonal(place)) throw placePersonal();
    const slots = renumbered(it, soundSlots(wanted, dateOf), now);
    if (slots.some(({ from }) => dateOf(from) !== it.date)) throw slotsOfTwoDays();
    refuseLoss(it, slots);
    const isSame =
      place === it.place &&
      slots.length === it.slots.length &&
      slots.every((slot) => it.slots.some((before) => isAsBefore(slot, before)));
    if (isSame) return [];
    const { area, host, hostRole, date, version } = it;
    const data = { area, host, hostRole, date, place, version: version + 1, slots, publishedAt: now };
    return [{ type: 'DayPublished', data }];
  };
