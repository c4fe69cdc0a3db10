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
        name?: LocalizedText;
        version: number;
        since: Instant | null;
      };
    }
  | { type: 'RosterTakenDown'; data: { place: string; version: number; since: Instant } }
>;

export type State = Readonly<{ duties: readonly Duty[]; name?: LocalizedText; version: number }>;

const evolve = (_: State, { type, data }: Event): State => {
  switch (type) {
    case 'RosterPosted':
      return {
        duties: data.duties,
        version: data.version,
        ...(data.name === undefined ? {} : { name: data.name }),
      };
    case 'RosterTakenDown':
      return { duties: [], version: data.version };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'roster',
  initial: { duties: [], version: 0 },
  evolve,
};

/** The pack posts it so. Order matters: who stands first is asked first. `name`: of an office. */
export const post =
  (
    place: string,
    duties: readonly Duty[],
    since: Instant | null,
    name?: LocalizedText,
  ): Decision<State, Event> =>
  (state) =>
    canonical([state.duties, state.name ?? null]) === canonical([duties, name ?? null])
      ? []
      : [
          {
            type: 'RosterPosted',
            data: {
              place,
              duties,
              ...(name === undefined ? {} : { name }),
              version: state.version + 1,
              since,
            },
          },
        ];

/** The pack names nobody for it any more. */
export const takeDown =
  (place: string): Decision<State, Event> =>
  ({ duties, version }, now) =>
    duties.length === 0
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
