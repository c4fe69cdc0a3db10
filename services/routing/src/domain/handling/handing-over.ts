/** The holder of an order gives it to another unit: up, down or sideways by the levels of the town. */
import { type Actor, type Decision, levelOf, mayReach, upTo } from '@mulin/kernel';
import { officePrefix } from '../land/roster.js';
import { ask, type Duty, landOf, nextTurn } from '../order/order-asking.js';
import type { Direction, Event, HandOverReason } from '../order/order-events.js';
import { areaOf, demandOf, inHand, legOf } from '../order/order-questions.js';
import type { Holder, State } from '../order/order-state.js';
import { alreadyTheirs, decidedForGood } from '../order/refusals.js';
import { tiesToAct } from '../order/order-access.js';
import { nobodyInUnit } from './refusals.js';

const ranks = { 'micro-grid': 0, grid: 0, village: 1, community: 2, town: 3 } as const;
const officeRank = 3;

/** How far up a unit stands: a grid member, a village, a community, the town and its offices. */
const rankOf = (unit: string, town: string): number => {
  if (unit.startsWith(officePrefix)) return officeRank;
  const level = unit === town || unit.includes('/') ? levelOf(unit) : 'micro-grid';
  return level === null ? ranks['micro-grid'] : ranks[level];
};

/** Which way it goes, in a town of this path. */
export const directionOf = (from: string, to: string, town: string): Direction => {
  const steps = rankOf(to, town) - rankOf(from, town);
  if (steps === 0) return 'sideways';
  return steps > 0 ? 'up' : 'down';
};

/** The order of whoever has it; or of somebody else, for whoever was told that it is late. */
const handing = (state: State, by: Actor): Holder => {
  const holder = inHand(state);
  if (holder === null) {
    legOf(state, by.id);
    throw new Error('nobody has it in hand');
  }
  if (holder.member === by.id && holder.final) throw decidedForGood();
  if (!mayReach('order.hand-over', by, { area: areaOf(state), ties: tiesToAct(state, by) }))
    legOf(state, by.id);
  return holder;
};

/**
 * Who is on duty there is asked; nobody who has given it back already. What was decided for good its holder hands to
 * nobody.
 *
 * @throws `Rejection` `nobody-in-unit` where nobody can be asked there, and it stays where it is.
 */
export const handOver =
  (
    by: Actor,
    { to, reason }: Readonly<{ to: string; reason: HandOverReason }>,
    duty: Duty,
  ): Decision<State, Event> =>
  (state, now) => {
    const demand = demandOf(state);
    const holder = handing(state, by);
    const from = holder.unit ?? holder.microGrid;
    if (from === to) throw alreadyTheirs();
    const others = [...state.returnedBy, holder.member];
    const member = duty.allOnDuty(to, now).find((it) => !others.includes(it));
    if (member === undefined) throw nobodyInUnit();
    const leg = { cycle: demand.cycle, leg: holder.leg, member: holder.member };
    const direction = directionOf(from, to, upTo('town', holder.area));
    const answerer = { ...landOf(holder), ...(to === holder.microGrid ? {} : { unit: to }), member };
    return [
      { type: 'OrderHandedOver', data: { ...leg, to, direction, reason, handedOverAt: now } },
      ask(demand, answerer, {
        asking: {
          because: 'handed-over',
          leg: holder.leg + 1,
          turn: nextTurn(state),
          now,
          from: holder.member,
        },
        // An emergency is everybody's until it is taken; only who gives it away themselves has left it.
        choice: { duty, returnedBy: by.id === holder.member ? others : state.returnedBy },
      }),
    ];
  };
