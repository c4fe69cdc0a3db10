/** A town pack as the services are given it. */
import { type PackThing, rulesIn } from '../compare/rules.js';
import { type FeedbackRules, parseFeedback } from './feedback.js';
import type { PackFiles } from './files.js';
import { filesIn } from './folder.js';
import { type MicroGrid, parseGrids } from './grids.js';
import { type MediationRules, parseMediation } from './mediation.js';
import { type MenuItem, parseMenu } from './menu.js';
import { publicDays } from './public-days.js';
import type { Shift } from './duty.js';
import { parseRosters, type Rosters } from './rosters.js';
import type { Calendar } from '@mulin/working-time';
import { parseRules, type Rules } from './rules.js';
import { type NamedArea, parseTown, type Town } from './town.js';

/** What each service reads of a pack. */
export type Pack = Readonly<{
  /** What `packFingerprint` says of its folder. */
  fingerprint: string;
  town: Town;
  intake: Readonly<{ menu: readonly MenuItem[]; feedback: FeedbackRules | null }>;
  routing: Readonly<{
    areas: readonly NamedArea[];
    grids: readonly MicroGrid[];
    rosters: Rosters;
    shifts: readonly PackShift[];
    /** Which office answers for what, and what its finish demands; of items that say so. */
    items: readonly HandledItem[];
    /** By which calendar work on a menu item is counted, by its id. */
    calendars: ReadonlyMap<string, Calendar>;
  }>;
  slaTimer: Rules &
    Readonly<{
      commitments: MediationRules['policies'];
      /** By which policy each item is timed: for whoever asks before they order. */
      menu: readonly TimedItem[];
    }>;
  /** `calendar`: by which the days of a court's window are counted. */
  mediation: MediationRules & Readonly<{ calendar: Calendar }>;
  /** `null`: the town asks for no feedback, and the desk closes cases. */
  feedback: FeedbackRules | null;
  /** In words, for whoever compares it with another one. */
  rules: readonly PackThing[];
}>;

/** What a menu item says of how long it takes. */
type TimedItem = Pick<MenuItem, 'id' | 'policy' | 'urgency'>;

/** What a menu item says of how it is handled. */
export type HandledItem = Pick<MenuItem, 'id' | 'office' | 'finish'>;

/** Hours in which people work, with the calendar by which they count. */
export type PackShift = Omit<Shift, 'calendar'> & Readonly<{ calendar: Calendar }>;

/** Whether each of them has its calendar is for a check to say. */
const shiftsOf = (shifts: readonly Shift[], calendars: readonly Calendar[]): readonly PackShift[] =>
  shifts.flatMap((shift) => {
    const calendar = calendars.find(({ id }) => id === shift.calendar);
    return calendar === undefined ? [] : [{ ...shift, calendar }];
  });

/** That of the policy of each menu item. Whether each item has one is for a check to say. */
const calendarsOf = (
  menu: readonly MenuItem[],
  { policies, calendars }: Rules,
): ReadonlyMap<string, Calendar> =>
  new Map(
    menu.flatMap((item) => {
      const policy = policies.find(({ id }) => id === item.policy);
      const calendar = calendars.find(({ id }) => id === policy?.calendar);
      return calendar === undefined ? [] : [[item.id, calendar] as const];
    }),
  );

const handledOf = (items: readonly MenuItem[]): readonly HandledItem[] =>
  items
    .filter(({ office, finish }) => office !== undefined || finish !== undefined)
    .map(({ id, office, finish }) => ({
      id,
      ...(office === undefined ? {} : { office }),
      ...(finish === undefined ? {} : { finish }),
    }));

/** A town's own one, which stands first; a file without any was refused. */
const firstOf = ([first]: readonly Calendar[]): Calendar => {
  if (first === undefined) throw new Error('a pack has a calendar at least');
  return first;
};

/**
 * The pack in these files, as `filesIn` has read them.
 *
 * @throws `Rejection` `pack-invalid`, with the mistakes of the first file that has any; `checkedPack` names those
 *   of all of them, and whether the files fit together.
 */
export const packOf = ({ files, fingerprint }: Readonly<{ files: PackFiles; fingerprint: string }>): Pack => {
  const { town: townFile, menu: menuFile, policies, calendars, grids, rosters: rosterFile } = files;
  const { feedback: feedbackFile, mediation: mediationFile } = files;
  const town = parseTown(townFile);
  const feedback = parseFeedback(feedbackFile);
  const rosters = parseRosters(rosterFile);
  const items = parseMenu(menuFile);
  const rules = parseRules({ policies, calendars }, publicDays(), town.zone);
  const mediation = parseMediation(mediationFile, {
    name: town.name,
    area: town.town,
    calendars: rules.calendars.map(({ id }) => id),
  });
  const land = parseGrids(grids, town);
  return {
    fingerprint,
    town,
    // How an item is handled is no word of the menu that residents read.
    intake: { menu: items.map(({ office: _, finish: __, ...item }) => item), feedback },
    routing: {
      areas: town.areas,
      grids: land,
      rosters,
      shifts: shiftsOf(rosters.shifts, rules.calendars),
      items: handledOf(items),
      calendars: calendarsOf(items, rules),
    },
    slaTimer: {
      ...rules,
      commitments: mediation.policies,
      menu: items.map(({ id, policy, urgency }) => ({ id, policy, urgency })),
    },
    feedback,
    mediation: { ...mediation, calendar: firstOf(rules.calendars) },
    rules: rulesIn({ files, policies: rules.policies, mediation, grids: land }),
  };
};

/**
 * The pack in a folder. Refused (`pack-invalid`) with the mistakes of the first file that has any; `checkedPack`
 * names those of all of them, and whether the files fit together.
 */
export const packIn = (folder: string): Pack => packOf(filesIn(folder));
