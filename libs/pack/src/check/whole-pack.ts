/** Everything that is wrong with a town pack, or worth a look: what starts a town and what checks it ask here. */
import type { Instant } from '@mulin/kernel';
import { isMistake, type PackProblem } from '../problem.js';
import { problemsOfFeedback } from '../read/feedback.js';
import { filesIn, type PackFiles } from '../read/files.js';
import { type Pack, packOf } from '../read/read-pack.js';
import { problemsOfMediation } from '../read/mediation.js';
import { parseMenu, problemsOfMenu } from '../read/menu.js';
import { publicDays } from '../read/public-days.js';
import { ownCalendarsIn, parseRules, problemsOfRules, type Rules } from '../read/rules.js';
import { checkPack } from './check.js';
import { ladderRolesIn } from './ladders.js';
import { mediationWarnings, namedInMediation } from './mediation.js';
import { menuWarnings, officesMissing, policiesMissing } from './menu.js';
import { warningsOfRules } from './rules.js';
import { readRosters } from '../read/rosters.js';
import { unknownCalendars } from './shifts.js';

/** As `town.json` has it, which may be wrong in other things. */
const zoneIn = (town: unknown): string | undefined =>
  typeof town === 'object' && town !== null && 'zone' in town && typeof town.zone === 'string'
    ? town.zone
    : undefined;

type Checked = Readonly<{ rules: Rules | null; problems: readonly PackProblem[] }>;

/** `null`: only mistakes are asked for, which are the same at any moment. */
type Now = Instant | null;

const checkRules = ({ policies, calendars, town }: PackFiles, now: Now): Checked => {
  const days = publicDays();
  const problems = problemsOfRules({ policies, calendars }, days, zoneIn(town));
  if (problems.some(isMistake)) return { rules: null, problems };
  const rules = parseRules({ policies, calendars }, days);
  const warnings = now === null ? [] : warningsOfRules(rules, ownCalendarsIn(calendars), now);
  return { rules, problems: [...problems, ...warnings] };
};

const checkMenu = (
  { menu: json, rosters: rosterFile }: PackFiles,
  rules: Rules | null,
  now: Now,
): readonly PackProblem[] => {
  const found = problemsOfMenu(json);
  if (found.some(isMistake)) return found;
  const { rosters } = readRosters(rosterFile);
  const menu = parseMenu(json);
  const ofOffices = rosters === null ? [] : officesMissing(menu, new Set(rosters.offices.keys()));
  const problems = [...found, ...ofOffices];
  if (rules === null) return problems;
  const parts = { menu, policies: rules.policies };
  return [...problems, ...policiesMissing(parts), ...(now === null ? [] : menuWarnings(parts))];
};

/** Mistakes, and warnings of a file that has none. */
const checkMediation = (json: unknown, rules: Rules | null, now: Now): readonly PackProblem[] => {
  // Whether a calendar is there nobody can say where calendars cannot be read.
  const calendars = (rules?.calendars ?? []).map(({ id }) => id);
  const found = problemsOfMediation(json, {
    calendars: rules === null ? namedInMediation(json).calendars : calendars,
  });
  if (rules === null || now === null || found.some(isMistake)) return found;
  return [...found, ...mediationWarnings(json, rules, now)];
};

const weights = ['mistake', 'warning', 'note'];

/**
 * Mistakes, then warnings, then notes of files that are JSON, file by file; `now` is `null` where only mistakes are asked
 * for, which are the same at any moment. Whoever stands on no ladder that can be read is looked for nowhere.
 */
export const problemsOfFiles = (files: PackFiles, now: Now): readonly PackProblem[] => {
  const { rules, problems } = checkRules(files, now);
  const { policies = [], calendars = [] } = rules ?? {};
  const named = namedInMediation(files.mediation);
  const asked = now === null ? null : { now, calendars, roles: [...ladderRolesIn(policies), ...named.roles] };
  const shifts = readRosters(files.rosters).rosters?.shifts ?? [];
  const ids = calendars.map(({ id }) => id);
  const unknown = rules === null ? [] : unknownCalendars(shifts, ids);
  const elsewhere = [...shifts.map(({ calendar }) => calendar), ...named.calendars];
  const isUsed = ({ code, at }: PackProblem) => code === 'calendar-never-used' && elsewhere.includes(at);
  const ofRules = [...unknown, ...problems.filter((it) => !isUsed(it))];
  const others = [
    ...checkMenu(files, rules, now),
    ...problemsOfFeedback(files.feedback),
    ...checkMediation(files.mediation, rules, now),
  ];
  return [...checkPack(files, asked), ...ofRules, ...others].sort(
    (one, other) => weights.indexOf(one.severity) - weights.indexOf(other.severity),
  );
};

const problemsIn = (folder: string, now: Now): readonly PackProblem[] => {
  const { files, problems } = filesIn(folder);
  return problems.length > 0 ? problems : problemsOfFiles(files, now);
};

/**
 * All that can be said of the pack in a folder: mistakes, then warnings, then notes.
 *
 * @param now warnings are as things stand at this moment, and as far as the rosters reach.
 */
export const problemsOfPack = (folder: string, now: Instant): readonly PackProblem[] =>
  problemsIn(folder, now);

/**
 * The pack in a folder, checked and read at once: `pack` is `null` where there are mistakes, which keep a
 * town from starting, today as on any other day. Reads the files once; throws nothing.
 */
export const checkedPack = (
  folder: string,
): Readonly<{ pack: Pack | null; mistakes: readonly PackProblem[] }> => {
  const { files, problems } = filesIn(folder);
  const mistakes = (problems.length > 0 ? problems : problemsOfFiles(files, null)).filter(isMistake);
  return { pack: mistakes.length > 0 ? null : packOf(files), mistakes };
};
