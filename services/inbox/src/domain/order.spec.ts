/** The order of a cycle as routing told of it, and whether that cycle is an emergency. */
import { describe, expect, test } from '@jest/globals';
import { area, number, teller } from './a-matter.testing.js';
import { answerDue, type Deadlines } from './deadlines.js';
import type { CaseNews, OfRouting } from './observed-events.js';
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
const told = (...said: readonly OfRouting[]): readonly CaseNews[] => {
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
    const over = (isUnitEmpty?: true): OfRouting => ({
      is: 'helper-over',
      cycle: 1,
      call: 1,
      ...(isUnitEmpty === undefined ? {} : { isUnitEmpty }),
    });
    const unhelped = (...said: readonly OfRouting[]) => orderOf(told(called(1, 'fire'), ...said), 1).unhelped;
    expect(unhelped(over())).toEqual([]);
    expect(unhelped(over(true))).toEqual([{ call: 1, since: '2026-03-02T01:00:00.000Z' }]);
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

describe('What was told has to be acknowledged', () => {
  const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const clock = (hour: number | null, isOpen = true) => {
    return { dueAt: hour === null ? null : at(hour), isOpen, since: at(0) };
  };
  const dueBy = (...clocks: readonly (readonly [string, ReturnType<typeof clock>])[]) =>
    answerDue({ clocks: new Map(clocks), missing: [], told: [] } as unknown as Deadlines, at(5));

  test('by the first such clock that could still be met then', () => {
    const [late, first] = [
      ['acknowledge/1/complete', clock(9)],
      ['acknowledge/1/take-1', clock(7)],
    ] as const;
    expect(dueBy(late, first)).toBe(at(7));
    expect(dueBy(['acknowledge/1/take-1', clock(5)], late)).toBe(at(5));
    expect(dueBy(['acknowledge/1/take-1', clock(4)], late)).toBe(at(9));
  });

  test('by no moment where no such clock runs', () => {
    expect(dueBy()).toBeNull();
    expect(dueBy(['acknowledge/1/take-1', clock(7, false)], ['complete/1', clock(7)])).toBeNull();
    expect(dueBy(['acknowledge/1/take-1', clock(null)])).toBeNull();
  });
});
