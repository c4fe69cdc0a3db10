/** Who may look at an order, and who at what the resident said: what ties them to it; the table of rights says the rest. */
import { type Actor, hasTie, isNoticeFor, mayReach, type Right, type Tie } from '@mulin/kernel';
import { alsoAskedNow } from '../handling/emergency.js';
import { isAwaited } from '../handling/helpers.js';
import type { Notified } from './order-events.js';
import { areaOf, demandOf, hasOnlyPassed, inHand } from './order-questions.js';
import type { State } from './order-state.js';
import type { References } from './references.js';
import { notYourArea, notYours } from './refusals.js';

type Viewer = Pick<Actor, 'id' | 'role' | 'area'>;

/** Whether they were told of a deadline for where they answer themselves. */
const hearing = ({ told }: State, actor: Viewer, isMeant: (notice: Notified) => boolean): boolean =>
  told.some((it) => isNoticeFor(actor, it) && isMeant(it));

/** Whether nobody has taken it since that leg: what went on because a turn passed waits for the same answer still. */
const isStillUntaken = (state: State, leg: number): boolean => {
  const present = state.holder?.leg ?? 0;
  return state.status === 'offered' && hasOnlyPassed(state, leg, present);
};

/** Whether they were told that the deadline of this clock was missed. */
export const wasNotifiedLate = (state: State, actor: Viewer, clock: string): boolean =>
  hearing(state, actor, (it) => it.level === 'escalation' && it.clock === clock);

/** Whether a clock presses whoever has the order now: what is over gives nobody a right to act. */
const isRunning = (state: State, clock: string): boolean => {
  const { demand, turns, isForArbiter } = state;
  const [name, cycle, nth] = clock.split('/');
  if (cycle !== String(demand?.cycle)) return false;
  if (name === 'take') return isStillUntaken(state, Number(nth));
  if (name === 'arbitrate') return isForArbiter && nth === String(turns);
  return name === 'complete';
};

/** Whether it is in their hands, or was in whatever cycle. */
const hasHad = ({ holder, returnedBy, notTaken, handlers, formerHands }: State, id: string): boolean => {
  const passed = notTaken.map(({ member }) => member);
  return holder?.member === id || [...returnedBy, ...passed, ...handlers, ...formerHands].includes(id);
};

/** What ties somebody to an order as it stands now. */
export const tiesOf = (state: State, actor: Viewer): readonly Tie[] => {
  const { id } = actor;
  const { status, holder, handlers, helpers, isForArbiter, lacksClock } = state;
  const isHolder = holder?.member === id;
  const known: Readonly<Partial<Record<Tie, boolean>>> = {
    held: (isHolder && inHand(state) !== null) || alsoAskedNow(state, id) !== null,
    had: hasHad(state, id),
    helps: helpers.some((it) => it.member === id && isAwaited(it)),
    told: status !== 'over' && hearing(state, actor, () => true),
    'told-late': hearing(
      state,
      actor,
      ({ level, clock }) => level === 'escalation' && isRunning(state, clock),
    ),
    arbiter: isForArbiter || lacksClock,
    // Whoever handled it does not look themselves whether it is solved.
    'to-verify': status === 'finished' && !isHolder && !handlers.includes(id),
  };
  return (Object.keys(known) as Tie[]).filter((tie) => known[tie]); // the keys are those above
};

/**
 * What ties somebody to the order of whoever holds it, as it stands now: of an emergency others may take it, too, and
 * have it only then.
 */
export const tiesToAct = (state: State, actor: Viewer): readonly Tie[] =>
  tiesOf(state, actor).filter((tie) => tie !== 'held' || state.holder?.member === actor.id);

/** Refused where there is no order, and to whoever it does not concern. */
export const mustReach = (right: Right, state: State, actor: Actor): void => {
  demandOf(state);
  if (mayReach(right, actor, { area: areaOf(state), ties: tiesOf(state, actor) })) return;
  throw hasTie(right, actor.role, 'area') ? notYourArea() : notYours();
};

/** What the resident said, where it is, how to reach them. */
export const referencesFor = (state: State, actor: Actor): References => {
  mustReach('order.words', state, actor);
  return state.references;
};
