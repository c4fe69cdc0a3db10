/** What a correction makes of an order: who is told of it, and who is asked instead. */
import { type Decision, type Instant, upTo } from '@mulin/kernel';
import {
  alarmedBy,
  type Asking,
  ask,
  isEmergency,
  landOf,
  type Duty,
  isSameRoute,
  leadsTo,
  nextLeg,
  nextTurn,
  sendTo,
  unitOf,
} from './order-asking.js';
import type { Correction, Demand, Event, Route, NotifiedHolder } from './order-events.js';
import { inHand } from './order-questions.js';
import type { State } from './order-state.js';
import type { References } from './references.js';

/** Of a cycle that has not begun yet, as far as is known here. */
const isAhead = ({ demand }: State, { cycle }: Correction): boolean =>
  demand !== null && cycle > demand.cycle;

/** What was corrected before it was reopened is in what was reopened. */
const isNews = (state: State, correction: Correction): boolean =>
  (state.demand === null || correction.cycle >= state.demand.cycle) && isLater(state, correction);

const isLater = ({ reclassified }: State, { reclassifiedAt, sequence = '' }: Correction): boolean =>
  reclassified === null ||
  reclassified.reclassifiedAt < reclassifiedAt ||
  (reclassified.reclassifiedAt === reclassifiedAt && reclassified.sequence < sequence);

/**
 * Told that what was noted was wrong. Only a new place or net leads elsewhere. Then an order that nobody has taken
 * goes where it belongs, but to nobody who has given it back; one that was taken, or decided for good, stays with its
 * holder, who is told, and the arbiter looks, until a correction leads back. The newest correction stands.
 *
 * `isPlaceErased`: whose land it is cannot be found any more, and stays as it was known.
 */
export const reclassify =
  (
    correction: Correction,
    duty: Duty,
    { isPlaceErased = false }: Readonly<{ isPlaceErased?: boolean }> = {},
  ): Decision<State, Event> =>
  (state, now) => {
    if (!isNews(state, correction)) return [];
    if (isAhead(state, correction)) return [{ type: 'OrderReclassified', data: correction }];
    const route = routeOf(state, correction, isPlaceErased);
    const data = { ...correction, route };
    const request = askAnew(state, data, duty, now);
    if (request !== null) return [{ type: 'OrderReclassified', data }, request];
    const told = toldHolder(state, route);
    return [{ type: 'OrderReclassified', data: told ? { ...data, told } : data }];
  };

/** Where it belongs by the correction. The borders of today change nothing about a place that is what it was. */
const routeOf = (
  { route, demand, references }: State,
  correction: Correction,
  isPlaceErased: boolean,
): Route => {
  const isSamePlace =
    correction.placeId !== undefined &&
    references.placeId === correction.placeId &&
    demand?.net === correction.net;
  return isPlaceErased || isSamePlace ? (route ?? correction.route) : correction.route;
};

/** Where it belongs by the correction; `null`: it lies with that arbiter already. */
const sendAnew = (
  state: State & { demand: Demand & References },
  correction: Correction,
  duty: Duty,
  now: Instant,
): Event | null => {
  const { cycle: _, route, reclassifiedAt: __, sequence: ___, ...terms } = correction;
  const { demand, returnedBy, left, status, holder } = state;
  const asking: Asking = {
    because: 'corrected',
    leg: nextLeg(state),
    turn: nextTurn(state),
    now,
    from: status === 'offered' ? holder?.member : undefined,
  };
  const sent = sendTo({ ...demand, ...terms }, route, asking, { duty, returnedBy });
  return sent.type === 'OrderLeftToArbiter' && sent.data.area === left?.area ? null : sent;
};

/** Who is asked by the correction, because it leads elsewhere or it is an emergency now; `null`: nobody anew. */
const askAnew = (state: State, data: Correction, duty: Duty, now: Instant): Event | null => {
  const { demand } = state;
  const mayMove = demand !== null && isOpen(state) && leadsAway(data.route, state);
  const sent = mayMove ? sendAnew({ ...state, demand }, data, duty, now) : null;
  const alarm = state.status === 'with-arbiter' ? alarmInstead : alarmAnew;
  return sent ?? alarm(state, data, duty, now);
};

const becomesEmergency = (demand: Demand, corrected: Correction): boolean =>
  !isEmergency(demand) && isEmergency(corrected);

/** What turns out to be an emergency where no grid member could be asked is offered to all who hear of one there. */
const alarmInstead = (state: State, data: Correction, duty: Duty, now: Instant): Event | null => {
  const { demand, left, route, returnedBy } = state;
  const { menuItem, net, urgency } = data;
  if (demand === null || route === null || left?.because !== 'nobody-on-duty') return null;
  if (!becomesEmergency(demand, data)) return null;
  const raised = { ...demand, menuItem, net, urgency };
  const asking: Asking = { because: 'corrected', leg: nextLeg(state), turn: nextTurn(state), now };
  const sent = sendTo(raised, route, asking, { duty, returnedBy });
  return sent.type === 'OrderOffered' ? sent : null;
};

/** What turns out to be an emergency while somebody is asked, all are asked; `null`: it does not, or there are none. */
const alarmAnew = (state: State, data: Correction, duty: Duty, now: Instant): Event | null => {
  const { demand, holder, status, returnedBy } = state;
  const { menuItem, net, urgency } = data;
  if (demand === null || holder === null || status !== 'offered') return null;
  if (isEmergency(demand) || holder.by !== null) return null;
  const asking: Asking = { because: 'corrected', leg: holder.leg + 1, turn: 0, now };
  const choice = { duty, returnedBy };
  const raised = { ...demand, menuItem, net, urgency };
  if (alarmedBy(raised, holder, choice, now).every(({ member }) => member === holder.member)) return null;
  return ask(raised, { ...landOf(holder), ...unitOf(holder), member: holder.member }, { asking, choice });
};

/** Whoever has it and keeps it; by a correction that leads elsewhere, until the arbiter has looked. */
const toldHolder = (state: State, route: Route): NotifiedHolder | undefined => {
  const holder = inHand(state);
  if (holder === null || state.demand === null) return undefined;
  const { leg, member, area } = holder;
  const told = { number: state.demand.number, leg, member, area: upTo('community', area) };
  if (leadsAway(route, state)) return isOpen(state) ? undefined : { ...told, turn: nextTurn(state) };
  const isAskedStill = state.isForArbiter && !leadsTo(route, holder.microGrid);
  return isAskedStill ? { ...told, turn: state.turns } : told;
};

/** What the arbiter has decided, or has been asked to decide after two returns, no correction takes away. */
const isOpen = ({ status, holder, left }: State): boolean =>
  status === 'with-arbiter'
    ? left?.because !== 'second-return'
    : status === 'offered' && holder?.final === false;

/** Whether it belongs elsewhere now than was known, and is not there. */
const leadsAway = (route: Route, { status, route: known, holder }: State): boolean => {
  if (known !== null && isSameRoute(known, route)) return false;
  return status === 'with-arbiter' || !leadsTo(route, holder?.microGrid);
};
