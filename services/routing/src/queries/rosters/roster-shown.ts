/** Who is on duty in a place from now on, as somebody sees it who leads it or keeps the town running. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import { type Duty, namedFrom, type State } from '../../domain/land/roster.js';
import type { Place } from './roster-places.js';

type Named = Readonly<{ account: string; name: LocalizedText | null }>;

const dutyShown = ({ account, name, role, standing, from, until, shift, turn }: Duty) => ({
  account,
  name: name ?? null,
  role,
  standing: standing ?? null,
  from,
  until,
  shift: shift ?? null,
  turn: turn ?? null,
});

type RosterShown = Omit<Place, 'roles'> &
  Readonly<{
    roles: readonly string[];
    duties: readonly ReturnType<typeof dutyShown>[];
    changedBy: Named | null;
  }>;

type Seen = Readonly<{
  now: Instant;
  nameOf: (account: string) => LocalizedText | null;
}>;

export const rosterShown = (
  { roles, ...place }: Place,
  state: Pick<State, 'named' | 'by'>,
  { now, nameOf }: Seen,
): RosterShown => ({
  ...place,
  roles,
  duties: namedFrom(state, now).map(dutyShown),
  changedBy: state.by === undefined ? null : { account: state.by, name: nameOf(state.by) },
});

/** How the rosters call people. */
export const namesOnRosters = (
  rosters: ReadonlyMap<string, Pick<State, 'planned' | 'duties'>>,
): ReadonlyMap<string, LocalizedText> =>
  new Map(
    [...rosters.values()]
      .flatMap(({ planned, duties }) => [...planned, ...duties])
      .flatMap(({ account, name }) => (name === undefined ? [] : [[account, name] as const])),
  );
