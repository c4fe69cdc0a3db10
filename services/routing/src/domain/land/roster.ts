/** Who is on duty in one place: the grid members of a micro-grid, or the leaders of an area. */
import {
  canonical,
  type Decider,
  type Decision,
  type Instant,
  type LocalizedText,
  unreachable,
} from '@mulin/kernel';

export const leaderRoles = [
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
export type DutyRole = 'grid-member' | (typeof leaderRoles)[number];

/** From (inclusive) until (exclusive); `null` is open. */
export type Duty = Readonly<{
  account: string;
  role: DutyRole;
  /** How people call whoever has this account. */
  name?: LocalizedText;
  from: Instant | null;
  until: Instant | null;
}>;

/** `place` is the id of a micro-grid or the path of an area; `since: null` is for ever before. */
export type Event = Readonly<
  | {
      type: 'RosterPosted';
      data: { place: string; duties: readonly Duty[]; version: number; since: Instant | null };
    }
  | { type: 'RosterTakenDown'; data: { place: string; version: number; since: Instant } }
>;

export type State = Readonly<{ duties: readonly Duty[]; version: number }>;

const evolve = (_: State, { type, data }: Event): State => {
  switch (type) {
    case 'RosterPosted':
      return { duties: data.duties, version: data.version };
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

/** The pack posts it so. Order matters: who stands first is asked first. */
export const post =
  (place: string, duties: readonly Duty[], since: Instant | null): Decision<State, Event> =>
  (state) =>
    canonical(state.duties) === canonical(duties)
      ? []
      : [{ type: 'RosterPosted', data: { place, duties, version: state.version + 1, since } }];

/** The pack names nobody for it any more. */
export const takeDown =
  (place: string): Decision<State, Event> =>
  ({ duties, version }, now) =>
    duties.length === 0
      ? []
      : [{ type: 'RosterTakenDown', data: { place, version: version + 1, since: now } }];

export const isOnDuty = ({ from, until }: Duty, at: Instant): boolean =>
  (from === null || from <= at) && (until === null || at < until);

/** On duty then, or later. */
export const isOnDutyFrom = ({ until }: Duty, at: Instant): boolean => until === null || at < until;
