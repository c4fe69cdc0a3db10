/** A whole town in memory and in virtual time. Nothing waits: `settle` lets everything happen that can, now. */
import { memoryBus, memorySetAsides } from '@mulin/bus';
import { memoryEventStore, memoryView } from '@mulin/event-store';
import { earliest, type Instant } from '@mulin/kernel';
import { memoryScheduler } from '@mulin/scheduler';
import { memoryVault, type ReadingNoted } from '@mulin/vault';
import { type Accounts, memoryIdentity } from './memory-identity.js';
import { bookOf, choresOf, countedIds, type Said, toldInOrder } from './memory-parts.js';
import { keptViews } from './kept-views.js';
import { prometheusMeter } from './meter.js';
import { perService, upcastsPerService } from './per-service.js';
import type { AtWork, Platform } from './platform.js';

const patienceMs = 5_000;

export type MemoryParts = Readonly<{
  town: string;
  zone: string;
  now: () => Instant;
  /** Whose token is whose; more are issued by `platform.identity`. */
  accounts?: Accounts;
}>;

export type MemoryPlatform = Readonly<{
  platform: Platform;
  /** Resolves when everything has happened that can happen now. */
  settle: () => Promise<void>;
  /** When the next alarm rings; `null`: nothing waits. */
  nextAlarm: () => Instant | null;
  /** What has been told on a topic, in the order of telling. */
  messages: (topic: string) => readonly unknown[];
  /** Every line of the log so far. */
  said: () => readonly Said[];
  /** Who has opened what in the vault, and what for. */
  readings: () => readonly ReadingNoted[];
}>;

export const memoryPlatform = ({ town, zone, now, accounts = {} }: MemoryParts): MemoryPlatform => {
  const atWork = new Map<string, AtWork>();
  const upcasts = upcastsPerService();
  const stores = perService((service) => memoryEventStore({ now, upcasts: upcasts.of(service) }));
  const views = keptViews((service, projection) => memoryView({ store: stores.of(service), projection }));
  const schedulers = perService(() => memoryScheduler(now));
  const memory = memoryBus();
  const { bus, messages } = toldInOrder(memory);
  const vault = memoryVault(town);
  const { log, said } = bookOf();
  const { every, doDue } = choresOf(now);

  const platform: Platform = {
    town,
    zone,
    now,
    newId: countedIds(),
    log,
    meter: prometheusMeter(atWork),
    eventStore: (service, more = {}) => {
      upcasts.learn(service, more);
      return stores.of(service);
    },
    checkpoints: (service) => stores.of(service).checkpoints,
    view: views.view,
    views: views.all,
    scheduler: (service) => schedulers.of(service).scheduler,
    bus,
    setAsides: memorySetAsides(),
    vault: vault.as,
    identity: memoryIdentity(accounts, now),
    sleep: () => Promise.resolve(),
    every,
    atWork,
    begin: views.begin,
    health: async () => [{ name: 'memory', ok: true, text: 'a town that forgets' }],
  };

  /** Everything recorded so far has been told and is shown, and everything told has been heard. */
  const allHeard = async (): Promise<void> => {
    for (const { name, told } of atWork.values()) {
      const head = await stores.of(name).head();
      if (head === null) continue;
      if (!(await told(head, patienceMs))) throw new Error(`${name} cannot tell its facts`);
      for (const view of views.all())
        if (view.service === name && !(await view.showing(head, patienceMs)))
          throw new Error(`${view.name} cannot show the facts of ${name}`);
    }
    await memory.idle();
  };

  const heads = async (): Promise<string> =>
    (await Promise.all(stores.all().map((store) => store.head()))).join();

  const settle = async (): Promise<void> => {
    for (let before = ''; ;) {
      await allHeard();
      let rung = await doDue();
      for (const { ringDue } of schedulers.all()) rung += await ringDue();
      const after = await heads();
      if (rung === 0 && after === before) return;
      before = after;
    }
  };

  return {
    platform,
    settle: oneAtATime(settle),
    nextAlarm: () => earliest(...schedulers.all().map(({ nextAlarm }) => nextAlarm())),
    messages,
    said,
    readings: vault.readings,
  };
};

/** Who asks while it goes on waits for a run of their own. */
const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let last = Promise.resolve();
  return () => {
    last = last.catch(() => undefined).then(work);
    return last;
  };
};
