import { describe } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import { at, before, booked, calledOff, dateOf, details, published, slots } from './a-day.testing.js';
import type { Event } from './day-events.js';
import { decider } from './day-state.js';
import { changeDay, publishDay, type WantedSlot } from './publishing.js';

const scenario = scenarios(decider);
const publish = (more: Partial<Parameters<typeof publishDay>[0]> = {}) =>
  publishDay({ ...details, slots, ...more }, dateOf);
const change = (wanted: readonly WantedSlot[], place: string = details.place) =>
  changeDay({ place, slots: wanted }, dateOf);
const [early, late] = slots;

describe('Publishing a day', () => {
  scenario('its slots are numbered in the order of time')
    .given()
    .at(before)
    .when(publish({ slots: [late, early] }))
    .then(published);
  scenario('with no slot there is nothing to book')
    .given()
    .at(before)
    .when(publish({ slots: [] }))
    .thenRejected('no-slots');
  scenario('a slot ends after it begins')
    .given()
    .at(before)
    .when(publish({ slots: [{ ...early, until: early.from }] }))
    .thenRejected('slot-backwards');
  scenario('nobody is in two slots at once')
    .given()
    .at(before)
    .when(publish({ slots: [early, { ...late, from: at('09:29') }] }))
    .thenRejected('slots-overlap');
  scenario('midnight ends a day, by the clocks of the town')
    .given()
    .at(before)
    .when(
      publish({
        slots: [early, { ...late, from: at('00:00', '2026-03-10'), until: at('00:30', '2026-03-10') }],
      }),
    )
    .thenRejected('slots-of-two-days');
  scenario('a day that has begun is not published any more')
    .given()
    .at(at('09:00'))
    .when(publish())
    .thenRejected('slot-past');
  scenario('the place holds no phone number')
    .given()
    .at(before)
    .when(publish({ place: 'call 13800138000' }))
    .thenRejected('place-personal');
  scenario('sent twice it is one').given(published).at(before).when(publish()).thenEcho();
});

describe('Publishing it again', () => {
  const again = (wanted: readonly object[], place: string = details.place): Event => ({
    type: 'DayPublished',
    data: {
      ...(published.data as object),
      version: 2,
      place,
      slots: wanted,
      publishedAt: before,
    } as Extract<Event, { type: 'DayPublished' }>['data'],
  });

  scenario('at another place')
    .given(published)
    .at(before)
    .when(change(slots, 'Room 5'))
    .then(
      again(
        slots.map((slot, nth) => ({ slot: nth + 1, ...slot })),
        'Room 5',
      ),
    );
  scenario('with another slot, which has a number that no other had')
    .given(
      published,
      again([
        { slot: 1, ...early },
        { slot: 3, ...late },
      ]),
    )
    .at(before)
    .when(change([early, { from: at('11:00'), until: at('11:30'), capacity: 1 }]))
    .then({
      type: 'DayPublished',
      data: {
        ...(again([]).data as Extract<Event, { type: 'DayPublished' }>['data']),
        version: 3,
        slots: [
          { slot: 1, ...early },
          { slot: 4, from: at('11:00'), until: at('11:30'), capacity: 1 },
        ],
      },
    });
  scenario('as it is already').given(published).at(before).when(change(slots)).thenNothing();
  scenario('without a slot that somebody has booked')
    .given(published, booked('sun', 1))
    .at(before)
    .when(change([late]))
    .thenRejected('slot-has-bookings');
  scenario('with less room than is booked')
    .given(published, booked('sun', 2), booked('zhou', 2))
    .at(before)
    .when(change([early, { ...late, capacity: 1 }]))
    .thenRejected('slot-has-bookings');
  scenario('with a slot in the past')
    .given(published)
    .at(at('09:10'))
    .when(change([early, { ...late, from: at('09:05'), until: at('09:08') }]))
    .thenRejected('slots-overlap');
  scenario('with a slot that would have begun')
    .given(published)
    .at(at('09:45'))
    .when(change([early, { ...late, from: at('09:40') }]))
    .thenRejected('slot-past');
  scenario('on another date')
    .given(published)
    .at(before)
    .when(change([{ from: at('09:00', '2026-03-10'), until: at('09:30', '2026-03-10'), capacity: 1 }]))
    .thenRejected('slots-of-two-days');
  scenario('when it was called off')
    .given(published, calledOff(null))
    .at(before)
    .when(change(slots))
    .thenRejected('interview-day-called-off');
  scenario('when it is over')
    .given(published)
    .at(at('00:00', '2026-03-10'))
    .when(change(slots))
    .thenRejected('interview-day-over');
  scenario('that nobody published')
    .given()
    .at(before)
    .when(change(slots))
    .thenRejected('interview-day-unknown');
});
