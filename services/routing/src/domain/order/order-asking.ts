/** How an order comes into somebody's hands, or before the arbiter. */
import { type Instant, upTo } from '@mulin/kernel';
import type {
  Answerer,
  AskedMember,
  Demand,
  Event,
  Land,
  LeftBecause,
  OfferBecause,
  Route,
} from './order-events.js';
import type { State } from './order-state.js';
import type { References } from './references.js';

/** Who is there to be asked. Pure: the rosters of every moment are in it. */
export type Duty = Readonly<{
  /**
   * For how many hours from now somebody must be away by the rosters for what they have taken to go on to others; absent:
   * 24. A night or a day off takes nothing out of anybody's hands; a leave does.
   */
  awayHours?: number;
  /** The first who is on duty in this micro-grid at that moment; `null`: nobody is. */
  onDuty: (microGrid: string, at: Instant) => string | null;
  /** All who are on duty in it, or in an area or an office by its id, who is asked first first. */
  allOnDuty: (microGrid: string, at: Instant) => readonly string[];
  /**
   * All who are at work then and hear of an emergency there: the members of the micro-grid, of its grid and of the areas
   * around, then whoever leads that grid and that community.
   */
  alarmed: (microGrid: string, at: Instant) => readonly AskedMember[];
  /** Why somebody can be asked no more in a unit: a micro-grid, an area or an office. */
  absenceFrom: (unit: string, member: string, at: Instant) => 'off-duty' | 'gone' | 'account-disabled' | null;
  /** The same, or on duty elsewhere in its grid, and none of these. */
  standIn: (microGrid: string, instead: readonly string[], at: Instant) => string | null;
  /**
   * Why somebody can be asked no more: their duty in this area has ended for now, or for good, or their account is
   * disabled.
   */
  absence: (member: string, at: Instant, within: string) => 'off-duty' | 'gone' | 'account-disabled' | null;
}>;

export type Asking = Readonly<{
  because: OfferBecause;
  leg: number;
  turn: number;
  now: Instant;
  from?: string | undefined;
  final?: boolean;
  by?: string | null;
  alsoAsked?: readonly AskedMember[];
}>;

export const offerTo = (demand: Demand & References, to: Answerer, asking: Asking): Event => {
  const { because, leg, now, from, final = false, by = null, alsoAsked = [] } = asking;
  const others = alsoAsked.length === 0 ? {} : { alsoAsked };
  const before = from === undefined || from === to.member ? {} : { from };
  return {
    type: 'OrderOffered',
    data: { ...demand, ...to, leg, final, by, because, ...before, ...others, offeredAt: now },
  };
};

export const leave = (
  demand: Demand & References,
  to: Readonly<{ because: LeftBecause; area: string; land?: Land }>,
  { turn, leg, now }: Asking,
): Event => ({ type: 'OrderLeftToArbiter', data: { ...demand, ...to, turn, leg: leg - 1, leftAt: now } });

/** Who can be asked, and who has given it back and is not asked again. */
type Choice = Readonly<{ duty: Duty; returnedBy: readonly string[] }>;

export const isEmergency = ({ urgency }: Pick<Demand, 'urgency'>): boolean => urgency === 'emergency';

/** All who hear of an emergency there and have not given it back; nobody, of anything else. */
export const alarmedBy = (
  demand: Demand,
  { microGrid }: Land,
  { duty, returnedBy }: Choice,
  now: Instant,
): readonly AskedMember[] =>
  isEmergency(demand)
    ? duty.alarmed(microGrid, now).filter(({ member }) => !returnedBy.includes(member))
    : [];

/**
 * To this answerer, and an emergency to all who are at work there, too, unless somebody has decided who answers.
 */
export const ask = (
  demand: Demand & References,
  to: Answerer,
  { asking, choice }: Readonly<{ asking: Asking; choice: Choice }>,
): Event => {
  const isNamed = asking.by !== undefined && asking.by !== null;
  const alarmed = isNamed ? [] : alarmedBy(demand, to, choice, asking.now);
  const alsoAsked = alarmed.filter(({ member }) => member !== to.member);
  return offerTo(demand, to, { ...asking, alsoAsked });
};

/**
 * The same of this person there; of an emergency for which there is none, of the first of the others. Where there is
 * nobody, the arbiter of that community decides.
 */
export const askIn = (
  demand: Demand & References,
  land: Land,
  member: string | null,
  { asking, choice }: Readonly<{ asking: Asking; choice: Choice }>,
): Event => {
  const first = member === null ? alarmedBy(demand, land, choice, asking.now)[0] : { member };
  if (first === undefined)
    return leave(demand, { because: 'nobody-on-duty', area: upTo('community', land.area), land }, asking);
  return ask(demand, { ...land, ...first }, { asking, choice });
};

/** Whoever is on duty now, and has not given it back. */
export const sendTo = (demand: Demand & References, route: Route, asking: Asking, choice: Choice): Event => {
  const { duty, returnedBy } = choice;
  if (!('land' in route)) return leave(demand, route, asking);
  const { microGrid } = route.land;
  const first = duty.onDuty(microGrid, asking.now);
  const member =
    first !== null && returnedBy.includes(first) ? duty.standIn(microGrid, returnedBy, asking.now) : first;
  return askIn(demand, route.land, member, { asking, choice });
};

/** Whether two routes lead to the same micro-grid, or to the same arbiter. */
export const isSameRoute = (one: Route, other: Route): boolean =>
  'land' in one
    ? 'land' in other && one.land.microGrid === other.land.microGrid
    : !('land' in other) && one.area === other.area;

/** Whether a route leads into this micro-grid. */
export const leadsTo = (route: Route | null, microGrid: string | undefined): boolean =>
  route !== null && 'land' in route && route.land.microGrid === microGrid;

export const nextLeg = ({ holder }: State): number => (holder?.leg ?? 0) + 1;
export const nextTurn = ({ turns }: State): number => turns + 1;

/** The unit whose roster names somebody, where that is another one than the micro-grid's. */
export const unitOf = ({ unit }: Answerer): Pick<Answerer, 'unit'> => (unit === undefined ? {} : { unit });

/** The land that somebody answers for. */
export const landOf = ({ microGrid, area, gridNet }: Land): Land => ({
  microGrid,
  area,
  ...(gridNet === undefined ? {} : { gridNet }),
});
