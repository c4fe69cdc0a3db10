/** `mulin rosters`: who is on duty where, and named for it in the running town. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import type { TownClient } from '../town-client.js';
import { type Duty, placeLines, type Roster, rosterLines } from './roster-lines.js';

type Args = readonly (string | undefined)[];
type Listing = Readonly<{ place?: string; changed?: boolean }>;
type Adding = Readonly<{ role?: string; first?: boolean; shift?: string; from?: string; until?: string }>;
type Removing = Readonly<{ role?: string; empty?: boolean }>;

const path = '/api/v1/rosters';

const at = (place: string): string => {
  // The path without a place is that of all places.
  if (place === '') throw new WrongCall(({ rosters }) => rosters.noPlace);
  return `${path}/${encodeURIComponent(place)}`;
};

const shown = (roster: Roster, texts: Texts): Outcome => ({
  json: { items: [roster] },
  lines: rosterLines(roster, texts),
});

const rostersOf = async (client: TownClient, place: string | undefined): Promise<readonly Roster[]> =>
  place === undefined
    ? (await client.get<{ items: readonly Roster[] }>(path)).items
    : [await client.get<Roster>(at(place))];

/** A line for each place; of one place, a line for each duty. */
export const listRostersCommand = async (
  { town, texts }: Surroundings,
  { place, changed = false }: Listing,
): Promise<Outcome> => {
  const items = (await rostersOf(town(), place)).filter(({ changedBy }) => !changed || changedBy !== null);
  const json = { items };
  if (changed && items.length === 0) return { json, lines: [texts.rosters.noneChanged] };
  const lines =
    place === undefined ? placeLines(items, texts) : items.flatMap((it) => rosterLines(it, texts));
  return { json, lines };
};

/** A duty that stood there, or is new. */
type Named = Readonly<{ [Part in keyof Duty]?: Duty[Part] | undefined }>;

/** As the town takes a duty: its name for people is its own, and what nobody said is not sent. */
const sent = ({ name: _, ...duty }: Named): object =>
  Object.fromEntries(Object.entries(duty).filter(([, it]) => it !== null && it !== undefined));

type Change = (roster: Roster) => Readonly<{ duties: readonly Named[]; isEmptyMeant?: boolean }>;

/** Sent with the version that was read, so that what somebody else has changed meanwhile is not undone. */
const changed = async ({ town, texts }: Surroundings, place: string, change: Change): Promise<Outcome> => {
  const client = town();
  const { answer, version } = await client.versioned<Roster>(at(place));
  const { duties, ...more } = change(answer);
  const body = { duties: duties.map(sent), ...more };
  return shown(await client.put<Roster>(at(place), body, version), texts);
};

const onlyRoleOf = ({ place, roles }: Roster): string => {
  const [role, ...others] = roles;
  if (role !== undefined && others.length === 0) return role;
  throw new WrongCall(({ rosters }) => rosters.whichRole(place, roles));
};

/** `rosters add PLACE ACCOUNT`: last, or first. Answers with the roster as it is then. */
export const addToRosterCommand = (
  surroundings: Surroundings,
  [place = '', account = '']: Args,
  { role, first = false, shift, from, until }: Adding,
): Promise<Outcome> =>
  changed(surroundings, place, (roster) => {
    const added = { account, role: role ?? onlyRoleOf(roster), shift, from, until };
    return { duties: first ? [added, ...roster.duties] : [...roster.duties, added] };
  });

/** `rosters remove PLACE ACCOUNT`: all duties of that account there, or those of a role. */
export const removeFromRosterCommand = (
  surroundings: Surroundings,
  [place = '', account = '']: Args,
  { role, empty = false }: Removing,
): Promise<Outcome> =>
  changed(surroundings, place, ({ duties }) => {
    const left = duties.filter((it) => it.account !== account || (role !== undefined && it.role !== role));
    if (left.length === duties.length)
      throw new WrongCall(({ rosters }) =>
        role === undefined ? rosters.notThere(account, place) : rosters.notThereAs(account, place, role),
      );
    return { duties: left, isEmptyMeant: empty };
  });

/** `rosters as-in-pack PLACE`. */
export const rosterAsInPackCommand = async (
  { town, texts }: Surroundings,
  [place = '']: Args,
): Promise<Outcome> => shown(await town().post<Roster>(`${at(place)}/as-in-pack`, {}), texts);
