/** How the town calls things and places, and who serves as what: for the letters that close cases. */
import { on, type Reaction } from '@mulin/bus';
import { AreaNamedV1, MenuItemPublishedV1, RosterPostedV1 } from '@mulin/contracts';
import {
  causedBy,
  type CommandHandler,
  type EventStore,
  followLog,
  type LocalizedText,
  type Role,
  roleWords,
  type Stop,
} from '@mulin/kernel';
import type { Called } from '../domain/letter.js';
import * as Name from '../domain/name.js';

type Parts = Readonly<{ store: EventStore; names: CommandHandler<Name.State, Name.Event> }>;

const actor = 'feedback';
const filter = { categories: [Name.decider.category] };

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
  on(RosterPostedV1, (event) => {
    const { place, version, duties } = event.data;
    const key = `roster:${place}` as const;
    const servers = [...new Map(duties.map(({ account, role }) => [account, { account, role }])).values()];
    return names(key, Name.call(key, version, { servers }), causedBy(event, actor));
  }),
];

export const followNames = ({ store, names }: Parts) => {
  const known = new Map<string, Name.State>();
  const roles = new Map<string, string>();

  const nearest = (area: string): LocalizedText | null =>
    upwards(area).flatMap((path) => known.get(`area:${path}`)?.name ?? [])[0] ?? null;

  const called: Called = {
    menuItem: (id) => known.get(`item:${id}`)?.name ?? itself(id),
    answerer: (account, area) => {
      const role = wordOf(roles.get(account) ?? 'grid-member');
      const place = area === null ? null : nearest(area);
      if (place === null) return { en: `the ${role.en}`, zh: role.zh };
      return { en: `the ${role.en} of ${place.en}`, zh: `${place.zh}${role.zh}` };
    },
  };

  const apply = (event: Name.Event): void => {
    const { key } = event.data;
    known.set(key, Name.decider.evolve(known.get(key) ?? Name.decider.initial, event));
    for (const { account, role } of event.data.servers ?? []) roles.set(account, role);
  };

  /** Follows whatever any process of the service records, until stopped. */
  const start = (): Promise<Stop> =>
    // The category holds this kind of event and no other.
    followLog(store, filter, (event) => apply(event as unknown as Name.Event));

  return { called, reactions: recording(names), start };
};
