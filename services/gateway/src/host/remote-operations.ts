/** What an operator has done with services that other processes run. */
import { type HandlingOutcome, type RecordedEvent, Rejection } from '@mulin/kernel';
import {
  type NamedItems,
  noSuchView,
  type Operations,
  type Platform,
  type Rebuilt,
  type Standing,
} from '@mulin/service';
import type { Ask } from './ask-services.js';
import type { Instances } from './instances.js';

type Parts = Readonly<{ ask: Ask; instances: Pick<Instances, 'services'> }>;

const isOfNoView = (error: unknown): error is Rejection =>
  error instanceof Rejection && error.code === 'view-unknown';

/** `service/view` is of one service, `view` of whichever has one. */
const ownersOf = ({ instances }: Parts, name = ''): readonly string[] => {
  const [owner] = name.includes('/') ? name.split('/') : [];
  return instances.services().filter((service) => owner === undefined || service === owner);
};

/** Of all services that have such a view; `view-unknown` only where none has. */
const rebuildAnywhere = async (parts: Parts, name?: string): Promise<readonly Rebuilt[]> => {
  const rebuilt: Rebuilt[] = [];
  let unknown = noSuchView();
  for (const service of ownersOf(parts, name))
    try {
      const body = name === undefined ? {} : { name };
      rebuilt.push(...(await parts.ask<readonly Rebuilt[]>(service, 'views/rebuild', body)));
    } catch (error) {
      if (!isOfNoView(error)) throw error;
      unknown = error;
    }
  if (rebuilt.length === 0) throw unknown;
  return rebuilt;
};

/** At rest where each service is. */
const standingOfAll = async ({ ask, instances }: Parts, withinMs: number): Promise<Standing> => {
  const all = await Promise.all(
    instances.services().map((service) => ask<Standing>(service, 'standing', { withinMs })),
  );
  return {
    heads: Object.assign({}, ...all.map(({ heads }) => heads)) as Standing['heads'],
    isAtRest: all.every(({ isAtRest }) => isAtRest),
  };
};

/** Each is asked of a process of the service that it concerns; see `askServices` for what is thrown. */
export const remoteOperations = (
  parts: Parts,
  deadLetters: Pick<Platform['deadLetters'], 'list' | 'retry'>,
): Operations => ({
  services: parts.instances.services,
  retry: async (id) => {
    const item = (await deadLetters.list()).find((it) => it.id === id);
    if (item === undefined) return null;
    const service = parts.instances
      .services()
      .find((name) => item.group === name || item.group.endsWith(`.${name}`));
    if (service === undefined) return deadLetters.retry(id);
    return parts.ask<HandlingOutcome | null>(service, 'dead-letters/retry', { id });
  },
  rebuild: (name) => rebuildAnywhere(parts, name),
  recorded: (service, categories, after) =>
    parts.ask<readonly RecordedEvent[]>(service, 'recorded', {
      categories,
      ...(after === undefined ? {} : { after }),
    }),
  standing: (withinMs) => standingOfAll(parts, withinMs),
});

/** Ids of one request: it stays well below what a body may have. */
const idsAtOnce = 40_000;

type Named = Readonly<{ named: readonly string[]; holdsEvents: boolean }>;

/**
 * Which items of the vault the services name, by asking each of them. It throws where one cannot be asked, and where
 * none of them holds an event: nothing is removed then.
 */
export const remoteNamedItems = ({ ask, instances }: Parts): NamedItems => ({
  services: instances.services(),
  namedIn: async (ids) => {
    const named = new Set<string>();
    let holdEvents = false;
    for (const service of instances.services())
      for (let from = 0; from < ids.length; from += idsAtOnce) {
        const body = { ids: ids.slice(from, from + idsAtOnce) };
        const found = await ask<Named>(service, 'named-items', body);
        for (const id of found.named) named.add(id);
        holdEvents ||= found.holdsEvents;
      }
    if (!holdEvents) throw new Error('There is no event in any log of this town: they must lie elsewhere.');
    return named;
  },
});
