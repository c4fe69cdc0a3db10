import { expect, test } from '@jest/globals';
import type { Calendar } from '@mulin/working-time';
import { at, demand, inHands, leg, li } from '../domain/handling/handling.testing.js';
import type * as Order from '../domain/order/order.js';
import { legsShown } from './order-legs.js';

/** From six until six, by UTC, every day. */
const calendar: Calendar = {
  id: 'duty',
  version: '1',
  zone: 'UTC',
  week: { 'mon-sun': [['06:00', '18:00']] },
  overrides: {},
  coveredUntil: null,
};
const hour = 3_600_000;
const finished: Order.Event = {
  type: 'OrderFinished',
  data: { ...leg, result: 'solved', finishedAt: at(8) },
};
const refused: Order.Event = {
  type: 'FinishRefused',
  data: {
    number: demand.number,
    cycle: 1,
    leg: 1,
    round: 1,
    verifier: 'gao',
    reason: 'no-proof',
    finishedAt: at(8),
    refusedAt: at(11),
  },
};
const called: Order.Event = {
  type: 'HelperCalled',
  data: {
    cycle: 1,
    call: 1,
    member: 'tan',
    number: demand.number,
    by: 'li-wei',
    unit: 'office:w',
    area: li.area,
    calledAt: at(5),
  },
};
const shown = (events: readonly Order.Event[], known: Parameters<typeof legsShown>[1]) =>
  legsShown(events, known)[0];

test('what goes on has been worked until now, in the hours of the calendar and without the wait for a verifier', () => {
  const events = [...inHands, called, finished, refused];
  expect(shown(events, { now: at(13), calendar })).toMatchObject({
    legs: [{ from: at(1), to: null, paused: 3 * hour, worked: 4 * hour }],
    helpers: [{ worked: 7 * hour }],
  });
});

test('what has ended is not worked on any more', () => {
  expect(shown([...inHands, finished], { now: at(13), calendar })?.legs).toMatchObject([
    { paused: 0, worked: 2 * hour },
  ]);
});

test('without a calendar nobody knows how long it was worked', () => {
  expect(shown(inHands, { now: at(13), calendar: null })?.legs).toMatchObject([{ paused: 0, worked: null }]);
});

test('of what a device has timed ahead of us nothing has passed yet', () => {
  expect(shown(inHands, { now: at(0), calendar })?.legs).toMatchObject([{ worked: 0 }]);
});
