/** Units are called in beside the holder of an order (吹哨报到), who stays responsible and does not finish before them. */
import { type Actor, type Decision, type Instant, latest, mayReach } from '@mulin/kernel';
import type { Duty } from '../order/order-asking.js';
import type { Event, ReleaseReason } from '../order/order-events.js';
import { areaOf, demandOf, inHand, legOf } from '../order/order-questions.js';
import type { State } from '../order/order-state.js';
import { notTaken, notYours } from '../order/refusals.js';
import { tiesOf, tiesToAct, wasNotifiedLate } from '../order/order-access.js';
import { type Claimed, timeOf } from './device-time.js';
import { type Helper, type HelperEvent, isAwaited, withHelper } from './helpers.js';
import { whyItGoesOn } from './passing.js';
import {
  alreadyCalled,
  helperHasCome,
  helperOver,
  mayNotOverrule,
  nobodyInUnit,
  noSuchCall,
  notCalled,
  notJoined,
} from './refusals.js';

type Decides = Decision<State, Event>;

/** Who has it and has taken it calls in others; so does whoever may give it to somebody else. */
const refuseCaller = (state: State, by: Actor): void => {
  const holder = inHand(state);
  const isHolder = holder?.member === by.id;
  if (holder === null || isHolder) legOf(state, by.id);
  if (isHolder && holder.takenAt === null) throw notTaken();
  if (!mayReach('order.call-in', by, { area: areaOf(state), ties: tiesToAct(state, by) })) throw notYours();
};

/**
 * Somebody of a unit is asked to come and help: the first on duty there who has not a part in it already.
 *
 * @param call.wordsId what they are asked to do, in the vault.
 * @throws `Rejection` `nobody-in-unit` where nobody can be asked there, `already-called` while the order waits for
 *   somebody of that unit.
 */
export const callIn =
  (
    by: Actor,
    { unit, wordsId }: Readonly<{ unit: string; wordsId?: string | undefined }>,
    duty: Duty,
  ): Decides =>
  (state, now) => {
    const { number, cycle } = demandOf(state);
    refuseCaller(state, by);
    const { helpers, holder } = state;
    const awaited = helpers.filter(isAwaited);
    if (awaited.some((it) => it.unit === unit)) throw alreadyCalled();
    const busy = [holder?.member, ...awaited.map((it) => it.member)];
    const member = duty.allOnDuty(unit, now).find((it) => !busy.includes(it));
    if (member === undefined) throw nobodyInUnit();
    const call = { cycle, call: helpers.length + 1, member, number, by: by.id, unit, area: areaOf(state) };
    const task = wordsId === undefined ? {} : { wordsId };
    return [{ type: 'HelperCalled', data: { ...call, ...task, calledAt: now } }];
  };

const callOf = ({ helpers }: State, number: number): Helper => {
  const helper = helpers.find(({ call }) => call === number);
  if (helper === undefined) throw noSuchCall();
  return helper;
};

type Answering = Readonly<{ by: string; duty: Duty; now: Instant }>;

/** Whoever was asked, or is on duty in that unit; but nobody helps themselves. */
const mayHelp = ({ holder }: State, { member, unit }: Helper, { by, duty, now }: Answering): boolean =>
  member === by || (holder?.member !== by && duty.allOnDuty(unit, now).includes(by));

/** The call that they answer; refused to everybody else. */
const answering = (state: State, number: number, who: Answering) => {
  const { cycle } = demandOf(state);
  const helper = callOf(state, number);
  if (!mayHelp(state, helper, who)) throw notCalled();
  return { helper, data: { cycle, call: number, member: who.by } };
};

/** Somebody of the unit that was called in has come, whoever of them was asked. */
export const join =
  (by: string, call: number, duty: Duty, claimed: Claimed = {}): Decides =>
  (state, now) => {
    const { helper, data } = answering(state, call, { by, duty, now });
    if (helper.joinedAt !== null && helper.member === by) return [];
    if (!isAwaited(helper)) throw helperOver();
    if (helper.joinedAt !== null) throw helperHasCome();
    const { at, ...timed } = timeOf(claimed, now, helper.calledAt);
    return [{ type: 'HelperJoined', data: { ...data, joinedAt: at, ...timed } }];
  };

/** Somebody of the unit that was called in says that its part is done. */
export const finishHelp =
  (by: string, call: number, duty: Duty, claimed: Claimed = {}): Decides =>
  (state, now) => {
    const { helper, data } = answering(state, call, { by, duty, now });
    if (helper.end === 'finished' && helper.member === by) return [];
    if (!isAwaited(helper)) throw helperOver();
    if (helper.joinedAt === null) throw notJoined();
    const { at, ...timed } = timeOf(claimed, now, helper.joinedAt);
    return [{ type: 'HelperFinished', data: { ...data, finishedAt: at, ...timed } }];
  };

