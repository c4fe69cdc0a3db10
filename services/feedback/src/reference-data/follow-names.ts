/** How the town calls things and places, and who serves as what: for the letters that close cases. */
import { on, type Reaction } from '@mulin/bus';
import { AreaNamedV1, MenuItemPublishedV1, MicroGridDrawnV1, RosterPostedV1 } from '@mulin/contracts';
import {
  causedBy,
  type CommandHandler,
  type EventStore,
  followLog,
  type LocalizedText,
  type Role,
  dutyIn,
  roleOfTown,
  roleWords,
  type Stop,
} from '@mulin/kernel';
import type { Called } from '../domain/letter.js';
import * as Name from '../domain/name.js';

type Parts = Readonly<{ store: EventStore; names: CommandHandler<Name.State, Name.Event> }>;

const actor = 'feedback';
const filter = { categories: [Name.decider.category] };

/** What stands before the id of an office, and before the area where somebody helps. */
const officePrefix = 'office:';
const helpersPrefix = 'helpers:';

const itself = (code: string): LocalizedText => ({ en: code, zh: code });

const wordOf = (role: string): LocalizedText => {
  const words: Readonly<Partial<Record<string, LocalizedText>>> = roleWords satisfies Record<
    Role,
    LocalizedText
  >;
  return words[role] ?? itself(role);
};

/** The path and everything that it lies in, the nearest first. */
const upwards = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.map((_, place) => parts.slice(0, parts.length - place).join('/'));
};

const recording = (names: Parts['names']): readonly Reaction[] => [
  on(MenuItemPublishedV1, (event) => {
    const { id, version, name } = event.data;
    const key = `item:${id}` as const;
    return names(key, Name.call(key, version, { name }), causedBy(event, actor));
  }),
  on(AreaNamedV1, (event) => {
    const { path, version, name } = event.data;
    const key = `area:${path}` as const;
    return names(key, Name.call(key, version, { name }), causedBy(event, actor));
  }),
  on(MicroGridDrawnV1, (event) => {
    const { area, version, name } = event.data;
    const key = `grid:${area}` as const;
    return names(key, Name.call(key, version, { name }), causedBy(event, actor));
  }),
  on(RosterPostedV1, (event) => {
    const { place, version, duties, name } = event.data;
    const key = `roster:${place}` as const;
    // Whoever stands in for a while is rated where they serve otherwise.
    const own = duties.filter(({ standsInFor }) => standsInFor === undefined);
    const servers = [...new Map(own.map(({ account, role }) => [account, { account, role }])).values()];
    const content = name === undefined ? { servers } : { servers, name };
    return names(key, Name.call(key, version, content), causedBy(event, actor));
  }),
];

/** What the town calls what rates are asked of, and who serves in its offices. */
export type Directory = Readonly<{
  /** `null`: it has no name here. */
  area: (path: string) => LocalizedText | null;
  item: (id: string) => LocalizedText | null;
  office: (id: string) => LocalizedText | null;
  /** Whether the land of the town has it: as an area with a name, as what lies around one, or as a micro-grid. */
  hasArea: (path: string) => boolean;
  officesOf: (account: string) => readonly string[];
}>;

const directoryOf = (known: ReadonlyMap<string, Name.State>): Directory => {
  const nameOf = (...keys: readonly Name.Key[]) =>
    keys.flatMap((key) => known.get(key)?.name ?? [])[0] ?? null;
  const rosterOfOffice = `roster:${officePrefix}`;
  return {
    area: (path) => nameOf(`area:${path}`, `grid:${path}`),
    item: (id) => nameOf(`item:${id}`),
    office: (id) => nameOf(`roster:${officePrefix}${id}`),
    hasArea: (path) =>
      known.has(`grid:${path}`) ||
      [...known.keys()].some((key) => key === `area:${path}` || key.startsWith(`area:${path}/`)),
    officesOf: (account) =>
      [...known].flatMap(([key, { servers = [] }]) =>
        key.startsWith(rosterOfOffice) && servers.some((it) => it.account === account)
          ? [key.slice(rosterOfOffice.length)]
          : [],
      ),
  };
};

export const followNames = ({ store, names }: Parts) => {
  const known = new Map<string, Name.State>();
  const duties = new Map<string, Readonly<{ role: string; place: string }>>();

  const nearest = (area: string): LocalizedText | null =>
    upwards(area).flatMap((path) => known.get(`area:${path}`)?.name ?? [])[0] ?? null;

  /** An office is of the town, and so is whoever serves for all of it. */
  const isOfTown = (place: string): boolean =>
    place.startsWith(officePrefix) ||
    [...known.keys()].some((key) => key.startsWith(`area:${place}/`) && !place.includes('/'));

  const called: Called = {
    menuItem: (id) => known.get(`item:${id}`)?.name ?? itself(id),
    answerer: (account, area) => {
      const { role: code, place: post } = duties.get(account) ?? { role: 'grid-member', place: '' };
      const role = wordOf(code);
      if (isOfTown(post)) return roleOfTown(role);
      // Somebody who leads an area is of that one; a grid member is of where the case lies.
      const place =
        area === null ? null : nearest(post.includes('/') ? post.replace(helpersPrefix, '') : area);
      const one = { en: `the ${role.en}`, zh: role.zh };
      return place === null ? one : dutyIn(one, place);
    },
  };

  const apply = (event: Name.Event): void => {
    const { key } = event.data;
    known.set(key, Name.decider.evolve(known.get(key) ?? Name.decider.initial, event));
    const place = key.slice(key.indexOf(':') + 1);
    for (const { account, role } of event.data.servers ?? []) duties.set(account, { role, place });
  };

  /** Follows whatever any process of the service records, until stopped. */
  const start = (): Promise<Stop> =>
    // The category holds this kind of event and no other.
    followLog(store, filter, (event) => apply(event as unknown as Name.Event));

  return { called, directory: directoryOf(known), reactions: recording(names), start };
};
