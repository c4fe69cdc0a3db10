/** The order of a cycle as routing told of it, and whether that cycle is an emergency. */
import { describe, expect, test } from '@jest/globals';
import { area, number, teller } from './a-matter.testing.js';
import type { ObservedEvent, OfRouting } from './observed-events.js';
import { orderOf } from './order.js';
import { isEmergencyIn } from './standing.js';

const offered = (cycle = 1, urgency = 'ordinary'): OfRouting => ({
  is: 'offered',
  number,
  cycle,
  leg: 1,
  member: 'wu',
  area,
  urgency,
  because: 'registered',
  asked: ['wu', 'li'],
});
const taken = (cycle = 1): OfRouting => ({ is: 'taken', cycle, leg: 1, member: 'wu' });
const told = (...said: readonly OfRouting[]): readonly ObservedEvent[] => {
  const { routing } = teller();
  return said.map(routing);
};

describe('An order', () => {
  const stateAfter = (...said: readonly OfRouting[]) => orderOf(told(...said), 1).state;

  test('is nobody’s before it was offered, and after it was given back', () => {
    expect(stateAfter()).toBe('none');
    expect(stateAfter(offered(2))).toBe('none');
    expect(stateAfter(offered(), taken())).toBe('taken');
    expect(stateAfter(offered(), taken(), { is: 'given-back', cycle: 1 })).toBe('none');
  });

  test('lies with the arbiter, and is verified, where it is said so', () => {
    const left: OfRouting = {
      is: 'left-to-arbiter',
      number,
      cycle: 1,
      because: 'nobodys-land',
      area: 'mu/c1',
      turn: 1,
    };
    expect(stateAfter(left)).toBe('with-arbiter');
    expect(stateAfter(offered(), taken(), { is: 'verified', number, cycle: 1, verifier: 'zhao' })).toBe(
      'verified',
    );
  });

  test('has whoever of the unit that was called has come, and the others as they were called', () => {
    const called = (call: number, member: string): OfRouting => ({
      is: 'helper-called',
      number,
      cycle: 1,
      call,
      member,
      area,
    });
    const came: OfRouting = { is: 'helper-joined', cycle: 1, call: 2, member: 'chen' };
    const helpers = orderOf(told(offered(), called(1, 'fire'), called(2, 'water'), came), 1).helpers;
    expect(helpers.map(({ call, member }) => `${call} ${member}`)).toEqual(['1 fire', '2 chen']);
  });
});

describe('A cycle is an emergency', () => {
  const { intake } = teller();
  const registered = (cycle: number, urgency?: string) =>
    intake({ is: 'registered', number, cycle, ...(urgency === undefined ? {} : { urgency }) });

  test('by what intake said of this cycle last', () => {
    const heard = [
      registered(1, 'emergency'),
      registered(2, 'ordinary'),
      intake({ is: 'ended', cycle: 1 }),
      intake({ is: 'goes-on', cycle: 1 }),
    ];
    expect(isEmergencyIn(heard, 1)).toBe(true);
    expect(isEmergencyIn(heard, 2)).toBe(false);
    expect(isEmergencyIn([...heard, intake({ is: 'reclassified', cycle: 1, urgency: 'ordinary' })], 1)).toBe(
      false,
    );
  });

  test('by the last offer of this cycle where intake never said it', () => {
    const heard = [registered(1), ...told(offered(1, 'emergency'), taken(), offered(2), taken(2))];
    expect(isEmergencyIn(heard, 1)).toBe(true);
    expect(isEmergencyIn(heard, 2)).toBe(false);
    expect(isEmergencyIn([...heard, registered(2, 'emergency')], 2)).toBe(true);
    expect(isEmergencyIn([registered(1)], 1)).toBe(false);
  });
});
