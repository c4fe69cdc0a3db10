/** What people compare of two packs, as plain data: how long what may take, who hears of it, offices, and who is on duty where. */
import { type LocalizedText, sha256 } from '@mulin/kernel';
import { type PackThing, rulesIn } from '../compare/rules.js';
import type { Duty } from './duty.js';
import { packFiles, readFiles, type TextOf } from './files.js';
import { parseGrids } from './grids.js';
import { parseMediation } from './mediation.js';
import { parseMenu } from './menu.js';
import type { Pack } from './read-pack.js';
import { parseRosters, type Rosters } from './rosters.js';
import {
  type ClockRule,
  type Length,
  parseRules,
  type Policy,
  type PublicDaysOf,
  type Rung,
} from './rules.js';
import { parseTown } from './town.js';

type Called = Readonly<{ id: string; name: LocalizedText }>;

/** What a pack says that a comparison shows; the order is that of its files. */
export type PackOutline = Readonly<{
  /** Kinds of demand, and by which policy each is timed. */
  items: readonly (Called & Readonly<{ policy: string }>)[];
  policies: readonly Readonly<{
    id: string;
    calendar: string;
    /** The share of the time to complete where it is done again; `null`: all of it. */
    redo: number | null;
    /** Each with the ladder that it has in the end. */
    clocks: readonly Readonly<{
      name: ClockRule['name'];
      length: Length;
      urgencies: Readonly<Record<string, Length>>;
      ladder: readonly Rung[];
    }>[];
  }>[];
  offices: readonly Called[];
  /** `name`: how people call whoever has the account; `placeName`: that of the area, micro-grid or office. */
  duties: readonly (Pick<Duty, 'account' | 'role' | 'from' | 'until'> &
    Readonly<{
      place: string;
      placeName: LocalizedText | null;
      name: LocalizedText | null;
      shift: string | null;
      turn: NonNullable<Duty['turn']> | null;
    }>)[];
  /** Whatever else stands in the files, in words. */
  rules: readonly PackThing[];
}>;

type Parts = Readonly<{
  menu: PackOutline['items'];
  policies: readonly Policy[];
  rosters: Rosters;
  /** How areas and micro-grids are called, by path or id. */
  places: readonly (readonly [string, LocalizedText])[];
  rules: PackOutline['rules'];
}>;

const policyOf = ({ id, calendar, clocks, ladder, redo }: Policy): PackOutline['policies'][number] => ({
  id,
  calendar,
  redo: redo?.share ?? null,
  clocks: clocks.map((clock) => ({
    name: clock.name,
    length: clock.length,
    urgencies: clock.urgencies ?? {},
    ladder: clock.ladder ?? ladder,
  })),
});

const dutiesIn = ({ rosters, places }: Parts): PackOutline['duties'] => {
  const { members, watch, leaders, helpers, offices } = rosters;
  const ofOffices = [...offices].map(([id, { duties }]) => [id, duties] as const);
  const names = new Map([...places, ...[...offices].map(([id, { name }]) => [id, name] as const)]);
  return [...members, ...watch, ...leaders, ...helpers, ...ofOffices].flatMap(([place, duties]) =>
    duties.map(({ account, role, from, until, name = null, shift = null, turn = null }) => ({
      ...{ place, placeName: names.get(place) ?? null, account, role, name, from, until, shift, turn },
    })),
  );
};

const outlined = (parts: Parts): PackOutline => ({
  items: parts.menu.map(({ id, name, policy }) => ({ id, name, policy })),
  policies: parts.policies.map(policyOf),
  offices: [...parts.rosters.offices].map(([id, { name }]) => ({ id, name })),
  duties: dutiesIn(parts),
  rules: parts.rules,
});

const placesOf = (
  town: Pick<Pack['town'], 'town' | 'name' | 'areas'>,
  grids: readonly Called[],
): Parts['places'] => [
  [town.town, town.name],
  ...town.areas.map(({ path, name }) => [path, name] as const),
  ...grids.map(({ id, name }) => [id, name] as const),
];

/** Of the pack that a town runs with. */
export const outlineOf = ({ town, intake, slaTimer, routing, rules }: Pack): PackOutline =>
  outlined({
    menu: intake.menu,
    policies: slaTimer.policies,
    rosters: routing.rosters,
    places: placesOf(town, routing.grids),
    rules,
  });

/**
 * Of a pack of which the texts are at hand, as in a browser: the same as `outlineOf` gives of a town that runs with it.
 * It has no mistake that keeps a town from starting: that was looked for before.
 *
 * @param days the public days that calendars may name, by their country.
 * @throws `Rejection` `pack-invalid` where there is such a mistake.
 */
export const outlineOfTexts = (textOf: TextOf, days: PublicDaysOf): PackOutline => {
  const { files } = readFiles(textOf);
  const town = parseTown(files.town);
  const grids = parseGrids(files.grids, town);
  const { policies, calendars } = parseRules(
    { policies: files.policies, calendars: files.calendars },
    days,
    town.zone,
  );
  const ids = calendars.map(({ id }) => id);
  const mediation = parseMediation(files.mediation, { name: town.name, area: town.town, calendars: ids });
  return outlined({
    menu: parseMenu(files.menu),
    policies,
    rosters: parseRosters(files.rosters),
    places: placesOf(town, grids),
    rules: rulesIn({ files, policies, mediation, grids }),
  });
};

/** What `packFingerprint` says of a folder, of texts: in a browser that has a hash, which it lacks without TLS. */
export const fingerprintOfTexts = (textOf: TextOf): Promise<string> =>
  sha256(
    Object.values(packFiles)
      .map((name) => JSON.stringify([name, textOf(name)?.replace(/^\uFEFF/, '') ?? null]))
      .join(''),
  );
