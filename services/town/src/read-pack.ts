/** Reads the folder of a town pack. What its files mean is each service's own business. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type IntakePack, parseMenu, problemsOfMenu } from '@mulin/intake';
import { Rejection } from '@mulin/kernel';
import {
  checkGrids,
  checkPack,
  lineOf,
  parseGrids,
  parseRosters,
  parseTown,
  type RoutingPack,
  type Town,
} from '@mulin/routing';
import { lineOf as lineOfProblem, Misconfigured } from '@mulin/service';
import { parseRules, problemsOfRules, type SlaTimerPack } from '@mulin/sla-timer';
import { publicDays } from './public-days.js';

export type Pack = Readonly<{
  town: Town;
  intake: IntakePack;
  routing: RoutingPack;
  slaTimer: SlaTimerPack;
}>;

const names = {
  town: 'town.json',
  menu: 'menu.json',
  policies: 'policies.json',
  calendars: 'calendars.json',
  grids: 'grids.geojson',
  rosters: 'rosters.json',
} as const;

type Files = Readonly<Record<keyof typeof names, unknown>>;

const isBroken = (text: string): boolean => {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    // What only stops too early may still become JSON.
    return !/end of JSON|Unterminated/.test(String(error));
  }
};

/** Where JSON stops being JSON: the longest beginning that could still become some. */
const placeOfBreak = (text: string): string => {
  let good = 0;
  for (let bad = text.length + 1; bad - good > 1;) {
    const middle = Math.floor((good + bad) / 2);
    if (isBroken(text.slice(0, middle))) bad = middle;
    else good = middle;
  }
  const before = text.slice(0, good).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
};

const textOf = (folder: string, name: string): string => {
  try {
    return readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new Misconfigured(`The town pack ${folder} has no file ${name} that can be read.`);
  }
};

const jsonOf = (folder: string, name: string): unknown => {
  const text = textOf(folder, name);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const place = placeOfBreak(text);
    throw new Misconfigured(`${path.join(folder, name)} is not JSON: it breaks at ${place}.`);
  }
};

const filesIn = (folder: string): Files => ({
  town: jsonOf(folder, names.town),
  menu: jsonOf(folder, names.menu),
  policies: jsonOf(folder, names.policies),
  calendars: jsonOf(folder, names.calendars),
  grids: jsonOf(folder, names.grids),
  rosters: jsonOf(folder, names.rosters),
});

/** A menu item without its policy would have no clocks. */
const policiesMissing = ({ intake, slaTimer }: Pick<Pack, 'intake' | 'slaTimer'>): readonly string[] => {
  const known = new Set(slaTimer.policies.map(({ id }) => id));
  return intake.menu
    .filter(({ policy }) => !known.has(policy))
    .map(({ id, policy }) => `menu.json: ${id}: policies.json has no policy ${policy}`);
};

const packOf = ({ town: townFile, menu, policies, calendars, grids, rosters }: Files): Pack => {
  const town = parseTown(townFile);
  return {
    town,
    intake: { menu: parseMenu(menu) },
    routing: { areas: town.areas, grids: parseGrids(grids, town), rosters: parseRosters(rosters) },
    slaTimer: parseRules({ policies, calendars }, publicDays(), town.zone),
  };
};

/** Whether the land and the rosters fit together: what no file says of itself. */
const unfitting = ({ town, routing }: Pick<Pack, 'town' | 'routing'>): readonly string[] =>
  checkGrids({ town, ...routing })
    .filter(({ weight }) => weight === 'mistake')
    .map((it) => lineOf(it));

/** Refused (`Misconfigured`) with every mistake of the first wrong file in one message. */
export const readPack = (folder: string): Pack => {
  const files = filesIn(folder);
  try {
    const pack = packOf(files);
    const wrong = [...unfitting(pack), ...policiesMissing(pack)];
    if (wrong.length > 0) throw new Misconfigured(wrong.join('; '));
    return pack;
  } catch (error) {
    if (!(error instanceof Rejection) && !(error instanceof Misconfigured)) throw error;
    throw new Misconfigured(`The town pack ${folder} cannot be used: ${error.message}`);
  }
};

/** As `town.json` has it, which may be wrong in other things. */
const zoneIn = (town: unknown): string | undefined =>
  typeof town === 'object' && town !== null && 'zone' in town && typeof town.zone === 'string'
    ? town.zone
    : undefined;

/** Everything that is wrong with a pack, or worth a look: one sentence each. */
export const problemsOfPack = async (folder: string): Promise<readonly string[]> => {
  try {
    const files = filesIn(folder);
    const problems = [
      ...checkPack({ town: files.town, grids: files.grids, rosters: files.rosters }).map((it) => lineOf(it)),
      ...[...problemsOfMenu(files.menu), ...problemsOfRules(files, publicDays(), zoneIn(files.town))].map(
        (it) => lineOfProblem(it),
      ),
    ];
    return problems.length > 0 ? problems : policiesMissing(packOf(files));
  } catch (error) {
    if (error instanceof Misconfigured || error instanceof Rejection) return [error.message];
    throw error;
  }
};
