/** `rosters.json`: who is on duty in which micro-grids, and who leads which area. */
import { inChineseWords } from '../chinese.js';
import { type Instant, type Level, levelOf, type LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { z } from 'zod';
import { type DutyRole, leaderRoles } from '../words.js';
import { Name, Path, saying, schemaLink, Slug } from './fields.js';
import { termProblems as problemsOfTerm } from './terms.js';
import { Moment } from './town.js';

const file = 'rosters.json';
const { mistake } = problemsIn(file);

/** From (inclusive) until (exclusive); `null` is open. */
export type Duty = Readonly<{
  account: string;
  role: DutyRole;
  /** How people call whoever has this account. */
  name?: LocalizedText;
  from: Instant | null;
  until: Instant | null;
}>;

/** The duties of each place: a micro-grid by its id, an area by its path. Who stands first is asked first. */
export type Rosters = Readonly<{
  members: ReadonlyMap<string, readonly Duty[]>;
  leaders: ReadonlyMap<string, readonly Duty[]>;
}>;

/** As identity knows it; where nobody names one, the account of a role in an area is `<role>@<area>`. */
const Account = z.string().regex(/^[^\s\p{C}]{1,400}$/u);
const account = Account.meta(saying('as identity knows it; usually role@area', '登录账号，通常为 职务@区域'));
/** `name`: how people call whoever has the account. */
const term = {
  name: Name.optional().meta(saying('how people call whoever has it', '人员名称')),
  from: Moment.optional().meta(
    saying('from then on, with offset; absent: for ever before', '开始时间，带时区；未填则一直有效'),
  ),
  until: Moment.optional().meta(
    saying('until then (exclusive); absent: for ever', '结束时间，不含；未填则长期有效'),
  ),
};

const Member = z.strictObject({
  account,
  microGrids: z.array(Slug).min(1).meta(saying('ids of grids.geojson', '微网格编号，见 grids.geojson')),
  ...term,
});
const Leader = z.strictObject({
  account,
  role: z.enum(leaderRoles).meta(saying('what they lead', '职务')),
  area: Path.meta(saying('the grid, village, community or town they lead', '负责的网格、村、社区或镇')),
  ...term,
});

/** `rosters.json`. */
export const RosterFile = z.strictObject({
  members: z
    .array(Member)
    .meta(saying('grid members; who stands first is asked first', '网格员，排在前面的先派单')),
  leaders: z.array(Leader).meta(saying('who leads which area', '各级负责人')),
  $schema: schemaLink,
});
type RosterFile = z.infer<typeof RosterFile>;

/** The level of area that each role leads. */
export const ledBy: Readonly<Record<(typeof leaderRoles)[number], Level>> = {
  'grid-leader': 'grid',
  'village-committee': 'village',
  'community-secretary': 'community',
  'town-leader': 'town',
};

type Term = { from?: Instant | undefined; until?: Instant | undefined };

const termProblems = (term: Term, at: string): readonly PackProblem[] => problemsOfTerm(mistake, term, at);

const ownProblems = ({ members, leaders }: RosterFile): readonly PackProblem[] => [
  ...members.flatMap((member, place) => termProblems(member, `members.${place} (${member.account})`)),
  ...leaders.flatMap((leader, place) => {
    const at = `leaders.${place} (${leader.account})`;
    const level = ledBy[leader.role];
    const misplaced =
      levelOf(leader.area) === level
        ? []
        : [
            mistake('wrong-level', `${at} area`, {
              en: `${leader.area} is no ${level}, which a ${leader.role} leads`,
              zh: `${leader.area} 的层级与职务${inChineseWords(leader.role)}不符`,
            }),
          ];
    return [...misplaced, ...termProblems(leader, at)];
  }),
];

const grouped = (pairs: readonly (readonly [string, Duty])[]): ReadonlyMap<string, readonly Duty[]> => {
  const groups = new Map<string, Duty[]>();
  for (const [place, duty] of pairs) groups.set(place, [...(groups.get(place) ?? []), duty]);
  return groups;
};

const termOf = ({ name, from, until }: Term & { name?: LocalizedText | undefined }) => ({
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

/** One entry of the file: somebody with one term, in one place or in several at once. */
export type Entry = Duty & Readonly<{ at: string; places: readonly string[] }>;

const entriesIn = ({ members, leaders }: RosterFile): readonly Entry[] => [
  ...members.map((it, place): Entry => {
    const { account, microGrids } = it;
    return { account, role: 'grid-member', places: microGrids, at: `members.${place}`, ...termOf(it) };
  }),
  ...leaders.map((it, place): Entry => {
    const { account, role, area } = it;
    return { account, role, places: [area], at: `leaders.${place}`, ...termOf(it) };
  }),
];

type Read = Readonly<{
  /** `null` where the file could not be read. */
  rosters: Rosters | null;
  entries: readonly Entry[];
  problems: readonly PackProblem[];
}>;

/** What `rosters.json` holds, with everything that is wrong with it by itself. */
export const readRosters = (json: unknown): Read => {
  const { value, problems } = readBy(RosterFile, json, { file });
  if (value === null) return { rosters: null, entries: [], problems };
  return { rosters: rostersIn(value), entries: entriesIn(value), problems: ownProblems(value) };
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
