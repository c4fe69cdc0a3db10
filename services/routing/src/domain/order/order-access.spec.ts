/** Who may look at what by having been told of it: for where they were told, while it lies there. */
import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, hour, instant, mayReach, plus, type Role } from '@mulin/kernel';
import * as Order from './order.js';
import { mustReach, tiesOf } from './order-access.js';

const start = instant('2026-05-01T01:00:00Z');
const demand = { number: 'mu-2026-1', cycle: 1, menuItem: 'lamp', net: 'life', urgency: 'ordinary' } as const;
const east = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };
const west = { microGrid: 'k1', area: 'mu/c2/v9/g9/k1', member: 'wu-fang' };

const as = (role: Role, area: string): Actor => ({ id: `${role}@${area}`, role, area: area as Area });
const readers = {
  leader: as('grid-leader', 'mu/c1/v1/g1'),
  secretary: as('community-secretary', 'mu/c1'),
  western: as('community-secretary', 'mu/c2'),
  town: as('town-leader', 'mu'),
};

const offered = (to: Order.Answerer, leg = 1): Order.Event => ({
  type: 'OrderOffered',
  data: { ...demand, ...to, leg, final: false, by: null, because: 'registered', offeredAt: start },
});
type Lateness = Parameters<typeof Order.noteLateness>[0];
const lateness = (to: string, area: string | null, level: Order.NoticeLevel = 'escalation'): Lateness => ({
  cycle: 1,
  clock: 'complete/1',
  to,
  level,
  area,
  toldAt: plus(start, hour),
});
const told = (...args: Parameters<typeof lateness>): Order.Event => ({
  type: 'LatenessTold',
  data: lateness(...args),
});

const stateOf = (...events: readonly Order.Event[]) =>
  events.reduce<Order.State>(Order.decider.evolve, Order.decider.initial);
const area = ({ holder }: Order.State) => holder?.area ?? null;
const whoReads = (...events: readonly Order.Event[]) => {
  const state = stateOf(...events);
  const isOpen = (actor: Actor) =>
    mayReach('order.words', actor, { area: area(state), ties: tiesOf(state, actor) });
  return Object.entries(readers)
    .filter(([, actor]) => isOpen(actor))
    .map(([name]) => name);
};

describe('Whoever was told of a deadline', () => {
  test('reads the words while the order lies where they were told of it', () => {
    expect(whoReads(offered(east), told('community-secretary', east.area))).toEqual(['secretary']);
    expect(whoReads(offered(east), told('grid-leader', east.area, 'warning'))).toEqual(['leader']);
    expect(whoReads(offered(east), told('town-leader', east.area), offered(west, 2))).toEqual(['town']);
  });

  test('has told nobody of where the order goes: they read it when they are told themselves', () => {
    const before = [offered(east), told('community-secretary', east.area), offered(west, 2)];
    expect(whoReads(...before)).toEqual([]);
    const after = [...before, told('community-secretary', west.area)];
    expect(whoReads(...after)).toEqual(['western']);
    expect(whoReads(...after, offered(east, 3))).toEqual(['secretary']);
  });

  test('before anybody knew where it lies was told for where it lies first', () => {
    expect(whoReads(told('community-secretary', null), offered(east))).toEqual(['secretary']);
    expect(whoReads(told('community-secretary', null), offered(east), offered(west, 2))).toEqual([]);
  });

  test('by a program that named no place was told for where it lies then', () => {
    const { area: _, ...data } = lateness('community-secretary', null);
    const former: Order.Event = { type: 'LatenessTold', data };
    expect(whoReads(offered(east), former)).toEqual(['secretary']);
    expect(whoReads(offered(east), former, offered(west, 2))).toEqual([]);
  });

  test('is not told again of the same for the same place, and is for another one', () => {
    const state = stateOf(offered(east), told('community-secretary', east.area));
    const again = (where: string | null, level: Order.NoticeLevel = 'escalation') =>
      Order.noteLateness(lateness('community-secretary', where, level))(state, start).length;
    expect([again(east.area), again(null), again(east.area, 'warning')]).toEqual([0, 0, 0]);
    expect(again(west.area)).toBe(1);
  });

  test('is refused by name when it does not concern them', () => {
    const state = stateOf(offered(east), told('community-secretary', east.area));
    expect(() => mustReach('order.words', state, readers.secretary)).not.toThrow();
    expect(() => mustReach('order.words', state, readers.leader)).toThrow(
      expect.objectContaining({ code: 'not-your-order' }),
    );
  });
});

