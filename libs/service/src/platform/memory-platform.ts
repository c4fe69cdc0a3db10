/** A whole town in memory and in virtual time. Nothing waits: `settle` lets everything happen that can, now. */
import { memoryBus, memoryDeadLetters } from '@mulin/bus';
import { adoptIntoMemory, memoryEventLog, memoryEventStore, memoryProjection } from '@mulin/event-store';
import { type Area, earliest, type Instant, type Upcasts } from '@mulin/kernel';
import { caseCodesOf, keyedHashOf, memoryCredentials, signInOf } from '@mulin/identity';
import { jobsOnTimers, memoryScheduler } from '@mulin/scheduler';
import { type ErasureNoted, memoryVault, pseudonymsOf, type ReadingNoted, requestHashOf } from '@mulin/vault';
import { type Accounts, memoryIdentity } from './memory-identity.js';
import { recordingLogger, virtualJobs, countedIds, type LogEntry, recordingBus } from './memory-parts.js';
import { projectionRegistry } from '../host/projection-registry.js';
import { prometheusMeter } from '../observability/meter.js';
import { perService, upcastsPerService } from './registry.js';
import { internalRequests } from '../http/internal-requests.js';
import { localOperations } from './operations.js';
import type { ServiceDefinition, Platform } from './platform.js';
import { healthText } from '../observability/health-text.js';
import { readinessOf } from '../observability/readiness.js';
import { tracedJobs, tracedScheduler } from '../observability/timer-spans.js';

const patienceMs = 5_000;

/** What is forgotten needs no secret key, and no password that withstands guessing. */
const noKey = new Uint8Array(32);
const cost = { memoryKiB: 64, passes: 1, lanes: 1 };

/** What a town in memory is made of. */
export type MemoryParts = Readonly<{
  town: string;
  zone: string;
  now: () => Instant;
  /** Whose token is whose; more are issued by `platform.identity`. */
  accounts?: Accounts;
}>;

/** A town in memory, and how a test looks at it. */
export type MemoryPlatform = Readonly<{
  platform: Platform;
  /** Resolves when everything has happened that can happen now. */
  settle: () => Promise<void>;
  /** When the next alarm rings; `null`: nothing waits. */
  nextTimerAt: () => Instant | null;
  /** What has been told on a topic, in the order of telling. */
  messages: (topic: string) => readonly unknown[];
  /** Every line of the log so far. */
  said: () => readonly LogEntry[];
  /** Who has opened what in the vault, and what for. */
  readings: () => readonly ReadingNoted[];
  /** Who has erased whom from the vault, and why. */
  erasures: () => readonly ErasureNoted[];
  /** How the events of a service are written, as far as it has said so. */
  upcasts: (service: string) => Upcasts;
}>;

type Parts = ReturnType<typeof partsOf>;

const partsOf = ({ town, now }: MemoryParts) => {
  const upcasts = upcastsPerService();
  const logs = perService(() => memoryEventLog());
  const stores = perService((service) =>
    memoryEventStore({ now, upcasts: upcasts.of(service), log: logs.of(service) }),
  );
  const memory = memoryBus();
  const schedulers = perService(() => memoryScheduler(now));
  return {
    atWork: new Map<string, ServiceDefinition>(),
    upcasts,
    logs,
    stores,
    views: projectionRegistry((service, projection) =>
      memoryProjection({ store: stores.of(service), projection }),
    ),
    schedulers,
    jobs: perService((service) =>
      tracedJobs(jobsOnTimers(schedulers.of(`${service} jobs`).scheduler, now).jobs, service),
    ),
    memory,
    told: recordingBus(memory),
    vault: memoryVault(town, { now }),
    book: recordingLogger(),
    chores: virtualJobs(now),
  };
};

const adopting =
  (logs: Parts['logs'], upcasts: Parts['upcasts']): Platform['adopt'] =>
  async (taken) =>
    adoptIntoMemory(
      Object.entries(taken).map(([service, events]) => ({
        upcasts: upcasts.of(service),
        ...events,
        log: logs.of(service),
      })),
    );

type People = Readonly<{ accounts: Accounts; now: () => Instant; town: string }>;

type OfPeople = Pick<Platform, 'identity' | 'signIn' | 'caseCodes' | 'internal'>;

