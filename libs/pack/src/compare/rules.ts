/** Everything of a pack that is not told otherwise where two packs are compared, in words of both languages. */
import type { LocalizedText } from '@mulin/kernel';
import { z } from 'zod';
import { FeedbackFile } from '../read/feedback.js';
import type { PackFiles } from '../read/files.js';
import type { MicroGrid } from '../read/grids.js';
import { MediationFile, type MediationRules, policyOfColour, promisePolicy } from '../read/mediation.js';
import { Menu } from '../read/menu.js';
import { RosterFile } from '../read/rosters-file.js';
import { ownCalendarsIn, type Policy } from '../read/rules.js';
import { CalendarsForEditors, Policies, PolicyShape } from '../read/rules-file.js';
import { TownFile } from '../read/town.js';
import { riskColours } from '../words.js';
import { landWords } from './land-words.js';
import { type Thing, thingsOf } from './things.js';
import type { Json } from './value-words.js';

/** In the order in which they are told. */
export const packParts = [
  'town',
  'grids',
  'menu',
  'policies',
  'calendars',
  'rosters',
  'feedback',
  'mediation',
] as const;
/** One of `packParts`. */
export type PackPart = (typeof packParts)[number];

/** A thing of a pack and what the pack says of it; `id` is one of its kind within the part. */
export type PackThing = Thing & Readonly<{ part: PackPart }>;

/** Files of a pack without a mistake, and what was read of them. */
type Parts = Readonly<{
  files: PackFiles;
  policies: readonly Policy[];
  mediation: Pick<MediationRules, 'committee' | 'homes' | 'policies'>;
  grids: readonly MicroGrid[];
}>;

type Told = Readonly<{ value: Json; schema: z.ZodType }>;

const nameOr = (name: LocalizedText | undefined, id: string): LocalizedText => name ?? { en: id, zh: id };

const town = ({ files }: Parts): Told => {
  const { areas, $schema: _, ...own } = TownFile.parse(files.town);
  const names = areas.map(({ path, name }) => [path, nameOr(name, path.split('/').at(-1) ?? path)] as const);
  return {
    value: { ...own, areas: Object.fromEntries(names) },
    schema: TownFile.extend({ areas: z.record(z.string(), z.unknown()) }),
  };
};

const grids = ({ files, grids: all }: Parts): Told => ({
  value: { grids: landWords(all, TownFile.parse(files.town).zone) },
  schema: z.object({}),
});

/** Groups and offices by their names. */
const menu = ({ files }: Parts): Told => {
  const { groups, items, $schema: _ } = Menu.parse(files.menu);
  const { offices } = RosterFile.parse(files.rosters);
  const nameIn = (all: readonly Readonly<{ id: string; name: LocalizedText }>[], id: string | undefined) =>
    id === undefined ? undefined : (all.find((it) => it.id === id)?.name ?? id);
  const told = items.map((it) => ({
    ...it,
    group: nameIn(groups, it.group),
    office: nameIn(offices, it.office),
  }));
  return { value: { groups, items: told }, schema: Menu };
};

/** Policies of items are told with the items. */
const policies = ({ files, policies: all }: Parts): Told => {
  const named = new Set(Menu.parse(files.menu).items.map(({ policy }) => policy));
  const others = all.filter(({ id }) => !named.has(id)).map(({ raisedTo: _, ...it }) => it);
  const { urgencies } = Policies.parse(files.policies);
  return {
    value: { urgencies, policies: others },
    schema: Policies.extend({ policies: z.array(PolicyShape) }),
  };
};

/** As the file has them: what a whole country has is not told day by day. */
const calendars = ({ files }: Parts): Told => ({
  value: {
    calendars: ownCalendarsIn(files.calendars).map(({ calendar, publicDays }) => ({
      ...calendar,
      publicDays,
    })),
  },
  schema: CalendarsForEditors,
});

/** Who works where and when is told with the duties. */
const rosters = ({ files }: Parts): Told => {
  const { shifts, awayHours, helpers } = RosterFile.parse(files.rosters);
  const standings = helpers.map(({ account, area, standing }) => ({ account, area, standing }));
  return { value: { shifts, awayHours, helpers: standings }, schema: RosterFile };
};

const feedback = ({ files }: Parts): Told => {
  if (files.feedback === null) return { value: {}, schema: FeedbackFile };
  const { $schema: _, ...value } = FeedbackFile.parse(files.feedback);
  return { value, schema: FeedbackFile };
};

/** With the usual terms, where the file leaves them out or is not there. */
const mediation = ({ mediation: rules }: Parts): Told => {
  const termsOf = (wanted: string) => rules.policies.find(({ id }) => id === wanted);
  const colours = riskColours.map((colour) => [colour, termsOf(policyOfColour(colour))] as const);
  return {
    value: {
      committee: rules.committee,
      homes: rules.homes,
      colours: Object.fromEntries(colours),
      promises: [termsOf(promisePolicy)],
    },
    schema: MediationFile.extend({ promises: z.unknown() }),
  };
};

const told: Readonly<Record<PackPart, (parts: Parts) => Told>> = {
  town,
  grids,
  menu,
  policies,
  calendars,
  rosters,
  feedback,
  mediation,
};

/** Whatever stands in the files, part by part. */
export const rulesIn = (parts: Parts): readonly PackThing[] =>
  packParts.flatMap((part) => {
    const { value, schema } = told[part](parts);
    return thingsOf(value, schema).map((it) => ({ part, ...it }));
  });
