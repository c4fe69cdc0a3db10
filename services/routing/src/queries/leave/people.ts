/** Who stands on the rosters of the town, and for what. */
import { type Instant, type LocalizedText, upTo } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import { type Duty, type DutyRole, isOnDutyFrom, officePrefix } from '../../domain/land/roster.js';
import type * as Leave from '../../domain/leave/leave.js';

/** `area`: where it is served; `null`: in a micro-grid that there is not any more. */
type Post = Readonly<{ role: DutyRole; place: string; name: LocalizedText | null; area: string | null }>;

export type Person = Readonly<{
  account: string;
  name: LocalizedText | null;
  duties: readonly Post[];
}>;

type Parts = Pick<Dependencies, 'town' | 'rosters' | 'areas'> &
  Readonly<{ grids: () => Pick<ReturnType<Dependencies['grids']>, 'microGrids'> }>;

/** How a place is called, and in which area it lies. */
const placesOf = ({ town, grids, rosters, areas }: Parts, at: Instant) => {
  const microGrids = new Map(
    grids()
      .microGrids(at)
      .map((it) => [it.microGrid, it]),
  );
  const names = new Map(areas.map(({ path, name }) => [path, name]));
  return (place: string): Pick<Post, 'name' | 'area'> => {
    // An office works for the whole town.
    if (place.startsWith(officePrefix)) return { name: rosters().get(place)?.name ?? null, area: town };
    const grid = microGrids.get(place);
    if (grid !== undefined) return { name: grid.name, area: grid.area };
    return { name: names.get(place) ?? null, area: upTo('town', place) === town ? place : null };
  };
};

/** Somebody with one more duty; hours and terms make several duties of one. */
const withDuty = ({ account, name, duties }: Person, post: Post): Person =>
  duties.some(({ role, place }) => role === post.role && place === post.place)
    ? { account, name, duties }
    : { account, name, duties: [...duties, post] };

/** What the pack's rosters say of somebody with the leave that the pack says; `isOwn`: not only by that. */
type Posted = Readonly<{ place: string; duty: Duty; isOwn: boolean }>;

/** Whether somebody has it in place of whoever is away by this leave: within its time, where those serve otherwise. */
const standsIn = (
  duty: Duty,
  there: readonly Duty[],
  { account, from, until, standIn }: Leave.Absence,
): boolean =>
  standIn === duty.account &&
  duty.from !== null &&
  from <= duty.from &&
  (until === null || (duty.until !== null && duty.until <= until)) &&
  there.some((it) => it.account === account && it.role === duty.role);

const postedIn = (
  rosters: ReturnType<Parts['rosters']>,
  away: readonly Leave.Absence[],
  at: Instant,
): readonly Posted[] =>
  [...rosters].flatMap(([place, { planned, by }]) =>
    planned
      .filter((duty) => isOnDutyFrom(duty, at))
      .map((duty) => ({
        place,
        duty,
        // Whom somebody named for it has it of their own.
        isOwn: by !== undefined || !away.some((leave) => standsIn(duty, planned, leave)),
      })),
  );

/**
 * Everybody who has a duty now or later, away or not, by their account. What they have by the leave of the pack (`away`) is
 * somebody else's, unless they have nothing else.
 */
export const peopleOf = (
  parts: Parts,
  away: readonly Leave.Absence[],
  at: Instant,
): ReadonlyMap<string, Person> => {
  const people = new Map<string, Person>();
  const whereIs = placesOf(parts, at);
  const posted = postedIn(parts.rosters(), away, at);
  const withOwn = new Set(posted.flatMap(({ duty, isOwn }) => (isOwn ? [duty.account] : [])));
  for (const { place, duty, isOwn } of posted) {
    const { account, role, name = null } = duty;
    if (!isOwn && withOwn.has(account)) continue;
    const known = people.get(account) ?? { account, name, duties: [] };
    people.set(account, withDuty(known, { role, place, ...whereIs(place) }));
  }
  return people;
};
