/** `rosters.json`: who is on duty where and when, who leads which area, and who else works for the town. */
import { type Instant, type Level, levelOf, type LocalizedText } from '@mulin/kernel';
import { inChineseWords } from '../chinese.js';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { helperRoles, type LeaderRole, leaderRoles } from '../words.js';
import type { Duty, Entry, Shift } from './duty.js';
import { type Absence, leaveProblems, withLeave } from './leave.js';
import { inChinese, RosterFile, type Turn } from './rosters-file.js';
import { termProblems as problemsOfTerm } from './terms.js';

const file = 'rosters.json';
const { mistake } = problemsIn(file);

type Duties = ReadonlyMap<string, readonly Duty[]>;

/** An office of the town: its name, and who works there when. */
export type Office = Readonly<{ name: LocalizedText; duties: readonly Duty[] }>;

/** Who is on duty in each place. Who stands first is asked first. */
type ByPlace = Readonly<{
  /** Grid members, by the id of their micro-grid. */
  members: Duties;
  /** By the path of what they lead. */
  leaders: Duties;
  /** Grid members who are on duty for a whole area, by its path. */
  watch: Duties;
  /** Mediators, verifiers and helpers, by the path of their area. */
  helpers: Duties;
  /** By their ids. */
  offices: ReadonlyMap<string, Office>;
}>;

/** The duties of each place, with everybody's leave taken out and stand-ins in. */
export type Rosters = ByPlace &
  Readonly<{
    /** The same when nobody is away, as the file names them; absent: nobody ever is. */
    named?: ByPlace;
    shifts: readonly Shift[];
    /** After how many hours of absence to come what somebody has taken goes on to others; absent: 24. */
    awayHours?: number;
    /** Who is away by the file, which the duties say already: for whoever asks who is. */
    leave?: readonly Absence[];
  }>;

const levels: Readonly<Record<LeaderRole | (typeof helperRoles)[number], readonly Level[]>> = {
  'grid-leader': ['grid'],
  'village-committee': ['village'],
  'community-secretary': ['community'],
  'town-leader': ['town'],
  mediator: ['community', 'town'],
  verifier: ['community', 'town'],
  helper: ['grid', 'village', 'community', 'town'],
};

/** The level of area that each role leads. */
export const ledBy: Readonly<Record<LeaderRole, Level>> = {
  'grid-leader': 'grid',
  'village-committee': 'village',
  'community-secretary': 'community',
  'town-leader': 'town',
};

const isAt =
  (level: Level) =>
  <Role extends keyof typeof levels>(role: Role): boolean =>
    levels[role].includes(level);

/** What people are on duty as in an area of this level: who leads it, grid members who watch over it, and helpers. */
export const rolesAtLevel = (level: Level): readonly Duty['role'][] => [
  ...leaderRoles.filter(isAt(level)),
  'grid-member',
  ...helperRoles.filter(isAt(level)),
];

type Term = { from?: Instant | undefined; until?: Instant | undefined };
type Worker = Term & {
  name?: LocalizedText | undefined;
  shift?: string | undefined;
  turn?: Turn | undefined;
};

const workOf = ({ name, from, until, shift, turn }: Worker) => ({
  ...(name === undefined ? {} : { name }),
  ...(shift === undefined ? {} : { shift }),
  ...(turn === undefined ? {} : { turn }),
  from: from ?? null,
  until: until ?? null,
});

type Sorted = Readonly<Record<'members' | 'leaders' | 'watch' | 'helpers' | 'offices', readonly Entry[]>>;

const membersIn = ({ members }: RosterFile): readonly Entry[] =>
  members.map((it, place) => {
    const places = it.microGrids ?? (it.area === undefined ? [] : [it.area]);
    return { account: it.account, role: 'grid-member', places, at: `members.${place}`, ...workOf(it) };
  });

const sortedIn = (roster: RosterFile): Sorted => {
  const members = membersIn(roster);
  const isOfArea = (_: Entry, place: number) => roster.members[place]?.area !== undefined;
  return {
    members: members.filter((it, place) => !isOfArea(it, place)),
    watch: members.filter(isOfArea),
    leaders: roster.leaders.map((it, place) => {
      const { account, role, area } = it;
      return { account, role, places: [area], at: `leaders.${place}`, ...workOf(it) };
    }),
    helpers: roster.helpers.map((it, place) => {
      const { account, role, area, standing } = it;
      const as = standing === undefined ? {} : { standing };
      return { account, role, places: [area], at: `helpers.${place}`, ...as, ...workOf(it) };
    }),
    offices: roster.offices.flatMap(({ id, members: own }, office) =>
      own.map((it, place): Entry => {
        const at = `offices.${office}.members.${place}`;
        return { account: it.account, role: 'office-member', places: [id], at, ...workOf(it) };
      }),
    ),
  };
};

