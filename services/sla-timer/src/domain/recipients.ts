/** Who hears in place of whom: the ladder names roles, and not every role has somebody everywhere. */
import type { Instant } from '@mulin/kernel';
import type { Cycle, State } from './clock-state.js';
import { nameOf } from './terms.js';

/** From the holder of an order upwards. */
export const rolesUpwards = [
  'grid-member',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;

/** The desk that registers demands. */
export const desk = 'hotline-clerk';
const arbiter = 'community-secretary';

/**
 * Whether somebody holds this role for an area at a moment. Pure: the rosters of every moment are in it. An area of
 * `null` is one that nobody knows (yet).
 */
export type IsHeld = (role: string, area: string | null, at: Instant) => boolean;

export type Lying = Readonly<{ area: string | null; isWithArbiter: boolean }>;

type Place = Readonly<{ at: Instant; area: string | undefined; isWithArbiter: boolean }>;

const placesOf = ({ legs, left }: Cycle): readonly Place[] => [
  ...Object.values(legs).map(({ offeredAt, area }) => ({ at: offeredAt, area, isWithArbiter: false })),
  ...left.filter(({ isKept }) => !isKept).map(({ at, area }) => ({ at, area, isWithArbiter: true })),
];

/** Where a cycle lies at a moment, by the latest word before it; earlier than every word: as the first one said. */
export const lyingAt = (cycle: Cycle | undefined, at: Instant): Lying => {
  const places = [...(cycle === undefined ? [] : placesOf(cycle))].sort((a, b) => (a.at < b.at ? -1 : 1));
  const known = places.findLast((it) => it.at <= at);
  const area = places.findLast((it) => it.at <= at && it.area !== undefined)?.area ?? places[0]?.area ?? null;
  return { area, isWithArbiter: known?.isWithArbiter ?? false };
};

const ofTheGrid: readonly string[] = ['grid-member', 'grid-leader', 'village-committee'];

/** The clock of acceptance is the desk's: nobody of a grid has the case yet. What lies with the arbiter is theirs. */
const concerned = (clock: string, addressee: string, { isWithArbiter }: Lying): string => {
  const isOurs = nameOf(clock) === 'accept' && (addressee === desk || ofTheGrid.includes(addressee));
  if (!isOurs) return addressee;
  return isWithArbiter ? arbiter : desk;
};

/**
 * Who is told for an addressee of the ladder: whoever the clock concerns, or where nobody holds that role there, the
 * next above who does. Where nobody at all is above, it stays as the ladder has it.
 */
export const recipientOf = (
  { cycles }: State,
  { clock, cycle }: Readonly<{ clock: string; cycle: number }>,
  { to, at }: Readonly<{ to: string; at: Instant }>,
  isHeld: IsHeld,
): string => {
  const lying = lyingAt(cycles[cycle], at);
  const role = concerned(clock, to, lying);
  const from = rolesUpwards.findIndex((it) => it === role);
  if (from === -1) return role;
  return rolesUpwards.slice(from).find((it) => isHeld(it, lying.area, at)) ?? role;
};
