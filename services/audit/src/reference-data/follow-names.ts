/** How things and people are called: as intake and routing publish it, version after version. */
import type { PublicEvent } from '@mulin/contracts';
import { followLog, type EventStore, liesIn, type LocalizedText, type Stop } from '@mulin/kernel';
import {
  type PublicEventRecorded,
  type KnownEvent,
  knownOf,
  referenceCategory,
} from '../views/recorded-events.js';

/** Who has an account by the rosters, and where; `name` where the rosters say it. */
type Duty = Readonly<{ role: string; place: string; name: LocalizedText | null }>;

/** `null`: nobody has published what this is called. */
export type Names = Readonly<{
  menuItem: (id: string) => LocalizedText | null;
  microGrid: (id: string) => LocalizedText | null;
  /** By its path; a micro-grid's, too. */
  area: (path: string) => LocalizedText | null;
  /** Whoever an order can be handed to: an area by its path, a micro-grid by its id, an office as rosters name it. */
  unit: (place: string) => LocalizedText | null;
  /** Whether this is the path of the whole town, as far as anything of it was published. */
  isTown: (place: string) => boolean;
  dutyOf: (account: string) => Duty | null;
  /** The menu items whose name, in either language, or whose code holds this text. */
  itemsCalled: (text: string) => readonly string[];
  /** The areas, by their paths, whose name holds this text; what lies in one of them is left out. */
  areasCalled: (text: string) => readonly string[];
  /** Whether they say which person it is; else neither names nor accounts. */
  showsWho: boolean;
}>;

/** The same for a reader who may know duties, and not which person has them. */
export const dutiesAlone = (names: Names): Names => ({
  ...names,
  dutyOf: (account) => {
    const duty = names.dutyOf(account);
    return duty && { ...duty, name: null };
  },
  showsWho: false,
});

type Of<Type extends KnownEvent['type']> = Extract<KnownEvent, { type: Type }>;
type Roster = Of<'routing.roster-posted.v1'>['data'];

/** In the order in which a service recorded them: what is heard again, or late, changes nothing. */
type Versioned<Content> = Readonly<{ version: number; content: Content }>;

const newest = <Content>(
  known: Map<string, Versioned<Content>>,
  key: string,
  version: number,
  content: Content,
): boolean => {
  if ((known.get(key)?.version ?? 0) >= version) return false;
  known.set(key, { version, content });
  return true;
};

type NamedGrid = Readonly<{ name: LocalizedText; area: string }>;

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const nameOfGrid = (grid: NamedGrid | undefined, path: string): LocalizedText | null =>
  grid?.area === path ? grid.name : null;

const holdsText = (text: string, name: LocalizedText, code = ''): boolean =>
  [name.en, name.zh, code].some((it) => it.toLowerCase().includes(text.toLowerCase()));

/** What stands before the id of an office where it is named as a place. */
const officePrefix = 'office:';
/** The town itself has no name of its own here. */
const wholeTown: LocalizedText = { en: 'the town', zh: '镇' };

/** Of towns that have not published how it is called. */
const someOffice: LocalizedText = { en: 'an office of the town', zh: '镇办科室' };

type Called<Content> = ReadonlyMap<string, Versioned<Content>>;

const searchIn = (
  items: Called<LocalizedText>,
  areas: Called<LocalizedText>,
  grids: Called<NamedGrid>,
): Pick<Names, 'itemsCalled' | 'areasCalled'> => ({
  itemsCalled: (text) =>
    [...items].flatMap(([id, { content }]) => (holdsText(text, content, id) ? [id] : [])),
  areasCalled: (text) =>
    widest([
      ...[...areas].flatMap(([path, { content }]) => (holdsText(text, content) ? [path] : [])),
      ...[...grids.values()].flatMap(({ content }) => (holdsText(text, content.name) ? [content.area] : [])),
    ]),
});

/** What does not lie in another one of them. */
const widest = (paths: readonly string[]): readonly string[] => {
  const sorted = [...new Set(paths)].sort((a, b) => a.length - b.length);
  const kept: string[] = [];
  for (const path of sorted) if (!kept.some((it) => liesIn(path, it))) kept.push(path);
  return kept;
};

const placesIn = (
  areas: Called<LocalizedText>,
  grids: Called<NamedGrid>,
  offices: ReadonlyMap<string, LocalizedText>,
): Pick<Names, 'microGrid' | 'area' | 'unit' | 'isTown'> => {
  const microGrid = (id: string) => grids.get(id)?.content.name ?? null;
  const area = (path: string) =>
    areas.get(path)?.content ?? nameOfGrid(grids.get(lastOf(path))?.content, path);
  const isTown = (place: string) =>
    !place.includes('/') && [...areas.keys()].some((path) => path.startsWith(`${place}/`));
  const unit = (place: string) => {
    if (place.startsWith(officePrefix)) return offices.get(place) ?? someOffice;
    if (isTown(place)) return area(place) ?? wholeTown;
    return area(place) ?? (place.includes('/') ? null : microGrid(place));
  };
  return { microGrid, area, unit, isTown };
};

/**
 * Standing in for a while makes nobody somebody else: in whatever order rosters are heard, one is called by a duty of
 * one's own, and by another's only where none was ever heard of.
 */
const assigning = (duties: Map<string, Duty>) => {
  const own = new Set<string>();
  return (place: string, { account, role, name, standsInFor }: Roster['duties'][number]): void => {
    if (standsInFor !== undefined && own.has(account)) return;
    if (standsInFor === undefined) own.add(account);
    duties.set(account, { role, place, name: name ?? null });
  };
};

export const followNames = () => {
  const items = new Map<string, Versioned<LocalizedText>>();
  const areas = new Map<string, Versioned<LocalizedText>>();
  const grids = new Map<string, Versioned<NamedGrid>>();
  const rosters = new Map<string, Versioned<Roster['duties']>>();
  const offices = new Map<string, LocalizedText>();
  const duties = new Map<string, Duty>();
  const assign = assigning(duties);

  /** Whoever had an account keeps their name in the history of what they did. */
  const post = ({ place, name: called, version, duties: posted }: Roster) => {
    if (!newest(rosters, place, version, posted)) return;
    if (called !== undefined) offices.set(place, called);
    for (const duty of posted) assign(place, duty);
  };

  const apply = (event: PublicEvent): void => {
    const known = knownOf(event);
    switch (known?.type) {
      case 'intake.menu-item-published.v1':
        return void newest(items, known.data.id, known.data.version, known.data.name);
      case 'routing.area-named.v1':
        return void newest(areas, known.data.path, known.data.version, known.data.name);
      case 'routing.micro-grid-drawn.v1':
        return void newest(grids, known.data.id, known.data.version, known.data);
      case 'routing.roster-posted.v1':
        return post(known.data);
      default:
    }
  };

  const names: Names = {
    menuItem: (id) => items.get(id)?.content ?? null,
    ...placesIn(areas, grids, offices),
    dutyOf: (account) => duties.get(account) ?? null,
    ...searchIn(items, areas, grids),
    showsWho: true,
  };

  const start = (store: EventStore): Promise<Stop> =>
    // The category holds this kind of event and no other.
    followLog(store, { categories: [referenceCategory] }, (event) =>
      apply((event as unknown as PublicEventRecorded).data),
    );

  return { names, apply, start };
};

/** What is called nothing is called by its code. */
export const calledOr = (code: string, name: LocalizedText | null): LocalizedText =>
  name ?? { en: code, zh: code };
