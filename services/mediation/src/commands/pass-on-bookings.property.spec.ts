/**
 * Whatever people do, in whatever order, while days are called off and whoever passes bookings on is interrupted anywhere:
 * nobody's booking is lost or doubled, and no slot has more people than places.
 */
import { expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import {
  type CommandHandler,
  commandHandler,
  hour,
  newCorrelation,
  plus,
  Rejection,
  type Instant,
} from '@mulin/kernel';
import fc from 'fast-check';
import { at, before, dateOf, details, visitor } from '../domain/day/a-day.testing.js';
import { book, cancelBooking, moveBooking } from '../domain/day/booking.js';
import { callOff, refuseClosed } from '../domain/day/calling-off.js';
import type { Event } from '../domain/day/day-events.js';
import { type Booking, decider, isComing, type State } from '../domain/day/day-state.js';
import { checkIn, walkIn } from '../domain/day/interviewing.js';
import { type Decides, publishDay } from '../domain/day/publishing.js';
import { passOnBookings } from './pass-on-bookings.js';

const dayNames = ['first', 'second', 'third', 'fourth'] as const;
type DayName = (typeof dayNames)[number];
const dates = {
  first: '2026-03-09',
  second: '2026-03-09',
  third: '2026-03-10',
  fourth: '2026-03-11',
} as const;
const people = ['sun', 'zhou', 'li', 'wu', 'zheng'] as const;

const slotsOn = (date: string) => [
  { from: at('09:00', date), until: at('09:30', date), capacity: 1 },
  { from: at('09:30', date), until: at('10:00', date), capacity: 2 },
];

type Handler = CommandHandler<State, Event>;

/** As if the process ended with the `nth` decision that was recorded, or before it (`0`). */
const interrupted = (days: Handler, nth: number): Handler => {
  let left = nth;
  const handler = async (...asked: Parameters<Handler>) => {
    if (left-- <= 0) throw new Error('interrupted');
    return days(...asked);
  };
  return Object.assign(handler, { query: days.query });
};

const openTown = async () => {
  let now: Instant = before;
  let causes = 0;
  const days = commandHandler(memoryEventStore({ now: () => now }), decider, () => now);
  const context = () => newCorrelation({ town: 'mu', actor: 'clerk', id: `cause ${++causes}` });
  const made: string[] = [];

  /** A refusal is an answer. */
  const ask = async (day: string, decide: Decides): Promise<boolean> => {
    try {
      await days(day, decide, context());
      return true;
    } catch (error) {
      if (error instanceof Rejection) return false;
      throw error;
    }
  };
  for (const name of dayNames)
    await ask(name, publishDay({ ...details, slots: slotsOn(dates[name]) }, dateOf));

  return {
    days,
    made,
    ask,
    come: async (day: string, person: string, decisionOf: (it: ReturnType<typeof visitor>) => Decides) => {
      const wanted = { ...visitor(person), booking: `booking ${made.length}` };
      if (await ask(day, decisionOf(wanted))) made.push(wanted.booking);
    },
    callOff: async (day: DayName, toDay: DayName | null) => {
      const { state } = toDay === null ? { state: null } : await days.query(toDay);
      try {
        if (toDay !== null) refuseClosed(state, now, dateOf);
      } catch {
        return;
      }
      await ask(day, callOff(toDay, dateOf));
    },
    /** The message of a day that was called off comes, or comes again; each time it is the same cause. */
    passOn: async (day: DayName, nth: number) => {
      const told = { ...newCorrelation({ town: 'mu', actor: 'mediation', id: `told of ${day}` }) };
      try {
        await passOnBookings({ days: interrupted(days, nth), dateOf }, day, told);
      } catch (error) {
        if (!(error instanceof Error && error.message === 'interrupted')) throw error;
      }
    },
    pass: (ms: number) => {
      now = plus(now, ms);
    },
    jumpTo: (moment: Instant) => {
      if (moment > now) now = moment;
    },
  };
};

type Town = Awaited<ReturnType<typeof openTown>>;
type Step = (town: Town) => Promise<void> | void;

const day = fc.constantFrom(...dayNames);
const slot = fc.integer({ min: 1, max: 2 });
const nthBooking = fc.nat(12);

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(day, fc.constantFrom(...people), slot).map(
      ([on, who, nth]): Step =>
        (town) =>
          town.come(on, who, (it) => book(it, nth, 'desk', dateOf)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(day, fc.constantFrom(...people)).map(
      ([on, who]): Step =>
        (town) =>
          town.come(on, who, (it) => walkIn(it, dateOf)),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(nthBooking, fc.constantFrom('cancel', 'move', 'check in'), slot)
      .map(([nth, what, to]): Step => async (town) => {
        const booking = town.made[nth];
        if (booking === undefined) return;
        const decisions = {
          cancel: cancelBooking(booking, dateOf),
          move: moveBooking(booking, to, dateOf),
          'check in': checkIn(booking, dateOf),
        };
        // Wherever it is: on other days it is unknown.
        for (const on of dayNames) await town.ask(on, decisions[what]);
      }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(day, fc.option(day)).map(
      ([from, to]): Step =>
        (town) =>
          from === to ? undefined : town.callOff(from, to),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(day, fc.nat(4)).map(
      ([on, nth]): Step =>
        (town) =>
          town.passOn(on, nth),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((town) => town.pass(10 * hour)) },
  {
    weight: 1,
    arbitrary: day.map(
      (on): Step =>
        (town) =>
          town.jumpTo(at('08:50', dates[on])),
    ),
  },
);

type Standing = Readonly<{ day: string; booking: Booking }>;

const stands = ({ state }: Booking): boolean => state !== 'cancelled' && state !== 'passed-on';

/** What became of a booking that no day has any more: `null` is lost. */
const fate = (all: readonly Standing[], name: string): string | null => {
  const own = all.filter(({ booking }) => booking.booking === name);
  if (own.some(({ booking }) => booking.state === 'cancelled')) return 'cancelled';
  const sent = own.filter(({ booking }) => booking.state === 'passed-on').map(({ booking }) => booking);
  if (sent.some(({ to }) => to === null)) return 'told to book anew';
  const hasOther = sent.some(({ to, person }) =>
    all.some(
      ({ day: on, booking }) => on === to?.day && booking.person === person && booking.slot === to.slot,
    ),
  );
  return hasOther ? 'comes there anyway' : null;
};

const settled = async (town: Town): Promise<void> => {
  for (const name of [...dayNames, ...dayNames.toReversed()]) await town.passOn(name, Infinity);
};

/** Of one day: no more people than places, nobody twice, no number twice, nobody left behind. */
const expectDay = (state: State): void => {
  const here = state?.bookings ?? [];
  for (const { slot: nth, capacity } of state?.slots ?? [])
    expect(here.filter((it) => it.slot === nth && stands(it)).length).toBeLessThanOrEqual(capacity);
  const coming = here.filter(isComing).map(({ person }) => person);
  expect(new Set(coming).size).toBe(coming.length);
  const numbers = here.flatMap(({ queue }) => queue ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  if (state?.calledOff) expect(coming).toEqual([]);
};

/** A booking stands on one day, or it is known why on none. */
const expectBooking = (all: readonly Standing[], name: string): void => {
  const own = all.filter(({ booking }) => booking.booking === name);
  const places = own.filter(({ booking }) => stands(booking));
  const isCancelled = own.some(({ booking }) => booking.state === 'cancelled');
  expect([name, places.length]).toEqual([name, isCancelled ? 0 : Math.min(places.length, 1)]);
  if (places.length === 0) expect([name, fate(all, name)]).not.toEqual([name, null]);
};

const expectAll = async (town: Town): Promise<void> => {
  const days = await Promise.all(dayNames.map(async (day) => ({ day, ...(await town.days.query(day)) })));
  for (const { state } of days) expectDay(state);
  const all = days.flatMap(({ day: on, state }) =>
    (state?.bookings ?? []).map((booking): Standing => ({ day: on, booking })),
  );
  for (const name of town.made) expectBooking(all, name);
};

/** The same stories in every run; `STORIES_SEED` tells others, `STORIES_RUNS` more. */
const { STORIES_SEED: seed = '20260309', STORIES_RUNS: runs = '200' } = process.env;

test('nobody’s booking is lost or doubled, and no slot has more people than places', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 80, size: 'max' }), async (story) => {
      const town = await openTown();
      for (const step of story) await step(town);
      await settled(town);
      await expectAll(town);
    }),
    { seed: Number(seed), numRuns: Number(runs) },
  );
});
