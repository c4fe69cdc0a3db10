/**
 * Who had an order, and from when until when: its legs, the time in which nobody had it, and who helped beside. In each
 * cycle the legs and the time nobody had it follow on each other without a gap, from its beginning to its end.
 */
import { type Instant, latest } from '@mulin/kernel';
import { type Helper, withHelper } from '../handling/helpers.js';
import type { Event, OfferBecause } from '../order/order-events.js';

/** From (inclusive) until (exclusive); `null`: it goes on. */
export type Span = Readonly<{ from: Instant; to: Instant | null }>;

/** What has ended a leg. `passed-on`: somebody else was asked, for what is on record of that. */
export const legEnds = [
  'returned',
  'handed-over',
  'passed-on',
  'left-to-arbiter',
  'finished',
  'over',
] as const;
type LegEnd = (typeof legEnds)[number];

/** One holder's custody of the order, from being asked until somebody else is, or it is finished. */
export type Leg = Span &
  Readonly<{
    leg: number;
    /** Who was asked; once somebody has taken it, who has. */
    holder: string;
    /** The unit it was handed to, where that is another one than the micro-grid. */
    unit: string | null;
    microGrid: string;
    /** Why it began; `null`: recorded before that was kept. */
    because: OfferBecause | null;
    takenAt: Instant | null;
    ended: LegEnd | null;
    /** While it lay with a verifier who refused the finish: that is the verifier's time. */
    pauses: readonly Span[];
  }>;

/**
 * Why nobody had it: the arbiter decided, a finish waited for its verifier, whoever asked was to be heard, the case was
 * merged into another one, or nobody was asked yet.
 */
export const unheldReasons = ['with-arbiter', 'to-verify', 'verified', 'merged', 'not-asked'] as const;
type Unheld = Span & Readonly<{ why: (typeof unheldReasons)[number] }>;

/** What is on record of one cycle. */
export type CycleLegs = Span &
  Readonly<{
    cycle: number;
    legs: readonly Leg[];
    unheld: readonly Unheld[];
    helpers: readonly Helper[];
  }>;

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

const withLast = <Item>(items: readonly Item[], change: (last: Item) => Item): readonly Item[] =>
  items.map((it, place) => (place === items.length - 1 ? change(it) : it));

const turnsOf = ({ from, takenAt, to, pauses }: Leg) => [from, takenAt, to, ...pauses.map((it) => it.to)];

/**
 * The last moment of it that is known, of helpers apart. Devices’ clocks and those of other services differ from ours:
 * nothing begins before it.
 */
const lastTurn = ({ from, to, legs, unheld }: CycleLegs): Instant => {
  const [leg, gap] = [legs.at(-1), unheld.at(-1)];
  return latest(from, to, ...(leg ? turnsOf(leg) : []), ...(gap ? [gap.from, gap.to] : []));
};

/** Ends the time in which nobody has it, where that goes on. What has no length was none. */
const gapClosed = (it: CycleLegs, to: Instant): CycleLegs => ({
  ...it,
  unheld: withLast(it.unheld, (gap) => (gap.to === null ? { ...gap, to } : gap)).filter(
    ({ from, to }) => from !== to,
  ),
});

/** Ends the leg or the time without one that goes on. */
const closed = (it: CycleLegs, to: Instant, because: LegEnd): CycleLegs => ({
  ...gapClosed(it, to),
  legs: withLast(it.legs, (leg) => (leg.to === null ? { ...leg, to, ended: leg.ended ?? because } : leg)),
});

const opened = (it: CycleLegs, from: Instant, why: Unheld['why']): CycleLegs => ({
  ...it,
  unheld: [...it.unheld, { why, from, to: null }],
});

/** Why the leg will have ended when somebody else is asked, who is named by the event that follows. */
const ending = (it: CycleLegs, ended: LegEnd): CycleLegs => ({
  ...it,
  legs: withLast(it.legs, (leg) => ({ ...leg, ended })),
});

const offered = (it: CycleLegs, offer: Of<'OrderOffered'>): CycleLegs => {
  const { leg, member, unit = null, microGrid, because = null, offeredAt } = offer;
  const from = latest(lastTurn(it), offeredAt);
  const who = { leg, holder: member, unit, microGrid, because };
  const before = closed(it, from, 'passed-on');
  const goesOn = { to: null, takenAt: null, ended: null, pauses: [] };
  return { ...before, legs: [...before.legs, { ...who, from, ...goesOn }] };
};

const left = (it: CycleLegs, { leftAt }: Of<'OrderLeftToArbiter'>): CycleLegs => {
  const from = latest(lastTurn(it), leftAt);
  return opened(closed(it, from, 'left-to-arbiter'), from, 'with-arbiter');
};

