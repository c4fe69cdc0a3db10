/** Whether somebody is on duty wherever the town needs somebody: today, and as far as the rosters reach. */
import { type Instant, levelOf, msOf, type LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import { localText } from '@mulin/working-time';
import type { MicroGrid } from '../read/grids.js';
import { type DutyRole, leaderRoles } from '../words.js';
import { type Hole, holesIn, type Term } from './holes.js';
import type { InForce } from '../read/terms.js';
import { type Duty, type Entry, ledBy, type Rosters } from '../read/rosters.js';
import type { Town } from '../read/town.js';

const { mistake, warning } = problemsIn('rosters.json');

/** The places in which somebody must be on duty. */
export type DutyLand = Readonly<{
  town: Town;
  grids: readonly Pick<MicroGrid, 'id' | 'area' | 'name' | 'from' | 'until'>[];
  /** Of all micro-grids, also of those that could not be read; `null`: their file could not be read. */
  ids: readonly string[] | null;
}>;

const roleNames: Readonly<Record<DutyRole, LocalizedText>> = {
  'grid-member': { en: 'grid member', zh: '网格员' },
  'grid-leader': { en: 'grid leader', zh: '网格长' },
  'village-committee': { en: 'village committee', zh: '村委会' },
  'community-secretary': { en: 'community secretary', zh: '社区书记' },
  'town-leader': { en: 'town leader', zh: '镇领导' },
};

/** A duty in a place that the town does not have. */
export const placeProblems = (
  { town, ids: all }: DutyLand,
  { members, leaders }: Rosters,
): readonly PackProblem[] => {
  const areas = new Set([town.town, ...town.areas.map(({ path }) => path)]);
  const unknown = (at: string, en: string, zh: string) => mistake('unknown-place', at, { en, zh });
  return [
    ...[...members.keys()]
      .filter((id) => all !== null && !all.includes(id))
      .map((id) => unknown('members', `there is no micro-grid ${id}`, `没有微网格 ${id}`)),
    ...[...leaders.keys()]
      .filter((path) => !areas.has(path))
      .map((path) => unknown('leaders', `there is no area ${path}`, `没有区域 ${path}`)),
  ];
};

/** As clocks in the town show it, to the minute. */
const shownTime = (at: Instant, { zone }: Town): string => {
  const text = localText(zone, msOf(at));
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
};

/** Since when and until when. */
const shownHole = ({ since, until }: Hole, now: Instant, town: Town): LocalizedText => {
  const [begin, end] = [since, until].map((at) => (at === null ? null : shownTime(at, town)));
  if (!begin) return end ? { en: `until ${end}`, zh: `直至 ${end}` } : { en: 'at any time', zh: '任何时候' };
  const isOn = since !== null && since <= now;
  if (!end) return { en: `${isOn ? 'since' : 'from'} ${begin}${isOn ? '' : ' on'}`, zh: `自 ${begin} 起` };
  return { en: `${isOn ? 'since' : 'from'} ${begin} until ${end}`, zh: `自 ${begin} 至 ${end}` };
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

const memberPosts = (grids: DutyLand['grids'], { members }: Rosters): readonly Post[] => {
  const byId = new Map<string, DutyLand['grids']>();
  for (const grid of grids) byId.set(grid.id, [...(byId.get(grid.id) ?? []), grid]);
  return [...byId].map(([id, versions]) => {
    const called = withName(id, versions.at(-1)?.name ?? { en: id, zh: id });
    return {
      code: 'nobody-on-duty',
      at: `micro-grid ${id}`,
      nobody: {
        en: `nobody is on duty in micro-grid ${called.en}`,
        zh: `微网格 ${called.zh}无人值守`,
      },
      duties: [...(members.get(id) ?? []), ...termsWithout(versions)],
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

const overlapUntil = (one: Duty, other: Duty): Hole | null => {
  const since = [one.from, other.from].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  const until = [one.until, other.until].reduce((a, b) => (b === null || (a !== null && a < b) ? a : b));
  return since !== null && until !== null && until <= since ? null : { since, until };
};

/** Whether one place lies in the other: who leads a grid may well serve in it. */
const isOnePath = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

const doubleProblem = (one: Entry, other: Entry, land: DutyLand, now: Instant): readonly PackProblem[] => {
  const both = overlapUntil(one, other);
  if (both === null || (both.until !== null && both.until <= now)) return [];
  const areas = new Map(land.grids.map(({ id, area }) => [id, area]));
  const pathOf = (place: string): string => areas.get(place) ?? place;
  const pairs = one.places.flatMap((place) => other.places.map((it) => [place, it] as const));
  const { en, zh } = shownHole(both, now, land.town);
  const at = `${one.at}, ${other.at} (${one.account})`;
  const [pair] = pairs;
  if (pair !== undefined && !pairs.some(([here, there]) => isOnePath(pathOf(here), pathOf(there))))
    return [
      warning('two-places-at-once', at, {
        en: `is in two places at the same time, ${pair[0]} and ${pair[1]}, ${en}`,
        zh: `同一时间身处两地：${pair[0]} 与 ${pair[1]}（${zh}）`,
      }),
    ];
  return one.role === other.role && pairs.some(([here, there]) => here === there)
    ? [
        warning('duty-twice', at, {
          en: `the same duty stands there twice ${en}`,
          zh: `同一职责重复列出（${zh}）`,
        }),
      ]
    : [];
};

const doubleProblems = (entries: readonly Entry[], land: DutyLand, now: Instant): readonly PackProblem[] => {
  const byAccount = new Map<string, Entry[]>();
  for (const entry of entries) byAccount.set(entry.account, [...(byAccount.get(entry.account) ?? []), entry]);
  return [...byAccount.values()].flatMap((own) =>
    own.flatMap((one, place) =>
      own.slice(place + 1).flatMap((other) => doubleProblem(one, other, land, now)),
    ),
  );
};

/**
 * Holes in the rosters from `now` on, and who is in two places at once. A grid member is needed in every
 * micro-grid, and a secretary, who arbitrates, in every community; whoever else stands on a ladder (`roles`) in every
 * area of their level. A micro-grid list within one entry is one person for several places on purpose.
 */
export const dutyWarnings = (
  land: DutyLand,
  { rosters, entries }: Readonly<{ rosters: Rosters; entries: readonly Entry[] }>,
  { roles, now }: Readonly<{ roles: readonly string[]; now: Instant }>,
): readonly PackProblem[] => {
  const needed = leaderRoles.filter((role) => role === 'community-secretary' || roles.includes(role));
  const posts = [
    ...memberPosts(land.grids, rosters),
    ...needed.flatMap((role) => leaderPosts(role, land, rosters)),
  ];
  return [
    ...posts.flatMap((post) => holeProblems(post, land.town, now)),
    ...doubleProblems(entries, land, now),
  ];
};