describe('A lateness presses whoever may act', () => {
  const pressed = (clock: string, ...events: readonly Order.Event[]) => {
    const heard: Order.Event = { type: 'LatenessTold', data: { ...lateness('town-leader', 'mu'), clock } };
    return tiesOf(stateOf(...events, heard), readers.town).includes('told-late');
  };
  const left = (turn: number): Order.Event => ({
    type: 'OrderLeftToArbiter',
    data: { ...demand, because: 'nobodys-land', area: 'mu/c1', turn, leg: 0, leftAt: start },
  });
  const missed: Order.Event = {
    type: 'OrderNotTaken',
    data: { cycle: 1, leg: 1, member: east.member, dueAt: plus(start, hour) },
  };

  test('of the work as long as that cycle goes on', () => {
    const reopened: Order.Event = {
      type: 'OrderReopened',
      data: { number: demand.number, cycle: 2, because: 'asked-again', reopenedAt: plus(start, hour) },
    };
    const again: Order.Event = {
      type: 'OrderOffered',
      data: { ...offered(east).data, cycle: 2 },
    } as Order.Event;
    expect(pressed('complete/1', offered(east))).toBe(true);
    expect(pressed('complete/1', offered(east), reopened, again)).toBe(false);
    expect(pressed('complete/2', offered(east))).toBe(false);
    expect(pressed('complete/1')).toBe(false);
  });

  test('of a turn of the arbiter while that turn goes on', () => {
    expect(pressed('arbitrate/1/1', left(1))).toBe(true);
    expect(pressed('arbitrate/1/1', left(1), offered(east))).toBe(false);
    expect(pressed('arbitrate/1/1', left(1), offered(east), left(2))).toBe(false);
    expect(pressed('arbitrate/1/2', left(1), offered(east), left(2))).toBe(true);
  });

  test('of a take while nobody has taken it, though it has gone on because that turn passed', () => {
    expect(pressed('take/1/1', offered(east))).toBe(true);
    expect(pressed('take/1/1', offered(east), missed, offered(west, 2))).toBe(true);
    expect(pressed('take/1/1', offered(east), offered(west, 2))).toBe(false);
    expect(pressed('take/1/2', offered(east))).toBe(false);
    expect(pressed('take/1/1', left(1))).toBe(false);
  });

  test('of nothing else', () => {
    expect(pressed('contact/1', offered(east))).toBe(false);
  });
});

test('Whoever was told of it knows nothing of it any more once the case is over', () => {
  const over: Order.Event = { type: 'OrderOver', data: { cycle: 1, because: 'closed', overAt: start } };
  expect(whoReads(offered(east), told('grid-leader', east.area, 'warning'), over)).toEqual([]);
});

test('What was told for another place than that where the order lies is nothing for those here', () => {
  expect(whoReads(offered(west), told('community-secretary', east.area))).toEqual([]);
});

test('An office holds an order like a grid member; whoever verifies it is somebody else', () => {
  const office = as('office-member', 'mu');
  const own = { ...east, member: office.id };
  const reads = (actor: Actor, ...events: readonly Order.Event[]) => {
    const state = stateOf(...events);
    return (['order.words', 'order.finish', 'order.read'] as const).filter((right) =>
      mayReach(right, actor, { area: area(state), ties: tiesOf(state, actor) }),
    );
  };
  expect(reads(office, offered(own))).toEqual(['order.words', 'order.finish', 'order.read']);
  expect(reads(office, offered(own), offered(west, 2))).toEqual([]);

  const leg = { cycle: 1, leg: 1, member: office.id, microGrid: 'm1' };
  const finished: Order.Event = {
    type: 'OrderFinished',
    data: { ...leg, result: 'solved', finishedAt: plus(start, hour) },
  };
  const verifier = as('verifier', 'mu/c1');
  expect(reads(verifier, offered(own))).toEqual(['order.read']);
  expect(reads(verifier, offered(own), finished)).toEqual(['order.words', 'order.read']);
  expect(reads(as('verifier', 'mu/c2'), offered(own), finished)).toEqual([]);
  expect(reads({ ...verifier, id: office.id }, offered(own), finished)).toEqual(['order.read']);
});