const termProblems = ({ from, until, at, account }: Entry): readonly PackProblem[] =>
  problemsOfTerm(mistake, { from: from ?? undefined, until: until ?? undefined }, `${at} (${account})`);

const levelProblems = ({ role, places, at, account }: Entry): readonly PackProblem[] => {
  const allowed = (levels as Readonly<Record<string, readonly Level[]>>)[role];
  const [area = ''] = places;
  const level = levelOf(area);
  if (allowed === undefined || (level !== null && allowed.includes(level))) return [];
  const isLeader = leaderRoles.some((it) => it === role);
  return [
    mistake('wrong-level', `${at} (${account}) area`, {
      en: `${area} is no ${allowed.join(' or ')}, which a ${role} ${isLeader ? 'leads' : 'works for'}`,
      zh: `${area} 的层级与职务${inChineseWords(role)}不符`,
    }),
  ];
};

const twice = (ids: readonly string[], at: string): readonly PackProblem[] =>
  ids
    .filter((id, place) => ids.indexOf(id) !== place)
    .map((id) => mistake('twice', at, { en: `${id} stands there twice`, zh: `${id} 重复出现` }));

const shiftProblems = ({ shift, at, account }: Entry, ids: readonly string[]): readonly PackProblem[] =>
  shift === undefined || ids.includes(shift)
    ? []
    : [
        mistake('unknown-shift', `${at} (${account})`, {
          en: `there is no shift ${shift}`,
          zh: `没有班次 ${shift}`,
        }),
      ];

const ownProblems = (roster: RosterFile, entries: readonly Entry[]): readonly PackProblem[] => {
  const shifts = roster.shifts.map(({ id }) => id);
  return [
    ...entries.flatMap((it) => [...levelProblems(it), ...termProblems(it), ...shiftProblems(it, shifts)]),
    ...twice(shifts, 'shifts'),
    ...twice(
      roster.offices.map(({ id }) => id),
      'offices',
    ),
    ...leaveProblems(roster, entries),
  ];
};

const dutyOf = ({ at: _, places: __, standsInFor: ___, ...duty }: Entry): Duty => duty;

const grouped = (entries: readonly Entry[]): Duties => {
  const groups = new Map<string, Duty[]>();
  for (const entry of entries)
    for (const place of entry.places) groups.set(place, [...(groups.get(place) ?? []), dutyOf(entry)]);
  return groups;
};

/** @param entries what is left of those that are sorted, in pieces or whole. */
const byPlace = (sorted: Sorted, offices: RosterFile['offices'], entries: readonly Entry[]): ByPlace => {
  const groupedIn = (kind: keyof Sorted) => {
    const places = new Set(sorted[kind].map(({ at }) => at));
    return grouped(entries.filter(({ at }) => places.has(at)));
  };
  const ofOffices = groupedIn('offices');
  return {
    members: groupedIn('members'),
    leaders: groupedIn('leaders'),
    watch: groupedIn('watch'),
    helpers: groupedIn('helpers'),
    offices: new Map(offices.map(({ id, name }) => [id, { name, duties: ofOffices.get(id) ?? [] }])),
  };
};

const rostersIn = ({ offices, shifts, leave, awayHours }: RosterFile, sorted: Sorted): Rosters => {
  const all = Object.values(sorted).flat();
  return {
    ...byPlace(sorted, offices, withLeave(all, leave)),
    ...(leave.length === 0 ? {} : { named: byPlace(sorted, offices, all) }),
    shifts,
    awayHours,
    leave: leave.map(({ standIn, ...one }) => ({ ...one, ...(standIn === undefined ? {} : { standIn }) })),
  };
};

export type Read = Readonly<{
  /** `null` where the file could not be read. */
  rosters: Rosters | null;
  /** Everybody's duties with their leave and stand-ins. */
  entries: readonly Entry[];
  leave: RosterFile['leave'];
  problems: readonly PackProblem[];
}>;

/** What `rosters.json` holds, with everything that is wrong with it by itself. */
export const readRosters = (json: unknown): Read => {
  const { value, problems } = readBy(RosterFile, json, { file, inChinese });
  if (value === null) return { rosters: null, entries: [], leave: [], problems };
  const sorted = sortedIn(value);
  const entries = Object.values(sorted).flat();
  return {
    rosters: rostersIn(value, sorted),
    entries: withLeave(entries, value.leave),
    leave: value.leave,
    problems: ownProblems(value, entries),
  };
};

/**
 * The rosters of a town.
 *
 * @param json the content of `rosters.json`.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseRosters = (json: unknown): Rosters => {
  const { rosters, problems } = readRosters(json);
  refuseMistakes(problems);
  if (rosters === null) throw new Error('rosters without a mistake were not read');
  return rosters;
};
