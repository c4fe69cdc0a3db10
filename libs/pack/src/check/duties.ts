/** Whether somebody is on duty wherever the town needs somebody: today, and as far as the rosters reach. */
import { type Instant, levelOf, liesIn, type LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { Calendar } from '@mulin/working-time';
import { doubleProblems } from './doubles.js';
import { presenceBy } from './shifts.js';
import { shownHole, shownTime } from './shown.js';
import type { DutyLand } from './duty-land.js';
import { type LeaderRole, leaderRoles } from '../words.js';
import { type Hole, holesIn, type Term } from './holes.js';
import type { InForce } from '../read/terms.js';
import type { Duty } from '../read/duty.js';
import { ledBy, type Read, type Rosters } from '../read/rosters.js';
import { standInWarnings } from '../read/leave.js';
import type { Town } from '../read/town.js';

const { mistake, warning } = problemsIn('rosters.json');

const roleNames: Readonly<Record<LeaderRole, LocalizedText>> = {
  'grid-leader': { en: 'grid leader', zh: '网格长' },
  'village-committee': { en: 'village committee', zh: '村委会' },
  'community-secretary': { en: 'community secretary', zh: '社区书记' },
  'town-leader': { en: 'town leader', zh: '镇领导' },
};

/** A duty in a place that the town does not have. */
export const placeProblems = (
  { town, ids: all }: DutyLand,
  { members, leaders, watch, helpers }: Rosters,
): readonly PackProblem[] => {
  const areas = new Set([town.town, ...town.areas.map(({ path }) => path)]);
  const unknown = (at: string, en: string, zh: string) => mistake('unknown-place', at, { en, zh });
  return [
    ...[...members.keys()]
      .filter((id) => all !== null && !all.includes(id))
      .map((id) => unknown('members', `there is no micro-grid ${id}`, `没有微网格 ${id}`)),
    ...Object.entries({ leaders, members: watch, helpers }).flatMap(([list, places]) =>
      [...places.keys()]
        .filter((path) => !areas.has(path))
        .map((path) => unknown(list, `there is no area ${path}`, `没有区域 ${path}`)),
    ),
  ];
};

/** So many holes of one place are named one by one. */
const most = 5;

const tooMany = (holes: readonly Hole[], code: string, at: string, town: Town): readonly PackProblem[] => {
  const [first] = holes;
  const last = holes.at(-1);
  if (!first?.since || !last) return [];
  const [begin, end] = [shownTime(first.since, town), last.until && shownTime(last.until, town)];
  return [
    warning(code, at, {
      en: `and ${holes.length} more times from ${begin} on${end ? `, the last until ${end}` : ', the last for ever'}`,
      zh: `自 ${begin} 起另有 ${holes.length} 段${end ? `，最后一段至 ${end}` : '，最后一段无截止'}`,
    }),
  ];
};

type Post = Readonly<{ code: string; at: string; nobody: LocalizedText; duties: readonly Term[] }>;

const holeProblems = (
  { code, at, nobody, duties }: Post,
  town: Town,
  now: Instant,
): readonly PackProblem[] => {
  const holes = holesIn(duties, now);
  const named = holes.length > most + 1 ? holes.slice(0, most) : holes;
  return [
    ...named.map((hole): PackProblem => {
      const { en, zh } = shownHole(hole, now, town);
      return { ...warning(code, at, { en: `${nobody.en} ${en}`, zh: `${nobody.zh}（${zh}）` }), ...hole };
    }),
    ...tooMany(holes.slice(named.length), code, at, town),
  ];
};

const withName = (path: string, { en, zh }: LocalizedText): LocalizedText => ({
  en: en === path ? path : `${path} (${en})`,
  zh: zh === path ? path : `${path}（${zh}）`,
});

/** When there was or will be no such micro-grid, and so nobody is missed in it. */
const termsWithout = (terms: readonly InForce[]): readonly Term[] =>
  holesIn(
    terms.map(({ from = null, until = null }) => ({ from, until })),
    null,
  ).map(({ since, until }) => ({ from: since, until }));

const memberPosts = (
  grids: DutyLand['grids'],
  { members, watch }: Rosters,
  termsOf: (duty: Duty) => readonly Term[],
): readonly Post[] => {
  const byId = new Map<string, DutyLand['grids']>();
  for (const grid of grids) byId.set(grid.id, [...(byId.get(grid.id) ?? []), grid]);
  const watchIn = (area: string) => [...watch].filter(([path]) => liesIn(area, path)).flatMap(([, it]) => it);
  return [...byId].map(([id, versions]) => {
    const last = versions.at(-1);
    const called = withName(id, last?.name ?? { en: id, zh: id });
    const duties = [...(members.get(id) ?? []), ...watchIn(last?.area ?? '')];
    return {
      code: 'nobody-on-duty',
      at: `micro-grid ${id}`,
      nobody: {
        en: `nobody is on duty in micro-grid ${called.en}`,
        zh: `微网格 ${called.zh}无人值守`,
      },
      duties: [...duties.flatMap(termsOf), ...termsWithout(versions)],
    };
  });
};

const leaderPosts = (
  role: (typeof leaderRoles)[number],
  { town }: DutyLand,
  { leaders }: Rosters,
): readonly Post[] =>
  [{ path: town.town, name: town.name }, ...town.areas]
    .filter(({ path }) => levelOf(path) === ledBy[role])
    .map(({ path, name }) => {
      const called = withName(path, name);
      const title = roleNames[role];
      return {
        code: 'role-unheld',
        at: `${ledBy[role]} ${path}`,
        nobody: {
          en: `nobody is ${title.en} of ${called.en}`,
          zh: `${called.zh}没有${title.zh}`,
        },
        duties: (leaders.get(path) ?? []).filter((duty) => duty.role === role),
      };
    });

/** For warnings: as things stand at a moment, who hears of a lateness by the ladders, and by which hours people work. */
export type DutyCheck = Readonly<{ roles: readonly string[]; now: Instant; calendars?: readonly Calendar[] }>;

/**
 * Holes in the rosters from `now` on, and who is in two places at once. A grid member is needed in every
 * micro-grid, and a secretary, who arbitrates, in every community; whoever else stands on a ladder (`roles`) in every
 * area of their level. A micro-grid list within one entry is one person for several places on purpose.
 */
export const dutyWarnings = (
  land: DutyLand,
  { rosters, entries, leave }: Pick<Read, 'entries' | 'leave'> & Readonly<{ rosters: Rosters }>,
  { roles, now, calendars = [] }: DutyCheck,
): readonly PackProblem[] => {
  const needed = leaderRoles.filter((role) => role === 'community-secretary' || roles.includes(role));
  const { shifts } = rosters;
  const posts = [
    ...memberPosts(land.grids, rosters, presenceBy({ shifts, calendars }, now)),
    ...needed.flatMap((role) => leaderPosts(role, land, rosters)),
  ];
  return [
    ...posts.flatMap((post) => holeProblems(post, land.town, now)),
    ...doubleProblems({ entries, shifts }, land, now),
    ...standInWarnings(leave, now),
  ];
};
