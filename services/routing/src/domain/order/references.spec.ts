import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, type Decision, fold, instant, Rejection } from '@mulin/kernel';
import * as Order from './order.js';
import { referencesFor } from './order-access.js';

const now = instant('2026-05-01T02:00:00Z');
const terms = { menuItem: 'sanitation', net: 'life', urgency: 'ordinary' } as const;
const demand = { ...terms, number: 'mu-2026-000001', cycle: 1 };
const references = { wordsId: 'w', placeId: 'p', contactId: 'c' };
const li = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };
const duty: Order.Duty = {
  onDuty: () => 'li-wei',
  allOnDuty: () => [],
  standIn: () => 'zhang-min',
  alarmed: () => [],
  absenceFrom: () => null,
  absence: () => null,
};
const land = { land: { microGrid: li.microGrid, area: li.area } };

/** The events of an order to which all of this happened. */
const story = (...decisions: readonly Decision<Order.State, Order.Event>[]): readonly Order.Event[] =>
  decisions.reduce<readonly Order.Event[]>(
    (events, decide) => [...events, ...decide(fold(Order.decider, events), now)],
    [],
  );

const member = (id: string): Actor => ({ id, role: 'grid-member', area: li.area as Area }); // As looked up.
const found = (id: string, events: readonly Order.Event[]) =>
  referencesFor(fold(Order.decider, events), member(id));

const offer = Order.offer({ ...demand, ...references }, land, duty);
const correct = Order.reclassify(
  { ...terms, cycle: 1, placeId: 'q', route: land, reclassifiedAt: now },
  duty,
);

describe('Where to find what was said', () => {
  test('goes with the order from hand to hand', () => {
    const events = story(offer, Order.giveBack('li-wei', 'not-my-area', duty));
    expect(found('zhang-min', events)).toEqual(references);
    expect(() => found('li-wei', events)).toThrow(Rejection);
  });

  test('is on record once, with the first offer', () => {
    const events = story(offer, Order.giveBack('li-wei', 'not-my-area', duty));
    expect(events.map((event) => 'wordsId' in event.data)).toEqual([true, false, false]);
  });

  test('is the corrected place after a correction, whichever was heard first', () => {
    expect(found('li-wei', story(offer, correct))).toEqual({ ...references, placeId: 'q' });
    expect(found('li-wei', story(correct, offer))).toEqual({ ...references, placeId: 'q' });
  });

  test('is not known of an order from before it was told', () => {
    expect(found('li-wei', story(Order.offer(demand, land, duty), Order.take('li-wei')))).toEqual({});
  });
});
