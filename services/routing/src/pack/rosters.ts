/** `rosters.json`: who is on duty in which micro-grids, and who leads which area. */
import type { Instant, Sentence } from '@mulin/kernel';
import { z } from 'zod';
import { type Duty, leaderRoles } from '../domain/roster.js';
import { type Level, levelOf } from '../domain/territory.js';
import { mistake, Name, type PackProblem, Path, readBy, refuseMistakes, Slug } from './problem.js';
import { Moment } from './town.js';

const file = 'rosters.json';

/** The duties of each place: a micro-grid by its id, an area by its path. Who stands first is asked first. */
export type Rosters = Readonly<{
  members: ReadonlyMap<string, readonly Duty[]>;
  leaders: ReadonlyMap<string, readonly Duty[]>;
}>;

/** As identity knows it; where nobody names one, the account of a role in an area is `<role>@<area>`. */
const Account = z.string().regex(/^[^\s\p{C}]{1,400}$/u);
/** `name`: how people call whoever has the account. */
const term = { name: Name.optional(), from: Moment.optional(), until: Moment.optional() };

const RosterFile = z.strictObject({
  members: z.array(z.strictObject({ account: Account, microGrids: z.array(Slug).min(1), ...term })),
  leaders: z.array(z.strictObject({ account: Account, role: z.enum(leaderRoles), area: Path, ...term })),
});
type RosterFile = z.infer<typeof RosterFile>;

const ledBy: Readonly<Record<(typeof leaderRoles)[number], Level>> = {
  'grid-leader': 'grid',
  'village-committee': 'village',
  'community-secretary': 'community',
  'town-leader': 'town',
};

type Term = { from?: Instant | undefined; until?: Instant | undefined };

const termProblems = ({ from, until }: Term, at: string): readonly PackProblem[] =>
  from !== undefined && until !== undefined && until <= from
    ? [mistake(file, at, 'until is not after from', '结束时间不晚于开始时间')]
    : [];

const ownProblems = ({ members, leaders }: RosterFile): readonly PackProblem[] => [
  ...members.flatMap((member, place) => termProblems(member, `members.${place} (${member.account})`)),
  ...leaders.flatMap((leader, place) => {
    const at = `leaders.${place} (${leader.account})`;
    const level = ledBy[leader.role];
    const misplaced =
      levelOf(leader.area) === level
        ? []
        : [
            mistake(
              file,
              `${at} area`,
              `${leader.area} is no ${level}, which a ${leader.role} leads`,
              `${leader.area} 的层级与职务 ${leader.role} 不符`,
            ),
          ];
    return [...misplaced, ...termProblems(leader, at)];
  }),
];

const grouped = (pairs: readonly (readonly [string, Duty])[]): ReadonlyMap<string, readonly Duty[]> => {
  const groups = new Map<string, Duty[]>();
  for (const [place, duty] of pairs) groups.set(place, [...(groups.get(place) ?? []), duty]);
  return groups;
};

const termOf = ({ name, from, until }: Term & { name?: Sentence | undefined }) => ({
  ...(name === undefined ? {} : { name }),
  from: from ?? null,
  until: until ?? null,
});

const rostersIn = ({ members, leaders }: RosterFile): Rosters => ({
  members: grouped(
    members.flatMap((member) =>
      member.microGrids.map(
        (id) => [id, { account: member.account, role: 'grid-member', ...termOf(member) }] as const,
      ),
    ),
  ),
  leaders: grouped(
    leaders.map((it) => [it.area, { account: it.account, role: it.role, ...termOf(it) }] as const),
  ),
});

const none: Rosters = { members: new Map(), leaders: new Map() };

export const readRosters = (json: unknown): { rosters: Rosters; problems: readonly PackProblem[] } => {
  const { value, problems } = readBy(RosterFile, json, file);
  if (value === null) return { rosters: none, problems };
  return { rosters: rostersIn(value), problems: ownProblems(value) };
};

/** Refused (`pack-invalid`) with every mistake named. */
export const parseRosters = (json: unknown): Rosters => {
  const { rosters, problems } = readRosters(json);
  refuseMistakes(problems);
  return rosters;
};
