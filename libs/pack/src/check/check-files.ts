/** Everything that is wrong with the files of a town pack, or worth a look, wherever they lie. */
import type { Instant } from '@mulin/kernel';
import { isMistake, type PackProblem } from '../problem.js';
import { problemsOfFeedback } from '../read/feedback.js';
import { type PackFiles, readFiles, type TextOf } from '../read/files.js';
import { problemsOfMediation } from '../read/mediation.js';
import { parseMenu, problemsOfMenu } from '../read/menu.js';
import { ownCalendarsIn, parseRules, problemsOfRules, type PublicDaysOf, type Rules } from '../read/rules.js';
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
export type Now = Instant | null;

const checkRules = ({ policies, calendars, town }: PackFiles, now: Now, days: PublicDaysOf): Checked => {
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
 *
 * @param days the public days that calendars may name, by their country.
 */
export const problemsByDays = (files: PackFiles, now: Now, days: PublicDaysOf): readonly PackProblem[] => {
  const { rules, problems } = checkRules(files, now, days);
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

/**
 * All that can be said of a pack of which the texts are at hand, as in a browser: as `problemsOfPack` says it of a
 * folder.
 */
export const problemsOfTexts = (textOf: TextOf, now: Now, days: PublicDaysOf): readonly PackProblem[] => {
  const { files, problems } = readFiles(textOf);
  return problems.length > 0 ? problems : problemsByDays(files, now, days);
};
