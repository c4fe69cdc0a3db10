/**
 * Who is on duty in one place: the grid members of a micro-grid, the members of an office, or whoever leads an area, is
 * on duty for all of it or helps there.
 */
import {
  canonical,
  day,
  type Decider,
  type Decision,
  type Instant,
  type LocalizedText,
  msBetween,
  unreachable,
} from '@mulin/kernel';

/** What stands before the id of an office where it is named as a place. */
export const officePrefix = 'office:';

/** What stands before the path of an area where those are meant who help there, and not who leads it. */
export const helpersPrefix = 'helpers:';

export const leaderRoles = [
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
export type DutyRole =
  'grid-member' | (typeof leaderRoles)[number] | 'office-member' | 'mediator' | 'verifier' | 'helper';

/** Again and again: so many days (of 24 hours) from `first` on, and then the same after every so many days. */
export type Turn = Readonly<{ first: Instant; days: number; every: number }>;

/** From (inclusive) until (exclusive); `null` is open. */
export type Duty = Readonly<{
  account: string;
  role: DutyRole;
  /** How people call whoever has this account. */
  name?: LocalizedText;
  from: Instant | null;
  until: Instant | null;
  /** Within the term only in these hours: the id of a shift; absent: round the clock. */
  shift?: string;
  /** Within the term only when it is their turn. */
  turn?: Turn;
  /** As what a helper helps. */
  standing?: 'party-member' | 'volunteer' | 'applicant';
  /** The account that is away and whose duty it is otherwise; of leave that the pack says, it is not kept. */
  standsInFor?: string;
}>;

/**
 * `place` is the id of a micro-grid, the path of an area, or `office:` and the id of an office, which is called `name`;
 * `since: null` is for ever before.
 */
export type Event = Readonly<
  | {
      type: 'RosterPosted';
      data: {
        place: string;
        duties: readonly Duty[];
        /** Those of the pack, where leave that was recorded makes others of them. */
        planned?: readonly Duty[];
        /** By which version of who is away; absent: by none. */
        leave?: number;
        name?: LocalizedText;
        version: number;
        since: Instant | null;
      };
    }
  | { type: 'RosterTakenDown'; data: { place: string; version: number; since: Instant } }
>;

/** `duties`: as they are; `planned`: as the pack has them, without the leave that was recorded. */
export type State = Readonly<{
  duties: readonly Duty[];
  planned: readonly Duty[];
  leave: number;
  name?: LocalizedText;
  version: number;
}>;

const evolve = (state: State, { type, data }: Event): State => {
  switch (type) {
    case 'RosterPosted':
      return {
        duties: data.duties,
        planned: data.planned ?? data.duties,
        leave: data.leave ?? state.leave,
        version: data.version,
        ...(data.name === undefined ? {} : { name: data.name }),
      };
    case 'RosterTakenDown':
      return { duties: [], planned: [], leave: state.leave, version: data.version };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'roster',
  initial: { duties: [], planned: [], leave: 0, version: 0 },
  evolve,
};

/** Who is away, as far as it was recorded: what it makes of duties from a moment on, and its version. */
export type Absences = Readonly<{
  version: number;
  without: (duties: readonly Duty[], now: Instant) => readonly Duty[];
}>;

const nobodyAway: Absences = { version: 0, without: (duties) => duties };

/** What stands on a list of a place. `name`: of an office. */
type Listed = Readonly<{ place: string; planned: readonly Duty[]; name?: LocalizedText }>;

const posted = (
  { place, planned, name }: Listed,
  duties: readonly Duty[],
  at: Readonly<{ leave: number; version: number; since: Instant | null }>,
): Event => {
  const { leave, version, since } = at;
  return {
    type: 'RosterPosted',
    data: {
      place,
      duties,
      ...(canonical(duties) === canonical(planned) ? {} : { planned }),
      ...(leave === 0 ? {} : { leave }),
      ...(name === undefined ? {} : { name }),
      version,
      since,
    },
  };
};

/** The pack posts it so. Order matters: who stands first is asked first. */
export const post =
  (listed: Listed, since: Instant | null, absences: Absences = nobodyAway): Decision<State, Event> =>
  (state, now) =>
    canonical([state.planned, state.name ?? null]) === canonical([listed.planned, listed.name ?? null])
      ? []
      : [
          posted(listed, absences.without(listed.planned, now), {
            leave: absences.version,
            version: state.version + 1,
            since,
          }),
        ];

/** What matters from now on: a leave that is over leaves no trace in it. */
const aheadOf = (duties: readonly Duty[], now: Instant): string =>
  canonical(
    duties
      .filter((duty) => isOnDutyFrom(duty, now))
      .map((duty) => ({ ...duty, from: duty.from !== null && duty.from <= now ? null : duty.from })),
  );

/** Who is away has changed since it was posted. Whatever was made of a newer version of it stands. */
export const fit =
  (place: string, absences: Absences): Decision<State, Event> =>
  ({ duties, planned, leave, name, version }, now) => {
    const wanted = absences.without(planned, now);
    if (absences.version < leave || aheadOf(duties, now) === aheadOf(wanted, now)) return [];
    const listed = { place, planned, ...(name === undefined ? {} : { name }) };
    return [posted(listed, wanted, { leave: absences.version, version: version + 1, since: now })];
  };

/** The pack names nobody for it any more. */
export const takeDown =
  (place: string): Decision<State, Event> =>
  ({ planned, version }, now) =>
    planned.length === 0
      ? []
      : [{ type: 'RosterTakenDown', data: { place, version: version + 1, since: now } }];

export const isOnDuty = ({ from, until }: Duty, at: Instant): boolean =>
  (from === null || from <= at) && (until === null || at < until);

/** Whether it is their turn; whoever takes no turns is always meant. */
export const isTheirTurn = ({ turn }: Duty, at: Instant): boolean => {
  if (turn === undefined) return true;
  const days = msBetween(turn.first, at) / day;
  return days >= 0 && days % turn.every < turn.days;
};

/** On duty then, or later. */
export const isOnDutyFrom = ({ until }: Duty, at: Instant): boolean => until === null || at < until;
