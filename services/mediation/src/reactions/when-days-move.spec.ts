import { describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { commandHandler, newCorrelation } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { at, before, dateOf, details, given, slots, visitor } from '../domain/day/a-day.testing.js';
import { book } from '../domain/day/booking.js';
import { callOff } from '../domain/day/calling-off.js';
import { decider as day } from '../domain/day/day-state.js';
import { checkIn, endInterview } from '../domain/day/interviewing.js';
import { type Decides, publishDay } from '../domain/day/publishing.js';
import { decider as promise, keep } from '../domain/promise/promise.js';
import { whenDaysMove } from './when-days-move.js';

/** As requests make them. */
const sun = { ...visitor('sun'), booking: '1f0e6a57-3b9c-8d5b-9a6c-2f0d7a1b4c01' };

const openTown = async () => {
  let now = before;
  let asked = 0;
  const store = memoryEventStore({ now: () => now });
  const days = commandHandler(store, day, () => now);
  const promises = commandHandler(store, promise, () => now);
  const context = () => newCorrelation({ town: 'mu', actor: 'clerk', id: `cause ${++asked}` });
  const decide = (...decisions: readonly Decides[]) =>
    decisions.reduce<Promise<unknown>>(
      (last, it) => last.then(() => days('day', it, context())),
      Promise.resolve(),
    );
  await decide(publishDay({ ...details, slots }, dateOf), book(sun, 1, 'portal', dateOf));
  const reactions = whenDaysMove({ days, promises, dateOf });
  return {
    days,
    promises,
    context,
    decide,
    passTo: (moment: typeof now) => {
      now = moment;
    },
    hear: async (type: string, data: object, id = '7c9730fb-d10f-85ed-8ecf-762d5a78999e') => {
      const told = sample(type) as { data: object };
      const event = { ...told, id, subject: 'day', recordedat: now, data: { ...told.data, ...data } };
      await reactions.find((it) => it.type === type)?.react(event);
    },
  };
};

describe('An interview that ended with a promise', () => {
  const ended = async () => {
    const town = await openTown();
    town.passTo(at('08:50'));
    await town.decide(checkIn(sun.booking, dateOf));
    town.passTo(at('09:10'));
    const outcome = { outcome: 'promised', wordsId: null, promises: [given] } as const;
    await town.decide(endInterview(sun.booking, outcome));
    const hear = (id?: string) =>
      town.hear('mediation.interview-ended.v1', { booking: sun.booking, promises: [] }, id);
    return { ...town, hear };
  };

  test('makes it also where whoever recorded it got no further', async () => {
    const town = await ended();
    expect((await town.promises.query(given.promise)).state).toBeNull();
    await town.hear();
    expect((await town.promises.query(given.promise)).state).toMatchObject({
      number: given.number,
      owner: given.owner,
      person: sun.person,
      day: 'day',
      area: details.area,
      madeAt: at('09:10'),
    });
  });

  test('makes it once, also when it is told again after it was kept', async () => {
    const town = await ended();
    await town.hear();
    await town.promises(given.promise, keep('done'), town.context());
    const { revision } = await town.promises.query(given.promise);
    await town.hear();
    await town.hear('0dc1b1c9-7d6a-8a3c-9a5f-55d2c1b0a901');
    expect((await town.promises.query(given.promise)).revision).toBe(revision);
  });
});

describe('A day that was called off', () => {
  test('with no other day in mind has everybody told to book anew, once', async () => {
    const town = await openTown();
    await town.decide(callOff(null, dateOf));
    for (let nth = 0; nth < 2; nth++)
      await town.hear('mediation.interview-day-called-off.v1', { toDay: null });
    const { state, revision } = await town.days.query('day');
    expect(state?.bookings).toMatchObject([{ state: 'passed-on', to: null, isTold: false }]);
    expect(revision).toBe(3);
  });

  test('passes on nobody where it is told of a day that is held', async () => {
    const town = await openTown();
    await town.hear('mediation.interview-day-called-off.v1', { toDay: null });
    expect((await town.days.query('day')).state?.bookings).toMatchObject([{ state: 'booked' }]);
  });
});
