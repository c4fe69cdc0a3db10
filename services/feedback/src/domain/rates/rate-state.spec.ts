import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import fc from 'fast-check';
import { march } from '../a-case.testing.js';
import { corrected, filed, judged, placed } from './a-rate.testing.js';
import type { HeardEvent } from './rate-events.js';
import { decider, hear } from './rate-state.js';

const scenario = scenarios(decider);

describe('What others tell of a cycle', () => {
  scenario('is recorded, also before its beginning was heard')
    .given()
    .when(hear(judged('contact', 'met')))
    .then(judged('contact', 'met'));

  scenario('heard once more is an echo').given(filed(), placed()).when(hear(placed())).thenEcho();

  scenario('heard late, an older word about the same thing changes nothing')
    .given(filed(), judged('complete', 'none', 2))
    .when(hear(judged('complete', 'missed', 1)))
    .thenNothing();
});

test('In whatever order and how often it is told, a cycle comes to the same', () => {
  const all: readonly HeardEvent[] = [
    filed(),
    corrected,
    placed(),
    placed('urban-works', 1),
    judged('contact', 'missed', 1),
    judged('contact', 'none', 2),
    judged('contact', 'met', 3),
    judged('complete', 'missed', 4),
    filed(2),
  ];
  const heardIn = (order: readonly HeardEvent[]) =>
    order.reduce((state, event) => fold(decider, hear(event)(state, march(5)), state), decider.initial);
  const repeated = fc.array(fc.constantFrom(...all), { maxLength: 5 });
  const orders = repeated.chain((more) =>
    fc.shuffledSubarray([...all, ...more], { minLength: all.length + more.length }),
  );
  fc.assert(
    fc.property(orders, (order) => {
      expect(heardIn(order)).toEqual(heardIn(all));
    }),
    { numRuns: 300 },
  );
});