const peopleOf = ({ accounts, now, town }: People): OfPeople => {
  const identity = memoryIdentity(accounts, now, town as Area); // every area begins with the town's slug
  const hash = keyedHashOf(noKey);
  const parts = { store: memoryCredentials(), lookUp: identity.find, hash, now, cost };
  const internal = internalRequests((text) => hash('internal', text));
  return { identity, signIn: signInOf(parts), caseCodes: caseCodesOf(noKey), internal };
};

const engines = async () => [{ name: 'memory', ok: true, ...healthText('in-memory') }];

const positionsIn = ({
  stores,
  atWork,
}: Pick<Parts, 'stores' | 'atWork'>): Pick<Platform, 'checkpoints' | 'published'> => ({
  checkpoints: (service) => stores.of(service).checkpoints,
  published: async (service) => (atWork.has(service) ? stores.of(service).checkpoints.read('relay') : null),
});

/** There are no other processes. */
const aloneInMemory: Pick<Platform, 'own' | 'alone' | 'recordPack' | 'addRequests' | 'areDeliveriesHeld'> = {
  areDeliveriesHeld: async () => false,
  addRequests: null,
  own: (_, { start }) => start(),
  alone: (_, work) => work(),
  recordPack: (_, record) => record(true),
};

const platformOf = (
  { atWork, upcasts, logs, stores, views, schedulers, jobs, told, vault, book, chores }: Parts,
  { town, zone, now, accounts = {} }: MemoryParts,
): Platform => {
  const deadLetters = memoryDeadLetters();
  const eventStore: Platform['eventStore'] = (service, more = {}) => {
    upcasts.learn(service, more);
    return stores.of(service);
  };
  return {
    town,
    zone,
    now,
    newId: countedIds(),
    log: book.log,
    meter: prometheusMeter({ atWork, deadLetters }),
    eventStore,
    ...positionsIn({ stores, atWork }),
    adopt: adopting(logs, upcasts),
    view: views.view,
    views: views.all,
    scheduler: (service) => tracedScheduler(schedulers.of(service).scheduler, service),
    jobs: jobs.of,
    bus: told.bus,
    deadLetters,
    operations: localOperations({ atWork, views: views.all, deadLetters, eventStore }),
    vault: vault.as,
    readings: vault.readingList,
    requestHash: requestHashOf(noKey),
    pseudonyms: pseudonymsOf(noKey),
    ...peopleOf({ accounts, now, town }),
    sleep: () => Promise.resolve(),
    every: chores.every,
    ...aloneInMemory,
    atWork,
    begin: views.begin,
    health: readinessOf({ atWork, eventStore, views: views.all, engines }).check,
  };
};

const mustBe = async (isSo: Promise<boolean>, otherwise: string): Promise<void> => {
  if (!(await isSo)) throw new Error(otherwise);
};

/** Everything recorded so far has been told and is shown, and everything told has been heard. */
const allConsumed = async ({ atWork, stores, views, memory }: Parts): Promise<void> => {
  for (const { name, waitUntilPublished } of atWork.values()) {
    const head = await stores.of(name).head();
    if (head === null) continue;
    await mustBe(waitUntilPublished(head, patienceMs), `${name} cannot publish its events`);
    for (const view of views.all().filter(({ service }) => service === name))
      await mustBe(view.showing(head, patienceMs), `${view.name} cannot show the events of ${name}`);
  }
  await memory.idle();
};

const settling = (parts: Parts) => async (): Promise<void> => {
  const { stores, schedulers, chores } = parts;
  const heads = async () => (await Promise.all(stores.all().map((store) => store.head()))).join();
  for (let before = ''; ;) {
    await allConsumed(parts);
    let fired = await chores.doDue();
    for (const { fireDue } of schedulers.all()) fired += await fireDue();
    const after = await heads();
    if (fired === 0 && after === before) return;
    before = after;
  }
};

/**
 * A platform for tests and for towns in memory: the adapters keep the promises of the real ones, time is what `now`
 * says, and nothing happens but in `settle`.
 *
 * @param wanted.zone IANA name of the town's zone.
 * @returns `settle` rejects where things do not come to rest within five seconds.
 */
export const memoryPlatform = (wanted: MemoryParts): MemoryPlatform => {
  const parts = partsOf(wanted);
  return {
    platform: platformOf(parts, wanted),
    settle: oneAtATime(settling(parts)),
    nextTimerAt: () => earliest(...parts.schedulers.all().map(({ nextTimerAt }) => nextTimerAt())),
    messages: parts.told.messages,
    said: parts.book.said,
    readings: parts.vault.readings,
    erasures: parts.vault.erasures,
    upcasts: parts.upcasts.of,
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
