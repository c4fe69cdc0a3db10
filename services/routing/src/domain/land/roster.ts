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
  /** The account that is away and whose duty it is otherwise; in what a pack posts of its own leave, it is not kept. */
  standsInFor?: string;
}>;

/** What a pack says of a place: `planned` with the leave that it says, `named` when nobody is away. */
type OfPack = Readonly<{ planned: readonly Duty[]; named: readonly Duty[] }>;

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
        /** Those without the leave that was recorded, where that makes others of them. */
        planned?: readonly Duty[];
        /** Those when nobody is away, where leave that the pack says makes others of them. */
        named?: readonly Duty[];
        /** What the pack says, where somebody has changed it in the running town. */
        ofPack?: OfPack;
        /** The account that changed it last; absent: it is as the pack has it. */
        by?: string;
        /** By which version of who is away; absent: by none. */
        leave?: number;
        name?: LocalizedText;
        version: number;
        since: Instant | null;
      };
    }
  | { type: 'RosterTakenDown'; data: { place: string; version: number; since: Instant } }
>;

/**
 * `duties`: as they are; `planned`: without the leave that was recorded; `named`: when nobody is away. Where an account
 * (`by`) has changed them, all leave is recorded beside them, and `ofPack` is what the pack says of the place.
 */
export type State = Readonly<{
  duties: readonly Duty[];
  planned: readonly Duty[];
  named: readonly Duty[];
  ofPack: OfPack;
  by?: string;
  leave: number;
  name?: LocalizedText;
  version: number;
}>;

const nothing: OfPack = { planned: [], named: [] };

const evolve = (state: State, { type, data }: Event): State => {
  switch (type) {
    case 'RosterPosted': {
      const planned = data.planned ?? data.duties;
      const named = data.named ?? planned;
      return {
        duties: data.duties,
        planned,
        named,
        ofPack: data.ofPack ?? { planned, named },
        leave: data.leave ?? state.leave,
        version: data.version,
        ...(data.by === undefined ? {} : { by: data.by }),
        ...(data.name === undefined ? {} : { name: data.name }),
      };
    }
    case 'RosterTakenDown': {
      const { by: _, ...rest } = state;
      return { ...rest, duties: [], ...nothing, ofPack: nothing, version: data.version };
    }
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'roster',
  initial: { duties: [], ...nothing, ofPack: nothing, leave: 0, version: 0 },
  evolve,
};

/** Who is away, as far as it is known: what it makes of duties from a moment on, and its version. */
export type Absences = Readonly<{
  version: number;
  /** @param isChanged whether somebody named these duties: those of the pack are without the pack's leave already. */
  without: (duties: readonly Duty[], now: Instant, isChanged: boolean) => readonly Duty[];
}>;

const nobodyAway: Absences = { version: 0, without: (duties) => duties };

/** What the pack says of a place. `name`: of an office. */
export type Listed = OfPack & Readonly<{ place: string; name?: LocalizedText }>;

/** A list, and whether somebody has changed what the pack says. */
type Changeable = Listed & Readonly<{ changed?: Readonly<{ by: string; ofPack: OfPack }> }>;

type At = Readonly<{ now: Instant; version: number; since: Instant | null; absences: Absences }>;

/** A list as it is posted, without whoever is away. */
export const posted = (listed: Changeable, { now, version, since, absences }: At): Event => {
  const { place, planned, named, name, changed } = listed;
  const duties = absences.without(planned, now, changed !== undefined);
  return {
    type: 'RosterPosted',
    data: {
      place,
      duties,
      ...(canonical(duties) === canonical(planned) ? {} : { planned }),
      ...(canonical(named) === canonical(planned) ? {} : { named }),
      ...changed,
      ...(absences.version === 0 ? {} : { leave: absences.version }),
      ...(name === undefined ? {} : { name }),
      version,
      since,
    },
  };
};

const partsOf = ({ planned, named }: OfPack): OfPack => ({ planned, named });

/** What somebody has changed stands, whatever the pack says next. */
const withChange = (listed: Listed, { by, named }: State): Changeable =>
  by === undefined ? listed : { ...listed, planned: named, named, changed: { by, ofPack: partsOf(listed) } };

/** The pack posts it so. Order matters: who stands first is asked first. */
export const post =
  (listed: Listed, since: Instant | null, absences: Absences = nobodyAway): Decision<State, Event> =>
  (state, now) =>
    canonical([state.ofPack, state.name ?? null]) === canonical([partsOf(listed), listed.name ?? null])
      ? []
      : [posted(withChange(listed, state), { now, version: state.version + 1, since, absences })];

/** What matters from now on: a leave that is over leaves no trace in it. */
const aheadOf = (duties: readonly Duty[], now: Instant): string =>
  canonical(
    duties
      .filter((duty) => isOnDutyFrom(duty, now))
      .map((duty) => ({ ...duty, from: duty.from !== null && duty.from <= now ? null : duty.from })),
  );

/** What stands on the list of a place. */
export const listedIn = (place: string, { planned, named, ofPack, name, by }: State): Changeable => ({
  place,
  planned,
  named,
  ...(name === undefined ? {} : { name }),
  ...(by === undefined ? {} : { changed: { by, ofPack } }),
});

/** Who is away has changed since it was posted. Whatever was made of a newer version of it stands. */
export const fit =
  (place: string, absences: Absences): Decision<State, Event> =>
  (state, now) => {
    const wanted = absences.without(state.planned, now, state.by !== undefined);
    if (absences.version < state.leave || aheadOf(state.duties, now) === aheadOf(wanted, now)) return [];
    return [posted(listedIn(place, state), { now, version: state.version + 1, since: now, absences })];
  };

/** Who is named for a place from a moment on, when nobody is away. */
export const namedFrom = ({ named }: Pick<State, 'named'>, now: Instant): readonly Duty[] =>
  named.filter((it) => isOnDutyFrom(it, now));

/** The pack names nobody for it any more. What somebody has changed stands. */
export const takeDown =
  (place: string, absences: Absences = nobodyAway): Decision<State, Event> =>
  (state, now) => {
    if (state.ofPack.named.length === 0) return [];
    const at = { version: state.version + 1, since: now };
    if (state.by === undefined) return [{ type: 'RosterTakenDown', data: { place, ...at } }];
    const listed = listedIn(place, { ...state, ofPack: nothing });
    return [posted(listed, { now, absences, ...at })];
  };

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
