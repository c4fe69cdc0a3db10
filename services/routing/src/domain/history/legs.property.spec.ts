import { expect, test } from '@jest/globals';
import { fold, type Instant, instant, msBetween } from '@mulin/kernel';
import * as Order from '../order/order.js';
import { inHand } from '../order/order-questions.js';
import { begun, stories } from '../order/stories.testing.js';
import { type CycleLegs, legsOf, type Span } from './legs.js';

/** After all that the stories tell. */
const now = instant('2027-01-01T00:00:00Z');
const lengthOf = ({ from, to }: Span): number => msBetween(from, to ?? now);
const sum = (spans: readonly Span[]): number => spans.reduce((ms, it) => ms + lengthOf(it), 0);
const hasLength = (it: Span): boolean => lengthOf(it) > 0;

const cycles = (holds: (cycle: CycleLegs, events: readonly Order.Event[]) => void) =>
  stories((events) => legsOf(events).forEach((it) => holds(it, events)), begun);

test('the legs and the time nobody had it are the whole of each cycle', () => {
  cycles((it) => {
    expect(sum(it.legs) + sum(it.unheld)).toBe(lengthOf(it));
  });
});

test('they follow on each other, and never is it in the hands of two', () => {
  cycles(({ from, to, legs, unheld }) => {
    const spans: readonly Span[] = [...legs, ...unheld].filter(hasLength);
    const inOrder = [...spans].sort((one, other) => (one.from < other.from ? -1 : 1));
    const begins: readonly (Instant | null)[] = inOrder.map((it) => it.from);
    const ends = inOrder.map((it) => it.to);
    if (inOrder.length > 0) expect([...begins, to]).toEqual([from, ...ends]);
  });
});

test('a pause lies in its leg, and takes away no more than there is', () => {
  cycles(({ legs }) => {
    for (const leg of legs) {
      expect(sum(leg.pauses)).toBeLessThanOrEqual(lengthOf(leg));
      for (const pause of leg.pauses) {
        expect(pause.to).not.toBeNull();
        expect(pause.from >= leg.from && (leg.to === null || (pause.to ?? '') <= leg.to)).toBe(true);
      }
    }
  });
});

test('the leg that goes on is that of whoever has it, and there is one of each offer', () => {
  stories((events) => {
    const state = fold(Order.decider, events);
    const all = legsOf(events);
    const open = all.flatMap(({ legs }) => legs.filter(({ to }) => to === null));
    const holder = inHand(state);
    expect(open.map(({ leg, holder: who }) => [leg, who])).toEqual(
      holder === null ? [] : [[holder.leg, holder.member]],
    );
    expect(all.flatMap(({ legs }) => legs)).toHaveLength(
      events.filter(({ type }) => type === 'OrderOffered').length,
    );
  }, begun);
});

test('every leg and every time without one has a reason for its end once it has ended', () => {
  cycles(({ legs, unheld, helpers }) => {
    for (const { to, ended } of legs) expect(ended === null).toBe(to === null);
    for (const { endedAt, end } of helpers) expect(end === null).toBe(endedAt === null);
    for (const gap of unheld) expect(hasLength(gap)).toBe(true);
  });
});

test('helpers’ legs go on as long as the order waits for them', () => {
  stories((events) => {
    const { helpers } = fold(Order.decider, events);
    const legs = legsOf(events).at(-1)?.helpers ?? [];
    expect(legs.filter(({ endedAt }) => endedAt === null).map(({ call }) => call)).toEqual(
      helpers.filter(({ end }) => end === null).map(({ call }) => call),
    );
    for (const it of legs) {
      expect(it.joinedAt === null || it.joinedAt >= it.calledAt).toBe(true);
      expect(it.endedAt === null || it.endedAt >= (it.joinedAt ?? it.calledAt)).toBe(true);
    }
  }, begun);
});