/** Of those who were asked together, the first has it, as what they serve as. */
const takenBy = (leg: Leg, { member, unit, takenAt }: Of<'OrderTaken'>): Leg => ({
  ...leg,
  ...(leg.holder === member ? {} : { holder: member, unit: unit ?? null }),
  takenAt: latest(leg.from, takenAt),
});

const taken = (it: CycleLegs, data: Of<'OrderTaken'>): CycleLegs => ({
  ...it,
  legs: it.legs.map((known) => (known.leg === data.leg ? takenBy(known, data) : known)),
});

const finished = (it: CycleLegs, { finishedAt }: Of<'OrderFinished'>): CycleLegs => {
  const at = latest(lastTurn(it), finishedAt);
  return opened(closed(it, at, 'finished'), at, 'to-verify');
};

/** The leg goes on as if it had not been finished; what was the verifier's time is a pause of it. */
const refused = (it: CycleLegs, { refusedAt }: Of<'FinishRefused'>): CycleLegs => {
  const to = latest(lastTurn(it), refusedAt);
  const goesOn = (leg: Leg): Leg => {
    const from = leg.to ?? to;
    return {
      ...leg,
      to: null,
      ended: null,
      pauses: from === to ? leg.pauses : [...leg.pauses, { from, to }],
    };
  };
  return {
    ...it,
    legs: withLast(it.legs, goesOn),
    unheld: it.unheld.slice(0, -1),
  };
};

const verified = (it: CycleLegs, { verifiedAt }: Of<'OrderVerified'>): CycleLegs => {
  const at = latest(lastTurn(it), verifiedAt);
  return opened(gapClosed(it, at), at, 'verified');
};

const ended = (it: CycleLegs, at: Instant): CycleLegs => {
  const to = latest(lastTurn(it), at);
  return it.to === null ? { ...closed(it, to, 'over'), to } : it;
};

/** It was over as a part of another case. */
const resumed = (it: CycleLegs, { resumedAt }: Of<'OrderResumed'>): CycleLegs => {
  if (it.to === null) return it;
  const back = latest(it.to, resumedAt);
  const merged = opened({ ...it, to: null }, it.to, 'merged');
  return opened(gapClosed(merged, back), back, 'not-asked');
};

/** What an event makes of the cycle that goes on. */
const within = (it: CycleLegs, event: Event): CycleLegs => {
  switch (event.type) {
    case 'OrderOffered':
      return offered(it, event.data);
    case 'OrderLeftToArbiter':
      return left(it, event.data);
    case 'OrderTaken':
      return taken(it, event.data);
    case 'OrderReturned':
      return ending(it, 'returned');
    case 'OrderHandedOver':
      return ending(it, 'handed-over');
    default:
      return whenDone(it, event);
  }
};

const whenDone = (it: CycleLegs, event: Event): CycleLegs => {
  switch (event.type) {
    case 'OrderFinished':
      return finished(it, event.data);
    case 'FinishRefused':
      return refused(it, event.data);
    case 'OrderVerified':
      return verified(it, event.data);
    case 'OrderOver':
      return ended(it, event.data.overAt);
    case 'OrderResumed':
      return resumed(it, event.data);
    case 'HelperCalled':
    case 'HelperJoined':
    case 'HelperFinished':
    case 'HelperReleased':
      return { ...it, helpers: withHelper(it.helpers, event) };
    default:
      return it;
  }
};

const begun = (cycle: number, from: Instant): CycleLegs =>
  opened({ cycle, from, to: null, legs: [], unheld: [], helpers: [] }, from, 'not-asked');

/** The first cycle begins when somebody is asked, or the arbiter; each other one with its reopening. */
const beginningOf = (event: Event): CycleLegs | null => {
  switch (event.type) {
    case 'OrderOffered':
      return begun(event.data.cycle, event.data.offeredAt);
    case 'OrderLeftToArbiter':
      return begun(event.data.cycle, event.data.leftAt);
    case 'OrderReopened':
      return begun(event.data.cycle, event.data.reopenedAt);
    default:
      return null;
  }
};

const after = (cycles: readonly CycleLegs[], event: Event): readonly CycleLegs[] => {
  const present = cycles.at(-1);
  if (present === undefined) {
    const first = beginningOf(event);
    return first === null ? [] : [within(first, event)];
  }
  if (event.type !== 'OrderReopened') return withLast(cycles, (it) => within(it, event));
  const before = ended(present, event.data.reopenedAt);
  const from = latest(before.to ?? before.from, event.data.reopenedAt);
  return [...cycles.slice(0, -1), before, begun(event.data.cycle, from)];
};

/**
 * The legs of an order, cycle by cycle, by all that is on record of it.
 *
 * @param events those of one order, oldest first.
 * @returns of each cycle its legs and the time nobody had it (none of length zero), each in order; of a case of the
 *   archive, none.
 */
export const legsOf = (events: readonly Event[]): readonly CycleLegs[] =>
  events.reduce<readonly CycleLegs[]>(after, []);