/** Who may give the order to somebody else decides about its helpers, too; and whoever heard that this one is late. */
const mayDecide = (state: State, by: Actor, { call }: Helper): boolean => {
  const isLate = wasNotifiedLate(state, by, `help/${demandOf(state).cycle}/${call}`);
  const ties = [...tiesOf(state, by), ...(isLate ? (['told-late'] as const) : [])];
  return mayReach('order.arbitrate', by, { area: areaOf(state), ties });
};

type Because = 'overruled' | 'not-needed';

/** Refused to whoever neither holds nor decides; and only who decides overrules. */
const refuseReleaser = (state: State, by: Actor, helper: Helper, because: Because): void => {
  if (mayDecide(state, by, helper)) return;
  if (inHand(state)?.member !== by.id) throw notYours();
  if (because === 'overruled') throw mayNotOverrule();
};

/**
 * Nobody waits for them any more. The holder releases who has not come yet (`not-needed`); only who may decide about
 * the order overrules who has.
 */
export const release =
  (by: Actor, call: number, because: Because): Decides =>
  (state, now) => {
    const { cycle } = demandOf(state);
    const helper = callOf(state, call);
    refuseReleaser(state, by, helper, because);
    if (helper.end === because) return [];
    if (!isAwaited(helper)) throw helperOver();
    if (because === 'not-needed' && helper.joinedAt !== null) throw helperHasCome();
    return [released(cycle, helper, because, now)];
  };

const released = (
  cycle: number,
  { call, member, calledAt, joinedAt }: Helper,
  because: ReleaseReason,
  at: Instant,
): HelperEvent => {
  // Whoever came by the clock of a device that is ahead came later than now.
  const releasedAt = latest(at, joinedAt ?? calledAt);
  return { type: 'HelperReleased', data: { cycle, call, member, because, releasedAt } };
};

/** Once the case is over, or another cycle begins, nobody waits for anybody who was called in before. */
export const releaseAll = ({ helpers, demand }: State, at: Instant): readonly Event[] =>
  demand === null ? [] : helpers.filter(isAwaited).map((it) => released(demand.cycle, it, 'case-over', at));

type Called = Pick<Helper, 'unit' | 'member' | 'joinedAt'>;

const absenceOf = ({ unit, member, joinedAt }: Called, duty: Duty, now: Instant) =>
  whyItGoesOn(
    joinedAt === null ? 'offered' : 'taken',
    (at) => duty.absenceFrom(unit, member, at),
    now,
    duty.awayHours,
  );

/** They will be there again soon by the rosters: where nobody else is asked, they are waited for. */
const isBackSoon = (helper: Called, duty: Duty, now: Instant): boolean =>
  absenceOf({ ...helper, joinedAt: now }, duty, now) === null;

/** Whether a helper can be asked no more, and either somebody else could be or nobody is to be waited for. */
export const isToReplace = (helper: Called, duty: Duty, now: Instant): boolean =>
  absenceOf(helper, duty, now) !== null &&
  (duty.allOnDuty(helper.unit, now).length > 0 || !isBackSoon(helper, duty, now));

/** Instead of one helper: somebody of their unit who is on duty, by another call in the name of the same caller. */
const replaced = (
  state: State,
  helper: Helper,
  { duty, now }: Omit<Answering, 'by'>,
): readonly HelperEvent[] => {
  const absence = absenceOf(helper, duty, now);
  if (absence === null) return [];
  const { number, cycle } = demandOf(state);
  const { unit, by } = helper;
  const busy = [state.holder?.member, ...state.helpers.filter(isAwaited).map((it) => it.member)];
  const member = duty.allOnDuty(unit, now).find((it) => !busy.includes(it));
  if (member === undefined)
    return isBackSoon(helper, duty, now) ? [] : [released(cycle, helper, 'nobody-on-duty', now)];
  const because = absence === 'account-disabled' ? absence : 'off-duty';
  const call = state.helpers.length + 1;
  // Whose shifts follow each other is not waited for anew with each of them.
  const since = helper.joinedAt === null ? { since: helper.since } : {};
  const data = { cycle, call, member, number, by, unit, area: areaOf(state), calledAt: now, ...since };
  return [released(cycle, helper, because, now), { type: 'HelperCalled', data }];
};

/**
 * Whoever was called in can be asked no more: before they have come when their duty ends, and also afterwards when their
 * leave begins or they are gone. Somebody else on duty in that unit is called in their place, with a leg of their own; the unit
 * is waited for since it was first called, while nobody has come. Where nobody is, whoever is back within `awayHours` is waited for; else nobody is any more
 * (`nobody-on-duty`), which the holder is told.
 */
export const replaceHelpers =
  (duty: Duty): Decides =>
  (state, now) =>
    inHand(state) === null
      ? []
      : state.helpers.filter(isAwaited).reduce<readonly HelperEvent[]>((events, helper) => {
          const helpers = events.reduce(withHelper, state.helpers);
          return [...events, ...replaced({ ...state, helpers }, helper, { duty, now })];
        }, []);
