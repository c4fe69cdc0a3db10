/** How an order goes on to somebody else without being given back: its holder can be asked no more, or was too slow. */
import { type Decision, hour, type Instant, plus } from '@mulin/kernel';
import {
  ask,
  askIn,
  type Asking,
  type Duty,
  landOf,
  leadsTo,
  nextLeg,
  nextTurn,
  sendTo,
} from '../order/order-asking.js';
import type { Answerer, Demand, Event, Land } from '../order/order-events.js';
import { dutyAreaOf, inHand } from '../order/order-questions.js';
import type { Holder, State } from '../order/order-state.js';

type Decides = Decision<State, Event>;

/** Somebody else of the unit that it was handed to; `null`: there is nobody, or it was handed to none. */
export const colleagueOf = (
  { unit, ...land }: Answerer,
  others: readonly string[],
  duty: Duty,
  now: Instant,
): Answerer | null => {
  if (unit === undefined) return null;
  const member = duty.allOnDuty(unit, now).find((it) => !others.includes(it));
  return member === undefined ? null : { ...landOf(land), unit, member };
};

/** To somebody who stands in; or where it belongs, if a correction has led it away while it was in these hands. */
export const passOn = (
  { demand, route, isForArbiter }: State & { demand: Demand },
  { microGrid, ...holder }: Land,
  asking: Asking,
  { duty, others }: Readonly<{ duty: Duty; others: readonly string[] }>,
): Event => {
  if (isForArbiter && route !== null && !leadsTo(route, microGrid))
    return sendTo(demand, route, { ...asking, final: false, by: null }, { duty, returnedBy: others });
  const standIn = duty.standIn(microGrid, others, asking.now);
  return askIn(demand, landOf({ microGrid, ...holder }), standIn, {
    asking,
    choice: { duty, returnedBy: others },
  });
};

/** In the unit it was handed to, or where their duty must reach. */
const absenceOf = (holder: Holder, duty: Duty, now: Instant) =>
  holder.unit === undefined
    ? duty.absence(holder.member, now, dutyAreaOf(holder))
    : duty.absenceFrom(holder.unit, holder.member, now);

/** Where the pack does not say: longer than a night or a day off, not longer than a leave. */
const usualAwayHours = 24;

type Absence = ReturnType<Duty['absence']>;

/**
 * Why what somebody has goes on to others; `null`: it stays theirs. What they have taken goes when they are away for at
 * least `awayHours` from now, by the rosters; what they were only offered goes at once.
 *
 * @param status how it stands: all but `offered` counts as taken.
 * @param absentAt why they can be asked no more at a moment.
 * @param awayHours as the pack says; default 24.
 */
export const whyItGoesOn = (
  status: State['status'],
  absentAt: (at: Instant) => Absence,
  now: Instant,
  awayHours = usualAwayHours,
): Absence => {
  const absence = absentAt(now);
  if (absence !== 'off-duty' || status === 'offered') return absence;
  return absentAt(plus(now, awayHours * hour)) === null ? null : absence;
};

/**
 * Whoever has it can be asked no more: what they were offered goes to whoever is on duty, and so does what they had
 * taken when their leave begins or they are gone; who stands in for them is named for that duty meanwhile. It does not
 * come back by itself.
 */
export const handOn =
  (duty: Duty): Decides =>
  (state, now) => {
    const holder = inHand(state);
    if (holder === null || state.demand === null) return [];
    const { member, final, by } = holder;
    const absence = whyItGoesOn(state.status, (at) => absenceOf(holder, duty, at), now, duty.awayHours);
    if (absence === null) return [];
    const asking: Asking = {
      because: absence === 'account-disabled' ? absence : 'off-duty',
      leg: nextLeg(state),
      turn: nextTurn(state),
      now,
      from: member,
      final,
      by,
    };
    const others = [...new Set([...state.returnedBy, member])];
    const colleague = colleagueOf(holder, others, duty, now);
    if (colleague !== null)
      return [ask(state.demand, colleague, { asking, choice: { duty, returnedBy: others } })];
    return [passOn({ ...state, demand: state.demand }, holder, asking, { duty, others })];
  };

/** Who is asked now by that leg, and has not let it pass yet; `null`: nobody. */
const whoseTurnIs = ({ demand, status, holder, notTaken }: State, cycle: number, leg: number) =>
  status === 'offered' &&
  demand?.cycle === cycle &&
  holder?.leg === leg &&
  !notTaken.some((it) => it.leg === leg)
    ? holder
    : null;

/** The turn of whoever was asked, and by when they had to take it. */
type Turn = Readonly<{ cycle: number; leg: number; dueAt: Instant }>;

/**
 * Told that whoever was asked has not taken it in time: that counts against them, and the next is asked who is on duty
 * in that micro-grid, else in its grid, and who has neither given it back nor let it pass. Where there is nobody, or
 * the arbiter has decided for good, it stays where it is, and the ladder tells those who lead. Heard late, twice or in
 * another order it changes nothing: only the turn of whoever is asked now can pass.
 */
export const passTurn =
  ({ cycle, leg, dueAt }: Turn, duty: Duty): Decides =>
  (state, now) => {
    const { demand } = state;
    const holder = whoseTurnIs(state, cycle, leg);
    if (demand === null || holder === null) return [];
    const { member } = holder;
    const missed: Event = { type: 'OrderNotTaken', data: { cycle, leg, member, dueAt } };
    const next = holder.final ? null : nextOf(state, holder, duty, now);
    if (next === null) return [missed];
    const asking: Asking = {
      because: 'not-taken',
      leg: nextLeg(state),
      turn: nextTurn(state),
      now,
      from: member,
    };
    // Whoever let an emergency pass is still asked beside the next.
    const others = { duty, returnedBy: state.returnedBy };
    return [missed, ask(demand, next, { asking, choice: others })];
  };

/** Who is on duty in the unit it was handed to, in the micro-grid, or in its grid; not those who had their turn. */
const nextOf = (state: State, holder: Holder, duty: Duty, now: Instant): Answerer | null => {
  const { takenFrom, member: present } = holder;
  const passed = state.notTaken.map(({ member }) => member);
  const others = [...state.returnedBy, ...passed, present, ...(takenFrom === null ? [] : [takenFrom])];
  if (holder.unit !== undefined) return colleagueOf(holder, others, duty, now);
  const member = duty.standIn(holder.microGrid, others, now);
  return member === null ? null : { ...landOf(holder), member };
};
