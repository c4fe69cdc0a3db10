/** Who hears in place of whom: the ladder names roles, and not every role has somebody everywhere. */
import { type Instant, plus } from '@mulin/kernel';
import type { End } from './clock-events.js';
import type { State } from './clock-state.js';
import type { Cycle } from './cycle.js';
import { arbiter, desk, isSamePeople, rolesUpwards } from './roles.js';
import { acceptClock, nameOf, ordinalOf } from './terms.js';

/**
 * Whether somebody holds this role for an area at a moment. Pure: the rosters of every moment are in it. An area of
 * `null` is one that nobody knows (yet).
 */
export type IsHeld = (role: string, area: string | null, at: Instant) => boolean;

/** Where a case lies, and who has it there: the desk until anybody was asked, a grid, or the arbiter of an area. */
export type Lying = Readonly<{ area: string | null; with: 'desk' | 'grid' | 'arbiter' }>;

type Place = Readonly<{ at: Instant; leg: number; area: string | undefined; with: 'grid' | 'arbiter' }>;

/** In their order; of one moment, each turn of the arbiter stands after the last leg before it. */
const placesOf = ({ legs, left }: Cycle): readonly Place[] =>
  [
    ...Object.entries(legs).map(([leg, { offeredAt, area }]): Place => {
      return { at: offeredAt, leg: Number(leg), area, with: 'grid' };
    }),
    ...left
      .filter(({ isKept }) => !isKept)
      .map(({ at, area, leg = Infinity }): Place => ({ at, leg: leg + 0.5, area, with: 'arbiter' })),
  ].sort((a, b) => (a.at === b.at ? a.leg - b.leg : a.at < b.at ? -1 : 1));

/** By the latest word that came in time; its area before every word: as the first one said. */
const lyingBy = (cycle: Cycle, before: Lying['with'], isInTime: (at: Instant) => boolean): Lying => {
  const places = placesOf(cycle);
  const known = places.filter(({ at }) => isInTime(at));
  const area = known.findLast((it) => it.area !== undefined)?.area ?? places[0]?.area ?? null;
  return { area, with: known.at(-1)?.with ?? before };
};

/** Who has it before every word. That somebody was asked was once put on record without saying who. */
const firstHands = ({ ends }: State, number: number): Lying['with'] =>
  ends[acceptClock(number)] === undefined ? 'desk' : 'grid';

/** What was left to an arbiter, or is asked of one, lies in the area that was named to them. */
const lyingOfTurn = ({ left }: Cycle, turn: number): Lying => {
  const own = left.find((it) => it.turn === turn);
  return { area: own?.area ?? null, with: own?.isKept === false ? 'arbiter' : 'grid' };
};

/**
 * Where a case lies as far as a clock of it is concerned: an offer is owed where it was made, a decision where it was
 * asked for, and everything else where the case lies now, or where it lay when the clock ended. `until`: as it was
 * by then.
 */
export const lyingOf = (
  state: State,
  { clock, cycle: number }: Readonly<{ clock: string; cycle: number }>,
  end: End | null,
  until?: Instant,
): Lying => {
  const cycle = state.cycles[number];
  if (cycle === undefined) return { area: null, with: 'desk' };
  switch (nameOf(clock)) {
    case 'take':
      return { area: cycle.legs[ordinalOf(clock)]?.area ?? null, with: 'grid' };
    case 'arbitrate':
      return lyingOfTurn(cycle, ordinalOf(clock));
    default:
      return lyingBy(
        cycle,
        firstHands(state, number),
        (at) => (end === null || at < end.endedAt) && (until === undefined || at <= until),
      );
  }
};

const ofTheGrid: readonly string[] = ['grid-member', 'grid-leader', 'village-committee'];

/** To accept is the desk's, as is all before anybody was asked; what lies with the arbiter is theirs. */
const concerned = (clock: string, addressee: string, lying: Lying): string => {
  const isToAccept = nameOf(clock) === 'accept';
  const isOurs = ofTheGrid.includes(addressee) || (isToAccept && addressee === desk);
  if (!isOurs) return addressee;
  if (lying.with === 'arbiter') return arbiter;
  return isToAccept || lying.with === 'desk' ? desk : addressee;
};

/** For which addressees others have to hear since the case came into other hands, after a moment and before the end. */
export const hasMovedAfter = (
  state: State,
  { clock, cycle: number }: Readonly<{ clock: string; cycle: number }>,
  end: End | null,
  moment: Instant,
): ((addressee: string) => boolean) => {
  const cycle = state.cycles[number];
  const moves = cycle === undefined || /^(take|arbitrate)/.test(clock) ? [] : placesOf(cycle);
  const late = moves.filter(({ at }) => at > moment);
  const [first] = late;
  if (first === undefined) return () => false;
  const lyings = [plus(first.at, -1), ...late.map(({ at }) => at)].map((at) =>
    lyingOf(state, { clock, cycle: number }, end, at),
  );
  return (addressee) =>
    lyings.slice(1).some((lying, place) => {
      const before = lyings[place] ?? lying;
      const [role, formerRole] = [concerned(clock, addressee, lying), concerned(clock, addressee, before)];
      return role !== formerRole || !isSamePeople(role, before.area, lying.area);
    });
};

/**
 * Who is told for an addressee of the ladder: whoever the clock concerns, or where nobody holds that role there at
 * the moment, the next above who does. Where nobody at all is above, it stays as the ladder has it.
 */
export const recipientOf = (
  clock: string,
  addressee: string,
  lying: Lying,
  isHeld: (role: string, area: string | null) => boolean,
): string => {
  const role = concerned(clock, addressee, lying);
  const from = rolesUpwards.findIndex((it) => it === role);
  if (from === -1) return role;
  return rolesUpwards.slice(from).find((it) => isHeld(it, lying.area)) ?? role;
};
